// Integer roots of large integers.

/** How many binary digits a positive integer has. */
export function bitLength(n: bigint): number {
  const hex = n.toString(16)
  return hex.length * 4 - (Math.clz32(Number.parseInt(hex[0]!, 16)) - 28)
}

/**
 * The largest R with R^q ≤ n.
 *
 * units   n ≥ 0, q ≥ 1; a right `guess` saves the search and a wrong one costs two powers
 * cost    one q-th power for each binary digit of the root
 */
export function integerRoot(n: bigint, q: number, guess?: bigint): bigint {
  if (q === 1 || n < 2n) return n
  const exponent = BigInt(q)
  // n < 2^length, so the root is below 2^(length / q) rounded up.
  const digits = Math.ceil(bitLength(n) / q)
  if (guess !== undefined && guess >= 0n && guess >> BigInt(digits) === 0n) {
    if (guess ** exponent <= n && (guess + 1n) ** exponent > n) return guess
  }
  let root = 0n
  for (let bit = 1n << BigInt(digits); bit > 0n; bit >>= 1n) {
    const candidate = root | bit
    if (candidate ** exponent <= n) root = candidate
  }
  return root
}

// Exact reading of a float literal that upstream's source turns into fixed point.

/**
 * A literal times 2^frac, rounded to the nearest integer, ties to even. No float arithmetic: the bits are taken apart.
 *
 * refuses nothing; throws RangeError when `literal` is not finite
 * source  encointer/substrate-fixed src/float_helper.rs to_float_kind
 */
export function scaleF64(literal: number, frac: number): bigint {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, literal)
  const bits = view.getBigUint64(0)
  const biased = Number((bits >> 52n) & 0x7ffn)
  if (biased === 0x7ff) throw new RangeError(`${literal} is not a finite number`)
  const stored = bits & 0xfffffffffffffn
  const mantissa = biased === 0 ? stored : stored | 0x10000000000000n
  // value = mantissa * 2^exponent
  const exponent = Math.max(biased, 1) - 1075 + frac
  const magnitude =
    exponent >= 0 ? mantissa << BigInt(exponent) : shiftToEven(mantissa, BigInt(-exponent))
  return bits >> 63n === 1n ? -magnitude : magnitude
}

/** `n / 2^shift`, nearest, ties to even. */
function shiftToEven(n: bigint, shift: bigint): bigint {
  const floor = n >> shift
  const rest = n - (floor << shift)
  const half = 1n << (shift - 1n)
  if (rest < half || (rest === half && (floor & 1n) === 0n)) return floor
  return floor + 1n
}

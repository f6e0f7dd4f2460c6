// XXH64 on 32-bit halves: https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
//
// A 64-bit word is a pair (high, low) of signed 32-bit numbers. Functions that give a word leave its
// high half in `carry` and return the low half, so that nothing is allocated.

const P1H = 0x9e3779b1 | 0
const P1L = 0x85ebca87 | 0
const P2H = 0xc2b2ae3d | 0
const P2L = 0x27d4eb4f | 0
const P3H = 0x165667b1 | 0
const P3L = 0x9e3779f9 | 0
const P4H = 0x85ebca77 | 0
const P4L = 0xc2b2ae63 | 0
const P5H = 0x27d4eb2f | 0
const P5L = 0x165667c5 | 0

/** High half of the word that the last word function returned. */
let carry = 0

/** High 32 bits of the 64-bit product of two unsigned 32-bit numbers. */
function mulHigh(a: number, b: number): number {
  const aLow = a & 0xffff
  const aHigh = a >>> 16
  const bLow = b & 0xffff
  const bHigh = b >>> 16
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16)
  const cross = aLow * bHigh + (middle & 0xffff)
  return (aHigh * bHigh + (middle >>> 16) + (cross >>> 16)) | 0
}

function mul(aH: number, aL: number, bH: number, bL: number): number {
  carry = (mulHigh(aL, bL) + Math.imul(aH, bL) + Math.imul(aL, bH)) | 0
  return Math.imul(aL, bL)
}

function add(aH: number, aL: number, bH: number, bL: number): number {
  const low = (aL >>> 0) + (bL >>> 0)
  carry = (aH + bH + (low > 0xffffffff ? 1 : 0)) | 0
  return low | 0
}

/** Rotation to the left by 1 … 31 bits. */
function rotl(high: number, low: number, bits: number): number {
  carry = (high << bits) | (low >>> (32 - bits))
  return (low << bits) | (high >>> (32 - bits))
}

/** Little-endian 32 bits at `at`. */
function read32(input: Uint8Array, at: number): number {
  return input[at]! | (input[at + 1]! << 8) | (input[at + 2]! << 16) | (input[at + 3]! << 24)
}

/** round(acc, lane) = rotl(acc + lane * P2, 31) * P1 */
function round(accH: number, accL: number, laneH: number, laneL: number): number {
  let low = mul(laneH, laneL, P2H, P2L)
  low = add(carry, low, accH, accL)
  low = rotl(carry, low, 31)
  return mul(carry, low, P1H, P1L)
}

/** mergeAccumulator(acc, lane) = (acc ^ round(0, lane)) * P1 + P4 */
function merge(accH: number, accL: number, laneH: number, laneL: number): number {
  const low = round(0, 0, laneH, laneL)
  const product = mul(accH ^ carry, accL ^ low, P1H, P1L)
  return add(carry, product, P4H, P4L)
}

/** The four accumulators of the long form, high and low halves in turn. */
const lanes = new Int32Array(8)

function startLanes(seed: number): void {
  lanes[1] = add(P1H, P1L, P2H, P2L)
  lanes[0] = carry
  lanes[1] = add(lanes[0]!, lanes[1]!, 0, seed)
  lanes[0] = carry
  lanes[3] = add(P2H, P2L, 0, seed)
  lanes[2] = carry
  lanes[5] = seed
  lanes[4] = 0
  lanes[7] = add(0, seed, ~P1H, ~P1L)
  lanes[6] = carry
  lanes[7] = add(lanes[6]!, lanes[7]!, 0, 1)
  lanes[6] = carry
}

/** Start value of an input of 32 bytes or more; all its whole stripes are consumed. */
function stripes(input: Uint8Array, seed: number): number {
  startLanes(seed)
  for (let at = 0; at + 32 <= input.length; at += 32) {
    for (let i = 0; i < 4; i++) {
      const lane = at + 8 * i
      const low = round(
        lanes[2 * i]!,
        lanes[2 * i + 1]!,
        read32(input, lane + 4),
        read32(input, lane),
      )
      lanes[2 * i] = carry
      lanes[2 * i + 1] = low
    }
  }
  let low = rotl(lanes[0]!, lanes[1]!, 1)
  let high = carry
  for (let i = 1; i < 4; i++) {
    const turned = rotl(lanes[2 * i]!, lanes[2 * i + 1]!, i === 1 ? 7 : i === 2 ? 12 : 18)
    low = add(high, low, carry, turned)
    high = carry
  }
  for (let i = 0; i < 4; i++) {
    low = merge(high, low, lanes[2 * i]!, lanes[2 * i + 1]!)
    high = carry
  }
  carry = high
  return low
}

/** Mixes in the up to 31 bytes from `at` to the end. */
function remainder(input: Uint8Array, start: number, startH: number, startL: number): number {
  let at = start
  let high = startH
  let low = startL
  for (; at + 8 <= input.length; at += 8) {
    const lane = round(0, 0, read32(input, at + 4), read32(input, at))
    low = rotl(high ^ carry, low ^ lane, 27)
    low = mul(carry, low, P1H, P1L)
    low = add(carry, low, P4H, P4L)
    high = carry
  }
  if (at + 4 <= input.length) {
    const lane = mul(0, read32(input, at), P1H, P1L)
    low = rotl(high ^ carry, low ^ lane, 23)
    low = mul(carry, low, P2H, P2L)
    low = add(carry, low, P3H, P3L)
    high = carry
    at += 4
  }
  for (; at < input.length; at++) {
    const lane = mul(0, input[at]!, P5H, P5L)
    low = rotl(high ^ carry, low ^ lane, 11)
    low = mul(carry, low, P1H, P1L)
    high = carry
  }
  carry = high
  return low
}

/** h ^= h >>> 33; h *= P2; h ^= h >>> 29; h *= P3; h ^= h >>> 32 */
function avalanche(startH: number, startL: number): number {
  let low = startL ^ (startH >>> 1)
  low = mul(startH, low, P2H, P2L)
  let high = carry
  low ^= (low >>> 29) | (high << 3)
  high ^= high >>> 29
  low = mul(high, low, P3H, P3L)
  return low ^ carry
}

/**
 * Writes the XXH64 hash of `input` into `out` at `at`, eight bytes, little-endian.
 *
 * units  seed is an unsigned 32-bit number; Substrate uses 0 to 3
 */
export function xxhash64Into(input: Uint8Array, seed: number, out: Uint8Array, at: number): void {
  let low: number
  if (input.length >= 32) low = stripes(input, seed)
  else low = add(P5H, P5L, 0, seed)
  low = add(carry, low, 0, input.length)
  low = remainder(input, input.length & ~31, carry, low)
  low = avalanche(carry, low)
  const high = carry
  for (let i = 0; i < 4; i++) {
    out[at + i] = low >>> (8 * i)
    out[at + 4 + i] = high >>> (8 * i)
  }
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expSafe, I32F32 } from '@taonet/frame'
import fc from 'fast-check'
import { loadKernel } from '../../src/pallets/subtensor/epoch/kernel-module.ts'
import { proportionToU16 } from '../../src/pallets/subtensor/epoch/math/proportion.ts'

const kernel = loadKernel()

/** Bits of every size and sign, whole numbers, powers of two and the limits. */
const bits = fc.oneof(
  fc.bigInt(I32F32.MIN, I32F32.MAX),
  fc
    .tuple(fc.bigInt(I32F32.MIN, I32F32.MAX), fc.integer({ min: 0, max: 63 }))
    .map(([x, shift]) => x >> BigInt(shift)),
  fc.integer({ min: -70_000, max: 70_000 }).map((whole) => BigInt(whole) << 32n),
  fc.integer({ min: 0, max: 62 }).map((shift) => 1n << BigInt(shift)),
  fc.constantFrom(I32F32.MIN, I32F32.MAX, 0n, 1n, -1n, I32F32.ONE, -I32F32.ONE),
)

const RUNS = { numRuns: 20_000, seed: 425 }

for (const name of ['add', 'sub', 'mul', 'safeDiv'] as const) {
  test(`${name} of the kernel is frame's`, () => {
    fc.assert(
      fc.property(bits, bits, (a, b) => {
        assert.equal(kernel[name](a, b), I32F32[name](a, b))
      }),
      RUNS,
    )
  })
}

test('the inverse of the kernel is a quotient', () => {
  fc.assert(
    fc.property(bits, (x) => {
      if (x > I32F32.ONE) assert.equal(kernel.inverse(x), I32F32.safeDiv(I32F32.ONE, x))
    }),
    RUNS,
  )
})

test("the exponential of the kernel is frame's", () => {
  const near = fc.bigInt(-(I32F32.ONE * 21n), I32F32.ONE * 21n)
  fc.assert(
    fc.property(fc.oneof(bits, near, fc.integer({ min: -99, max: 99 }).map(BigInt)), (x) => {
      assert.equal(kernel.expSafe(x), expSafe(x))
    }),
    RUNS,
  )
})

test('proportions of the kernel are cut to u16 alike', () => {
  fc.assert(
    fc.property(bits, (x) => {
      assert.equal(kernel.toU16(x), proportionToU16(x))
    }),
    RUNS,
  )
})

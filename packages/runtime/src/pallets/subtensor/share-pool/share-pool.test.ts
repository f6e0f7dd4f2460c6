import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { SafeFloat, SharePoolData } from './index.ts'
import * as sharePool from './index.ts'

const misc = JSON.parse(
  readFileSync(new URL('../../../../../../vectors/runtime-425/misc.json', import.meta.url), 'utf8'),
)

/** A pool in memory. */
function memoryPool<K>(): SharePoolData<K> & { readonly shares: Map<K, SafeFloat> } {
  const shares = new Map<K, SafeFloat>()
  let value = 0n
  let denominator: SafeFloat = sharePool.safeFloat.ZERO
  return {
    shares,
    getSharedValue: () => value,
    setSharedValue: (next) => void (value = next),
    getShare: (key) => shares.get(key) ?? sharePool.safeFloat.ZERO,
    tryGetShare: (key) => shares.get(key),
    setShare: (key, share) => void shares.set(key, share),
    getDenominator: () => denominator,
    setDenominator: (next) => void (denominator = next),
  }
}

/** 16 bytes of mantissa and 8 of exponent, little endian. */
function encode({ mantissa, exponent }: SafeFloat): string {
  const bytes = Buffer.alloc(24)
  bytes.writeBigUInt64LE(BigInt.asUintN(64, mantissa), 0)
  bytes.writeBigUInt64LE(mantissa >> 64n, 8)
  bytes.writeBigInt64LE(exponent, 16)
  return `0x${bytes.toString('hex')}`
}

/** One recorded operation; stake is taken only where the key owns that much. */
function apply(pool: SharePoolData<number>, op: string, who: number, amount: bigint): void {
  if (op === 'increase_all') sharePool.updateValueForAll(pool, amount)
  else if (op === 'decrease_all') sharePool.updateValueForAll(pool, -amount)
  else if (op === 'increase_one') sharePool.updateValueForOne(pool, who, amount)
  else if ((sharePool.tryGetValue(pool, who) ?? -1n) >= amount) {
    sharePool.updateValueForOne(pool, who, -amount)
  }
}

test('recorded sequences leave the shares of the production runtime', () => {
  for (const { ops } of misc.share_pool_sequences) {
    const pool = memoryPool<number>()
    for (const row of ops) {
      apply(pool, row.op, row.who, BigInt(row.amount))
      const keys = [0, 1, 2, 3]
      const got = {
        total: `${pool.getSharedValue()}`,
        denominator_v2: encode(pool.getDenominator()),
        shares_v2: keys.map((key) => encode(pool.getShare(key))),
        values: keys.map((key) => `${sharePool.getValue(pool, key)}`),
      }
      assert.deepEqual({ ...row, ...got }, row)
    }
  }
})

test('an empty pool takes any update and gives everything to the first key', () => {
  const pool = memoryPool<string>()
  assert.equal(sharePool.simUpdateValueForOne(pool, 1n), true)
  assert.equal(sharePool.getValue(pool, 'a'), 0n)
  sharePool.updateValueForOne(pool, 'a', 1_000_000_000n)
  assert.equal(sharePool.getValue(pool, 'a'), 1_000_000_000n)
  assert.equal(sharePool.tryGetValue(pool, 'b'), undefined)
})

test('two stakers of one rao share an emission in halves', () => {
  const pool = memoryPool<string>()
  sharePool.updateValueForOne(pool, 'a', 1n)
  sharePool.updateValueForOne(pool, 'b', 1n)
  sharePool.updateValueForAll(pool, 999_999_999_999_998n)
  assert.equal(sharePool.getValue(pool, 'a'), 500_000_000_000_000n)
  assert.equal(sharePool.getValue(pool, 'b'), 500_000_000_000_000n)
})

test('emptying a position leaves dust in its share and none in its value', () => {
  const pool = memoryPool<string>()
  sharePool.updateValueForOne(pool, 'a', 1_000_000_000n)
  sharePool.updateValueForOne(pool, 'b', 500_000_000n)
  sharePool.updateValueForAll(pool, 333_333_333n)
  sharePool.updateValueForOne(pool, 'c', 123_456_789n)
  sharePool.updateValueForOne(pool, 'a', -1_222_222_222n)
  assert.deepEqual(pool.getShare('a'), { mantissa: 10n ** 21n, exponent: -32n })
  assert.equal(pool.getSharedValue(), 734_567_900n)
  assert.deepEqual(
    ['a', 'b', 'c'].map((key) => sharePool.getValue(pool, key)),
    [0n, 611_111_110n, 123_456_788n],
  )
})

test('taking from a key without a share moves the shared value alone', () => {
  const pool = memoryPool<string>()
  sharePool.updateValueForOne(pool, 'a', 100n)
  sharePool.updateValueForOne(pool, 'b', -10n)
  assert.deepEqual(pool.getShare('b'), sharePool.safeFloat.ZERO)
  assert.equal(pool.getSharedValue(), 90n)
})

test('an update below the precision of the pool buys no share', () => {
  const pool = memoryPool<string>()
  sharePool.updateValueForOne(pool, 'a', 1n)
  pool.setSharedValue(0n)
  assert.equal(sharePool.simUpdateValueForOne(pool, 1n), false)
})

test('random updates never promise more than the pool holds', () => {
  let seed = 425n
  const random = (below: bigint) => {
    seed = (seed * 6364136223846793005n + 1442695040888963407n) & (2n ** 64n - 1n)
    return (seed >> 20n) % below
  }
  const pool = memoryPool<bigint>()
  for (let i = 0; i < 2000; i++) {
    const key = random(7n)
    const amount = random(10n ** (random(16n) + 1n))
    const owned = sharePool.getValue(pool, key)
    if (random(3n) > 0n) sharePool.updateValueForOne(pool, key, amount)
    else if (owned > 0n) sharePool.updateValueForOne(pool, key, -random(owned + 1n))
    const sum = [...pool.shares.keys()].reduce((s, k) => s + sharePool.getValue(pool, k), 0n)
    assert.ok(sum <= pool.getSharedValue() + 7n, `${sum} > ${pool.getSharedValue()}`)
    assert.ok(sum + 100n >= pool.getSharedValue(), `${sum} < ${pool.getSharedValue()}`)
  }
})

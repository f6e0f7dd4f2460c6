import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CodecError, tuple, u16, vec } from '@taonet/frame'
import fc from 'fast-check'
import { packPairs, pairRow, unpackPairs } from '../../src/pallets/subtensor/epoch/pair-row.ts'

const list = vec(tuple(u16, u16))
const value = fc.nat(0xffff)

test('a flat row is on the wire what a list of pairs is', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value)), (pairs) => {
      const bytes = list.encode(pairs)
      assert.deepEqual(pairRow.encode(packPairs(pairs)), bytes)
      assert.deepEqual(unpackPairs(pairRow.decode(bytes)), pairs)
    }),
    { seed: 425 },
  )
})

test('a row inside of others is read from any address', () => {
  const rows = vec(pairRow)
  const row = packPairs([
    [1, 2],
    [65_535, 3],
  ])
  assert.deepEqual(rows.decode(rows.encode([row, row.subarray(2)])), [row, row.subarray(2)])
})

test('a row that is cut short is refused', () => {
  const bytes = pairRow.encode(packPairs([[1, 2]]))
  assert.throws(() => pairRow.decode(bytes.subarray(0, 4)), CodecError)
})

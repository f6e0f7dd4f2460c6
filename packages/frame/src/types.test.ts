import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CodecError } from './codec/index.ts'
import * as types from './types.ts'

test('a ratio above one does not decode', () => {
  const cases = [
    [types.PercentBits, '64', '65'],
    [types.PermillBits, '40420f00', '41420f00'],
    [types.PerbillBits, '00ca9a3b', '01ca9a3b'],
    [types.PerquintillBits, '000064a7b3b6e00d', '010064a7b3b6e00d'],
  ] as const
  for (const [codec, one, more] of cases) {
    const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
    assert.deepEqual(codec.encode(codec.decode(bytes(one)) as never), bytes(one))
    assert.throws(() => codec.decode(bytes(more)), CodecError)
  }
})

/** Eras: bytes and spans, worked out by hand from the rule (low 4 bits log2(period) − 1, then quanta). */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { toHex } from '../crypto/bytes.ts'
import { FOREVER } from '../pallet/validity.ts'
import { birth, death, Era, IMMORTAL, mortal } from './era.ts'

suite('bytes', () => {
  const cases: [Era, string][] = [
    [IMMORTAL, '0x00'],
    // 64 blocks from 42: 5 | 42 << 4 = 677
    [mortal(64, 42), '0xa502'],
    // 32768 blocks in steps of 8: 14 | (20000 / 8) << 4 = 40014
    [mortal(32768, 20000), '0x4e9c'],
    [mortal(4, 3), '0x3100'],
    [mortal(65536, 65535), '0xffff'],
  ]
  for (const [era, bytes] of cases)
    test(`${JSON.stringify(era)} is ${bytes}`, () => {
      assert.equal(toHex(Era.encode(era)), bytes)
      assert.deepEqual(Era.decode(Era.encode(era)), era)
    })

  test('periods below 4 and phases outside the period are refused', () => {
    for (const bytes of [
      [0x10, 0],
      [0x41, 0],
      [0x05, 0x04],
    ])
      assert.throws(() => Era.decode(Uint8Array.from(bytes)), { name: 'CodecError' })
  })
})

suite('spans', () => {
  test('an immortal era begins with block 0 and does not end', () => {
    assert.equal(birth(IMMORTAL, 77), 0)
    assert.equal(death(IMMORTAL, 77), FOREVER)
  })

  test('a period is rounded up to a power of two from 4 to 65536', () => {
    assert.deepEqual(
      [1, 5, 64, 65, 1_000_000].map((period) => mortal(period, 0)),
      [4, 8, 64, 128, 65536].map((period) => ({ type: 'Mortal', period, phase: 0 })),
    )
  })

  test('an era contains its block for a whole period', () => {
    const era = mortal(4, 6)
    assert.deepEqual(
      [6, 7, 8, 9, 10].map((block) => birth(era, block)),
      [6, 6, 6, 6, 10],
    )
    assert.equal(death(era, 9), 10n)
  })

  test('before its phase first comes, the era begins there', () => {
    assert.equal(birth({ type: 'Mortal', period: 8, phase: 5 }, 2), 5)
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fromHex, toHex } from '../crypto/bytes.ts'
import * as c from './index.ts'

const hex = <T>(codec: c.Codec<T>, value: T) => toHex(codec.encode(value))
const holds = <T>(codec: c.Codec<T>, values: fc.Arbitrary<T>) =>
  fc.assert(
    fc.property(values, (value) => assert.deepEqual(codec.decode(codec.encode(value)), value)),
    { seed: 425, numRuns: 200 },
  )

test('integers are little-endian', () => {
  assert.equal(hex(c.u16, 42), '0x2a00')
  assert.equal(hex(c.u32, 16_777_215), '0xffffff00')
  assert.equal(hex(c.i16, -2), '0xfeff')
  assert.equal(hex(c.u64, 1n), '0x0100000000000000')
  assert.equal(hex(c.i128, -1n), `0x${'ff'.repeat(16)}`)
})

// Examples of the SCALE specification.
test('compact integers are as the specification shows', () => {
  const compact = c.compact(c.u64)
  for (const [value, bytes] of [
    [0n, '0x00'],
    [1n, '0x04'],
    [42n, '0xa8'],
    [69n, '0x1501'],
    [65_535n, '0xfeff0300'],
    [100_000_000_000_000n, '0x0b00407a10f35a'],
  ] as const) {
    assert.equal(hex(compact, value), bytes)
    assert.equal(compact.decode(fromHex(bytes)), value)
  }
})

test('a compact integer that is longer than needed is refused', () => {
  for (const bytes of ['0x0100', '0x02000000', '0x0300000000', '0x070000004000'])
    assert.throws(() => c.compact(c.u64).decode(fromHex(bytes)), c.CodecError)
})

test('whatever fits a type comes back', () => {
  holds(c.u8, fc.nat(255))
  holds(c.i8, fc.integer({ min: -128, max: 127 }))
  holds(c.i32, fc.integer())
  holds(c.u64, fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }))
  holds(c.i128, fc.bigInt({ min: -(2n ** 127n), max: 2n ** 127n - 1n }))
  holds(c.compact(c.u128), fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }))
  holds(c.compact(c.u32), fc.nat(0xffff_ffff))
  holds(c.str, fc.string({ unit: 'grapheme' }))
  holds(c.vec(c.option(c.u16)), fc.array(fc.option(fc.nat(65_535), { nil: undefined })))
  holds(
    c.btreeSet(c.u16),
    fc.uniqueArray(fc.nat(65_535)).map((all) => all.sort((a, b) => a - b)),
  )
})

test('what does not fit is refused', () => {
  assert.throws(() => c.u8.encode(256), c.CodecError)
  assert.throws(() => c.u8.encode(1.5), c.CodecError)
  assert.throws(() => c.u64.encode(-1n), c.CodecError)
  assert.throws(() => c.bytesN(4).encode('0x0102'), c.CodecError)
  assert.throws(() => c.boundedBytes(2).encode(new Uint8Array(3)), c.CodecError)
  assert.throws(() => c.boundedVec(c.u8, 1).decode(fromHex('0x080102')), c.CodecError)
})

test('short, long and hostile input is refused without harm', () => {
  assert.throws(() => c.u32.decode(fromHex('0x0102')), /more bytes/)
  assert.throws(() => c.u8.decode(fromHex('0x0102')), /left over/)
  assert.throws(() => c.vec(c.u64).decode(fromHex('0xfeffffff')), c.CodecError)
  assert.throws(() => c.vec(c.unit).decode(fromHex('0xfeffffff')), /empty items/)
  assert.throws(() => c.bool.decode(fromHex('0x02')), c.CodecError)
  assert.throws(() => c.str.decode(fromHex('0x04ff')), c.CodecError)
})

test('maps and sets are written in key order', () => {
  const map = c.btreeMap(c.u16, c.u8)
  assert.equal(
    hex(
      map,
      new Map([
        [2, 20],
        [1, 10],
      ]),
    ),
    '0x0801000a020014',
  )
  assert.equal(
    hex(c.btreeSet(c.tuple(c.u8, c.u8)), [
      [2, 1],
      [1, 9],
      [1, 2],
      [1, 9],
    ]),
    '0x0c010201090201',
  )
})

test('enums carry what their variants declare', () => {
  const Shape = c.variant('test::Shape', {
    Point: [0],
    Circle: [3, c.u8],
    Box: [5, { width: c.u8, height: c.u8 }],
    Pair: [6, [c.u8, c.u16]],
  })
  assert.equal(hex(Shape, { type: 'Point' }), '0x00')
  assert.equal(hex(Shape, { type: 'Circle', value: 7 }), '0x0307')
  assert.deepEqual(Shape.decode(fromHex('0x050102')), {
    type: 'Box',
    value: { width: 1, height: 2 },
  })
  assert.deepEqual(Shape.decode(fromHex('0x06010200')), { type: 'Pair', value: [1, 2] })
  assert.throws(() => Shape.decode(fromHex('0x01')), /no variant of index 1/)
})

test('nesting has an end', () => {
  type Nest = { inner: Nest | undefined }
  const Nest: c.Codec<Nest> = c.struct<Nest>('test::Nest', { inner: c.option(c.lazy(() => Nest)) })
  assert.throws(() => Nest.decode(new Uint8Array(100_000).fill(1)), /nested deeper/)
})

test('types follow the codecs', () => {
  const Point = c.struct('test::Point', { x: c.u8, y: c.option(c.u64) })
  const point: c.Value<typeof Point> = { x: 1, y: 2n }
  assert.equal(hex(Point, point), '0x01010200000000000000')
  // @ts-expect-error `y` is a bigint
  void (() => Point.encode({ x: 1, y: 2 }))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AccountId,
  type AnyCodec,
  array,
  bool,
  btreeMap,
  btreeSet,
  bytes,
  compact,
  enumeration,
  i16,
  newtype,
  nullable,
  option,
  str,
  struct,
  tuple,
  u8,
  u16,
  u64,
  variant,
  vec,
} from '@taonet/frame'
import { JsonValueError, valueFromJson } from './json-value.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
const ALICE_HEX = '0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'

const means = (codec: AnyCodec, json: unknown, value: unknown) =>
  assert.deepEqual(valueFromJson(codec, json), value)
const refuses = (codec: AnyCodec, json: unknown) =>
  assert.throws(() => valueFromJson(codec, json), JsonValueError, JSON.stringify(json))

test('integers come as numbers, decimal text with or without commas, or hex', () => {
  means(u16, 7, 7)
  means(u64, 7, 7n)
  means(u64, '1,000,000', 1_000_000n)
  means(u64, '18446744073709551615', 2n ** 64n - 1n)
  means(u64, '0xff', 255n)
  means(compact(u64), '5', 5n)
  means(i16, -3, -3)
  for (const json of ['', ' ', 'x', 1.5, null, true, [], {}]) refuses(u64, json)
})

test('truth and text are what they are', () => {
  means(bool, true, true)
  means(str, 'α', 'α')
  refuses(bool, 'true')
  refuses(str, 5)
})

test('bytes come as hex, as text or as a list', () => {
  means(bytes, '0x0102', Uint8Array.of(1, 2))
  means(bytes, 'ab', Uint8Array.of(97, 98))
  means(bytes, [1, 255], Uint8Array.of(1, 255))
  for (const json of [[256], [-1], [1.5], ['1'], 5, null]) refuses(bytes, json)
})

test('accounts come as addresses or hex', () => {
  means(AccountId, ALICE, ALICE_HEX)
  means(AccountId, ALICE_HEX, ALICE_HEX)
})

test('options: null and nothing are absent', () => {
  means(option(u8), null, undefined)
  means(option(u8), undefined, undefined)
  means(option(u8), 3, 3)
})

test('lists, arrays and tuples', () => {
  means(vec(u16), [1, '2'], [1, 2])
  means(array(u16, 2), [1, 2], [1, 2])
  means(tuple(u8, bool), [1, false], [1, false])
  refuses(vec(u16), { 0: 1 })
  refuses(tuple(u8, bool), 5)
})

test('structs take their fields by names of any case', () => {
  const codec = struct<{ free_balance: bigint; is_on: boolean }>('Thing', {
    free_balance: u64,
    is_on: bool,
  })
  means(codec, { freeBalance: '9', IS_ON: true }, { free_balance: 9n, is_on: true })
  means(codec, { freeBalance: 9 }, { free_balance: 9n, is_on: false })
  refuses(codec, [9, true])
  refuses(codec, null)
})

test('a newtype is what it holds', () => means(newtype('Wrapped', u64), 4, 4n))

test('enums come as a name, or as an object of name and content', () => {
  means(enumeration('Kind', { Swap: 0, Keep: 1 }), 'keep', 'Keep')
  const codec = variant('Either', { Empty: [0], Full: [1, u16] })
  means(codec, 'Empty', { type: 'Empty' })
  means(codec, { empty: null }, { type: 'Empty' })
  means(codec, { full: 3 }, { type: 'Full', value: 3 })
  refuses(codec, 'None')
  refuses(codec, null)
  refuses(codec, 7)
})

test('maps come as objects or as lists of pairs, sets as lists', () => {
  const codec = btreeMap(u16, u64)
  means(codec, { 1: '5' }, new Map([[1, 5n]]))
  means(codec, [[1, 5]], new Map([[1, 5n]]))
  refuses(codec, null)
  refuses(codec, 5)
  means(btreeSet(u16), [3, 1], [3, 1])
})

test('what json means encodes', () => {
  const codec = vec(tuple(AccountId, nullable(u64)))
  const value = valueFromJson(codec, [[ALICE, 5]])
  assert.deepEqual(codec.decode(codec.encode(value as never)), [[ALICE_HEX, 5n]])
})

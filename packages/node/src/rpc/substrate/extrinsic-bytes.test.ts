import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromHex, toHex } from '@taonet/frame'
import { RpcError } from '../rpc-error.ts'
import { readExtrinsic } from './extrinsic-bytes.ts'

const refuse = ({ text, debug }: { text: string; debug: string }) => new RpcError(1, text, debug)
const read = (hex: string): string => toHex(readExtrinsic(fromHex(hex), refuse))
const why = (hex: string): string => {
  try {
    return read(hex)
  } catch (error) {
    assert.ok(error instanceof RpcError)
    return error.message
  }
}

test('an extrinsic is its length and what follows', () => {
  assert.equal(read('0x0c010203'), '0x0c010203')
  assert.equal(read('0x0c010203ffff'), '0x0c010203')
  assert.equal(read('0x00'), '0x00')
  const long = `0x0101${'11'.repeat(64)}`
  assert.equal(read(`${long}22`), long)
})

test('what is none is refused in the words of upstream’s codec', () => {
  const at = (cause: string) => `Could not decode \`OpaqueExtrinsic.0\`:\n\t${cause}\n`
  assert.equal(why('0x'), at('Not enough data to fill buffer'))
  assert.equal(why('0x01'), at('Not enough data to fill buffer'))
  assert.equal(why('0x030000'), at('Not enough data to fill buffer'))
  assert.equal(why('0x0c01'), at('Not enough data to decode vector'))
  assert.equal(why('0x03ffffffff'), at('Not enough data to decode vector'))
  // longer than needed, or more than 32 bits
  for (const hex of ['0x0100', '0x02000000', '0x0300000000', '0x0700000000'])
    assert.equal(why(hex), at('out of range decoding Compact<u32>'))
  assert.throws(() => read('0x0c01'), {
    data: 'Error { cause: Some(Error { cause: None, desc: "Not enough data to decode vector" }), desc: "Could not decode `OpaqueExtrinsic.0`" }',
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { LocalChain } from './local-chain.ts'

const remark: f.CallValue = { pallet: 'System', name: 'remark', args: { remark: new Uint8Array() } }

/** A remark in so many calls that act for derived accounts. */
function nested(depth: number): f.CallValue {
  let call = remark
  for (let i = 0; i < depth; i++)
    call = { pallet: 'Utility', name: 'as_derivative', args: { index: 0, call } }
  return call
}

// expected values: the production runtime
test('255 calls may run within each other, each in a storage layer', () => {
  const chain = new LocalChain()
  const block = chain.open()
  const push = (call: f.CallValue) => block.push(chain.sign('//Alice', call))
  assert.deepEqual(push(nested(254)), { ok: true, value: null })
  assert.deepEqual(push(nested(255)), { ok: false, error: f.LimitReached })
  assert.deepEqual(push(nested(254)), { ok: true, value: null })
})

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

// `source` polkadot-sdk substrate/frame/timestamp/src/lib.rs set
test('the time is set once, not by calls within calls either: upstream panics', () => {
  const chain = new LocalChain()
  const block = chain.open()
  const set: f.CallValue = { pallet: 'Timestamp', name: 'set', args: { now: 1n << 50n } }
  const asNone = { as_origin: { type: 'system', value: { type: 'None' } }, call: set }
  const call: f.CallValue = { pallet: 'Utility', name: 'dispatch_as', args: asNone }
  const sudo: f.CallValue = { pallet: 'Sudo', name: 'sudo', args: { call } }
  const before = block.push(chain.sign('//Alice', remark))
  assert.throws(() => block.push(chain.sign('//Alice', sudo)), /BadMandatory/)
  assert.deepEqual(before, { ok: true, value: null })
})

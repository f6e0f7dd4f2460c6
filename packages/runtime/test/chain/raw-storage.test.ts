/** System's calls that write to the state by key, and the rows that the host keeps from them. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import * as storage from '../../src/pallets/subtensor/storage.ts'
import { OpenBlock } from './open-block.ts'

const { kill_prefix, kill_storage, set_storage } = f.System.calls
const key = (name: string): string => f.bytesToKey(f.utf8(name))
const CHILD = ':child_storage:default:x'

/** source  polkadot-sdk substrate/primitives/state-machine/src/ext.rs place_storage, clear_prefix */
suite('storage by key', () => {
  test('is set and killed', () => {
    const block = new OpenBlock()
    const { state } = block.ctx
    block.asRoot(set_storage({ items: [[f.utf8('taonet:1'), f.utf8('one')]] }))
    assert.deepEqual(state.getRaw(key('taonet:1')), f.utf8('one'))
    block.asRoot(kill_storage({ keys: [f.utf8('taonet:1')] }))
    assert.equal(state.has(key('taonet:1')), false)
  })

  test('is never a root of a child trie', () => {
    const block = new OpenBlock()
    const { state } = block.ctx
    block.asRoot(set_storage({ items: [[f.utf8(CHILD), f.utf8('root')]] }))
    assert.equal(state.has(key(CHILD)), false)
    state.setRaw(key(CHILD), f.utf8('root'))
    block.asRoot(kill_storage({ keys: [f.utf8(CHILD)] }))
    block.asRoot(kill_prefix({ prefix: f.utf8(':child_storage:default:'), subkeys: 9 }))
    assert.equal(state.has(key(CHILD)), true)
  })

  test('stays when the prefix could reach child tries, as the empty one does', () => {
    const block = new OpenBlock()
    const { state } = block.ctx
    const before = state.keys('').length
    for (const prefix of ['', ':', ':child_storage:'])
      block.asRoot(kill_prefix({ prefix: f.utf8(prefix), subkeys: 99 }))
    assert.equal(state.keys('').length, before)
    block.asRoot(set_storage({ items: [[f.utf8(':cx'), f.utf8('y')]] }))
    block.asRoot(kill_prefix({ prefix: f.utf8(':cx'), subkeys: 0 }))
    assert.equal(state.has(key(':cx')), false)
  })

  test('under a map, with a key that is none of the map, is passed over', () => {
    const { ctx } = new OpenBlock()
    const { NetworksAdded, TransactionKeyLastBlock } = storage
    const nets = NetworksAdded.keysOf(ctx)
    ctx.state.setRaw(`${NetworksAdded.prefix}x`, Uint8Array.of(1))
    assert.deepEqual(NetworksAdded.keysOf(ctx), nets)
    assert.equal(NetworksAdded.entries(ctx).length, nets.length)
    ctx.state.setRaw(TransactionKeyLastBlock.prefix, new Uint8Array(8))
    assert.deepEqual(TransactionKeyLastBlock.keysOf(ctx), [])
  })
})

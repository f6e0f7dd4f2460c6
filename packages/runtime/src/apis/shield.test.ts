import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { extraOf, keyOf } from '../../test/chain/local-chain.ts'
import { genesisState, localNetwork } from '../networks/index.ts'
import { PendingKey } from '../pallets/mev-shield/storage.ts'
import { ShieldedTransaction } from '../pallets/mev-shield/types.ts'

function local(): f.Context {
  const state = new f.State(new f.MemoryBackend(genesisState({ chain: 'dev' })))
  const ctx = new f.Context({ state, runtime: localNetwork({ chain: 'dev' }) })
  ctx.block = 1
  f.system.storage.BlockHash.set(ctx, 0, f.toHex(f.blake2_256(f.utf8('genesis'))))
  return ctx
}
const ask = (ctx: f.Context, method: string, args: Uint8Array) =>
  f.callApi(ctx, `ShieldApi_${method}`, args)

const CIPHERTEXT = f.concatBytes(
  new Uint8Array(16).fill(1),
  f.u16.encode(3),
  new Uint8Array(3).fill(2),
  new Uint8Array(24).fill(3),
  new Uint8Array(5).fill(4),
)

/** An extrinsic with a ciphertext, signed by Alice; `forged` signs another call. */
function submit(ctx: f.Context, ciphertext: Uint8Array, forged = false): Uint8Array {
  const call = { pallet: 'MevShield', name: 'submit_encrypted', args: { ciphertext } }
  const signed = forged ? { pallet: 'System', name: 'remark', args: { remark: ciphertext } } : call
  const key = keyOf('//Alice')
  const extra = extraOf(0)
  const signature = f.toHex(key.sign(f.signedBytes(ctx, { call: signed, extra })))
  return f.encodeExtrinsic(ctx.runtime, {
    call,
    preamble: {
      type: 'Signed',
      address: { type: 'Id', value: key.account },
      signature: { type: 'Sr25519', value: signature },
      extra,
    },
  })
}

test('the key in use is the pending one, named by its twox-128', () => {
  const ctx = local()
  const key = new Uint8Array(1184).fill(7)
  assert.deepEqual([...ask(ctx, 'is_shielded_using_current_key', f.twox128(key))], [0])
  PendingKey.set(ctx, key)
  assert.deepEqual([...ask(ctx, 'is_shielded_using_current_key', f.twox128(key))], [1])
  assert.deepEqual([...ask(ctx, 'is_shielded_using_current_key', new Uint8Array(16))], [0])
})

test('a genuine ciphertext is taken apart, a forged or broken one is not', () => {
  const ctx = local()
  const read = (xt: Uint8Array) =>
    f.option(ShieldedTransaction).decode(ask(ctx, 'try_decode_shielded_tx', xt))
  assert.deepEqual(read(submit(ctx, CIPHERTEXT)), {
    key_hash: `0x${'01'.repeat(16)}`,
    kem_ct: new Uint8Array(3).fill(2),
    nonce: `0x${'03'.repeat(24)}`,
    aead_ct: new Uint8Array(5).fill(4),
  })
  assert.equal(read(submit(ctx, CIPHERTEXT.subarray(0, 40))), undefined)
  assert.equal(read(submit(ctx, CIPHERTEXT, true)), undefined)
  const remark = { pallet: 'System', name: 'remark', args: { remark: CIPHERTEXT } }
  assert.equal(read(f.encodeExtrinsic(ctx.runtime, f.bare(remark))), undefined)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { genesisState, localNetwork } from '../networks/index.ts'
import { slotItem } from '../pallets/aura/slot.ts'
import { Authorities } from '../pallets/aura/storage.ts'
import { AccountStorages } from '../pallets/evm/storage.ts'
import { Basic } from '../pallets/evm/types.ts'

const ALITH = '0xf24ff3a9cf04c71dbc94d0b566f7a27b94566cac'

function local(): f.Context {
  const state = new f.State(new f.MemoryBackend(genesisState({ chain: 'dev' })))
  return new f.Context({ state, runtime: localNetwork({ chain: 'dev' }) })
}
const ask = (ctx: f.Context, method: string, ...args: Uint8Array[]) =>
  f.callApi(ctx, `EthereumRuntimeRPCApi_${method}`, f.concatBytes(...args))

test('an address owns what its mirror account may spend, in wei', () => {
  const ctx = local()
  const { balance, nonce } = Basic.decode(ask(ctx, 'account_basic', f.H160.encode(ALITH)))
  // 2000 TAO, of which the account has to keep 500 rao.
  assert.equal(balance, (2_000_000_000_000n - 500n) * 1_000_000_000n)
  assert.equal(nonce, 0n)
})

test("a contract's word is found by its number", () => {
  const ctx = local()
  const word = `0x${'ab'.repeat(32)}`
  AccountStorages.set(ctx, ALITH, `0x${'0'.repeat(62)}01`, word)
  const read = (index: bigint) =>
    f.toHex(ask(ctx, 'storage_at', f.H160.encode(ALITH), f.U256.encode(index)))
  assert.equal(read(1n), word)
  assert.equal(read(2n), f.ZERO_H256)
})

test('the author is bytes 4 to 24 of the key whose slot it is, or nobody', () => {
  const ctx = local()
  assert.equal(f.toHex(ask(ctx, 'author')), f.ZERO_H160)
  f.system.storage.Digest.set(ctx, { logs: [slotItem(7n)] })
  const [key = ''] = Authorities.get(ctx)
  assert.equal(f.toHex(ask(ctx, 'author')), `0x${key.slice(10, 50)}`)
})

test('extrinsics without an Ethereum transaction give none', () => {
  const ctx = local()
  const remark = f.bare({ pallet: 'System', name: 'remark', args: { remark: f.utf8('x') } })
  const xts = f.vec(f.UncheckedExtrinsic).encode([remark])
  assert.deepEqual([...ask(ctx, 'extrinsic_filter', xts)], [0])
})

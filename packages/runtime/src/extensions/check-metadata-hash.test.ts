import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { extraOf, keyOf, LocalChain } from '../../test/chain/local-chain.ts'
import { TOKEN } from '../common/token.ts'

const CALL = { pallet: 'System', name: 'remark', args: { remark: f.utf8('hello') } }

/** Alice's remark that says it is bound to metadata, signed over `hash`. */
function bound(chain: LocalChain, hash: string): Uint8Array {
  const { account, sign } = keyOf('//Alice')
  const { ctx } = chain
  const disabled = f.signedBytes(ctx, { call: CALL, extra: extraOf(0) })
  const extra = [...extraOf(0).slice(0, -1), 'Enabled']
  // what is signed begins with call and extra, whose last byte is the mode, and ends in the hash or none
  const start = ctx.runtime.call.encode(CALL).length + 4
  const message = f.concatBytes(
    disabled.subarray(0, start - 1),
    new Uint8Array([1]),
    disabled.subarray(start, -1),
    new Uint8Array([1]),
    f.fromHex(hash),
  )
  return f.encodeExtrinsic(ctx.runtime, {
    call: CALL,
    preamble: {
      type: 'Signed',
      address: { type: 'Id', value: account },
      signature: { type: 'Sr25519', value: f.toHex(sign(message)) },
      extra,
    },
  })
}

test('a signature over the hash of the metadata holds, over another it does not', () => {
  const chain = new LocalChain()
  const block = chain.open()
  const hash = f.metadataHash(chain.ctx.runtime, TOKEN)
  assert.throws(() => block.push(bound(chain, `0x${'00'.repeat(32)}`)), /BadProof/)
  assert.deepEqual(block.push(bound(chain, hash)), { ok: true, value: null })
})

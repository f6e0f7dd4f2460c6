/** Transactions against the production runtime: bytes, payloads, signatures, fees, validity, blocks. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import { computeFee, queryCallFeeDetails } from '../src/pallets/transaction-payment/index.ts'
import { spec425 } from '../src/runtime.ts'
import { extraOf } from './chain/local-chain.ts'
import { genesisRows, readVector } from './chain/vectors.ts'

interface Extrinsic {
  readonly kind: 'bare' | 'signed'
  readonly call: string
  readonly call_scale: string
  readonly extrinsic: string
  readonly apply_result_scale: string
}
interface Signed extends Extrinsic {
  readonly signer: string
  readonly nonce: number
  readonly tip: string
  readonly era_scale: string
  readonly extra_scale: string
  readonly implicit_scale: string
  readonly payload_unhashed: string
  readonly signed_bytes: string
  readonly signature: string
  readonly dispatch_info: { call_weight: string; class: string; pays_fee: string }
  readonly len: number
  readonly extension_weight: string
  readonly compute_fee: string
  readonly query_fee_details: string
  readonly validate: string
}
interface Block {
  readonly block: number
  readonly header: string
  readonly hash: string
  readonly parent_hash: string
  readonly digest: readonly string[]
  readonly body: readonly string[]
  readonly extrinsics: readonly Extrinsic[]
  readonly all_events_scale: string
  readonly storage_diff: readonly (readonly [string, string, string | null, string | null])[]
}
interface File {
  readonly cases: readonly Signed[]
  readonly blocks: readonly Block[]
}

const { cases, blocks } = readVector<File>('extrinsics.json')
const runtime = spec425()
const genesis = genesisRows('localnet_single_authority')
const chain = new f.TestChain({ runtime, rows: genesis, checkState: false })
const { ctx } = chain

const isSigned = (item: Extrinsic): item is Signed => item.kind === 'signed'
const callOf = ({ call_scale }: Extrinsic) => runtime.call.decode(f.fromHex(call_scale))
const weightText = ({ ref_time, proof_size }: f.Weight) =>
  `Weight { ref_time: ${ref_time}, proof_size: ${proof_size} }`

function bytesText(list: readonly Uint8Array[]): string {
  return `[${list.map((bytes) => `[${[...bytes].join(', ')}]`).join(', ')}]`
}

function validityText(judge: () => f.ValidTransaction): string {
  try {
    const { priority, requires, provides, longevity, propagate } = judge()
    const tags = `requires: ${bytesText(requires)}, provides: ${bytesText(provides)}`
    return `Ok(ValidTransaction { priority: ${priority}, ${tags}, longevity: ${longevity}, propagate: ${propagate} })`
  } catch (error) {
    assert(error instanceof f.InvalidityError, String(error))
    const { type, value } = error.validity
    return `Err(TransactionValidityError::${type}(${type}Transaction::${value.type}))`
  }
}

function feeText({ inclusion_fee, tip }: ReturnType<typeof queryCallFeeDetails>): string {
  const tao = (rao: bigint) => `TaoBalance(${rao})`
  if (inclusion_fee === undefined) return `FeeDetails { inclusion_fee: None, tip: ${tao(tip)} }`
  const { base_fee, len_fee, adjusted_weight_fee } = inclusion_fee
  const parts = `base_fee: ${tao(base_fee)}, len_fee: ${tao(len_fee)}, adjusted_weight_fee: ${tao(adjusted_weight_fee)}`
  return `FeeDetails { inclusion_fee: Some(InclusionFee { ${parts} }), tip: ${tao(tip)} }`
}

const title = (item: Signed, at: number) => `${at} ${item.call.slice(13, 70)}`

suite('what is signed', () => {
  for (const [at, item] of cases.entries())
    test(title(item, at), () => {
      const call = callOf(item)
      const extra = extraOf(item.nonce, BigInt(item.tip), f.Era.decode(f.fromHex(item.era_scale)))
      const from = new f.Reader(f.fromHex(item.implicit_scale))
      const implicit = runtime.parts.extensions.map((extension) => extension.implicit.read(from))
      const unsigned = { call, extra, implicit }
      assert.equal(f.toHex(runtime.call.encode(call)), item.call_scale)
      assert.equal(f.toHex(f.payloadOf(ctx, unsigned)), item.payload_unhashed)
      const message = f.signedBytes(ctx, unsigned)
      assert.equal(f.toHex(message), item.signed_bytes)
      const signature = { type: 'Sr25519', value: item.signature } as const
      assert(f.checkSignature(signature, message, item.signer))
      const address = { type: 'Id', value: item.signer } as const
      const preamble = { type: 'Signed', address, signature, extra } as const
      const encoded = f.encodeExtrinsic(runtime, { call, preamble })
      assert.equal(encoded.length, item.len)
      assert.deepEqual(f.decodeExtrinsic(runtime, encoded).preamble, preamble)
    })
})

suite('what a call announces and costs', () => {
  for (const [at, item] of cases.entries())
    test(title(item, at), () => {
      const call = callOf(item)
      const info = f.dispatchInfo(ctx, call)
      const { call_weight, class: of, pays_fee } = item.dispatch_info
      assert.deepEqual(
        [weightText(info.call_weight), info.class, info.pays_fee],
        [call_weight, of, pays_fee],
      )
      const extra = extraOf(item.nonce, 0n, f.Era.decode(f.fromHex(item.era_scale)))
      const extensions = runtime.parts.extensions.reduce(
        (sum, extension, i) =>
          f.addWeight(sum, extension.weight?.(ctx, call, extra[i]) ?? f.NO_WEIGHT),
        f.NO_WEIGHT,
      )
      assert.equal(weightText(extensions), item.extension_weight)
      assert.equal(String(computeFee(ctx, item.len, info, BigInt(item.tip))), item.compute_fee)
      assert.equal(feeText(queryCallFeeDetails(ctx, call, item.len)), item.query_fee_details)
    })
})

/**
 * Result of applying, as the runtime API encodes it. What upstream refused it did not roll back here:
 * the bytes stay in the state where the next extrinsic will overwrite them.
 */
function applyResult(builder: f.BlockBuilder, item: Extrinsic): string {
  const bytes = f.fromHex(item.extrinsic)
  const isRefused = item.apply_result_scale.startsWith('0x01')
  const Wire = f.result(f.result(f.unit, f.DispatchErrorWire), f.TransactionValidityError)
  try {
    const result = isRefused ? f.applyExtrinsic(ctx, bytes) : builder.push(bytes)
    const value = result.ok ? result : { ok: false as const, error: result.error.toWire() }
    return f.toHex(Wire.encode({ ok: true, value }))
  } catch (error) {
    assert(error instanceof f.InvalidityError, String(error))
    return f.toHex(Wire.encode({ ok: false, error: error.validity }))
  }
}

function validityOf(bytes: Uint8Array): string {
  return validityText(() =>
    chain.ctx.dryRun(() => {
      const extrinsic = f.decodeExtrinsic(runtime, bytes)
      const checked = f.check(chain.ctx, extrinsic, bytes.length)
      return f.validateChecked(chain.ctx, checked, 'External')
    }),
  )
}

suite('blocks', () => {
  test('the genesis block', () => {
    assert.equal(chain.head.hash, blocks[0]!.hash)
  })
  for (const block of blocks.slice(1))
    test(`block ${block.block}`, () => {
      const preDigest = [f.DigestItem.decode(f.fromHex(block.digest[0]!))]
      const builder = chain.open({ number: block.block, preDigest })
      const results = block.extrinsics.map((item) => {
        const validity = isSigned(item) ? validityOf(f.fromHex(item.extrinsic)) : undefined
        return [item.call.slice(0, 60), validity, applyResult(builder, item)]
      })
      const expected = block.extrinsics.map((item) => [
        item.call.slice(0, 60),
        isSigned(item) ? item.validate : undefined,
        item.apply_result_scale,
      ])
      assert.deepEqual(results, expected)
      const { header, body } = chain.seal(builder)
      assert.deepEqual(body.map(f.toHex), block.body)
      const { Events } = f.system.storage
      assert.equal(f.toHex(Events.codec.encode(Events.get(chain.ctx))), block.all_events_scale)
      assert.equal(f.toHex(f.Header.encode(header)), block.header)
      assert.equal(chain.head.hash, block.hash)
    })
})

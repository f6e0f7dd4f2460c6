/** Runs `extrinsics.json`: what is signed, what calls announce and cost, and blocks of transactions. */
import assert from 'node:assert/strict'
import * as f from '@taonet/frame'
import { computeFee, queryCallFeeDetails } from '../../src/pallets/transaction-payment/index.ts'
import { spec425 } from '../../src/runtime.ts'
import { extraOf } from '../chain/local-chain.ts'
import { BlockRun, type BlockVector } from './block-run.ts'
import type { Check } from './checks.ts'

interface ExtrinsicVector {
  readonly kind: 'bare' | 'signed'
  readonly call: string
  readonly call_scale: string
  readonly extrinsic: string
  readonly apply_result_scale: string
}
interface SignedVector extends ExtrinsicVector {
  readonly signer: string
  readonly nonce: number
  readonly tip: string
  readonly era_scale: string
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
interface ExtrinsicBlock extends BlockVector {
  readonly extrinsics: readonly ExtrinsicVector[]
}
/** `extrinsics.json`. */
export interface ExtrinsicVectors {
  readonly cases: readonly SignedVector[]
  readonly blocks: readonly ExtrinsicBlock[]
}

const runtime = spec425()

const isSigned = (item: ExtrinsicVector): item is SignedVector => item.kind === 'signed'
const callOf = ({ call_scale }: ExtrinsicVector) => runtime.call.decode(f.fromHex(call_scale))
const weightText = ({ ref_time, proof_size }: f.Weight) =>
  `Weight { ref_time: ${ref_time}, proof_size: ${proof_size} }`
const bytesText = (list: readonly Uint8Array[]) =>
  `[${list.map((bytes) => `[${[...bytes].join(', ')}]`).join(', ')}]`

function validityText(judge: () => f.ValidTransaction): string {
  try {
    const { priority, requires, provides, longevity, propagate } = judge()
    const tags = `requires: ${bytesText(requires)}, provides: ${bytesText(provides)}`
    return `Ok(ValidTransaction { priority: ${priority}, ${tags}, longevity: ${longevity}, propagate: ${propagate} })`
  } catch (error) {
    if (!(error instanceof f.InvalidityError)) throw error
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

const eraOf = ({ era_scale }: SignedVector) => f.Era.decode(f.fromHex(era_scale))

function checkSigned(ctx: f.Context, item: SignedVector): void {
  const call = callOf(item)
  const extra = extraOf(item.nonce, BigInt(item.tip), eraOf(item))
  const from = new f.Reader(f.fromHex(item.implicit_scale))
  const implicit = runtime.parts.extensions.map((extension) => extension.implicit.read(from))
  const unsigned = { call, extra, implicit }
  assert.equal(f.toHex(runtime.call.encode(call)), item.call_scale)
  assert.equal(f.toHex(f.payloadOf(ctx, unsigned)), item.payload_unhashed)
  const message = f.signedBytes(ctx, unsigned)
  assert.equal(f.toHex(message), item.signed_bytes)
  const signature = { type: 'Sr25519', value: item.signature } as const
  assert(f.checkSignature(signature, message, item.signer), 'the signature is not of this message')
  const address = { type: 'Id', value: item.signer } as const
  const preamble = { type: 'Signed', address, signature, extra } as const
  const encoded = f.encodeExtrinsic(runtime, { call, preamble })
  assert.equal(encoded.length, item.len)
  assert.deepEqual(f.decodeExtrinsic(runtime, encoded).preamble, preamble)
}

function checkCost(ctx: f.Context, item: SignedVector): void {
  const call = callOf(item)
  const info = f.dispatchInfo(ctx, call)
  const { call_weight, class: of, pays_fee } = item.dispatch_info
  assert.deepEqual(
    [weightText(info.call_weight), info.class, info.pays_fee],
    [call_weight, of, pays_fee],
  )
  const extra = extraOf(item.nonce, 0n, eraOf(item))
  const extensions = runtime.parts.extensions.reduce(
    (sum, extension, i) => f.addWeight(sum, extension.weight?.(ctx, call, extra[i]) ?? f.NO_WEIGHT),
    f.NO_WEIGHT,
  )
  assert.equal(weightText(extensions), item.extension_weight)
  assert.equal(String(computeFee(ctx, item.len, info, BigInt(item.tip))), item.compute_fee)
  assert.equal(feeText(queryCallFeeDetails(ctx, call, item.len)), item.query_fee_details)
}

const Applied = f.result(f.result(f.unit, f.DispatchErrorWire), f.TransactionValidityError)

/** Result of applying, as the runtime API encodes it. */
function applyResult(ctx: f.Context, bytes: Uint8Array): string {
  try {
    const result = f.applyExtrinsic(ctx, bytes)
    const value = result.ok ? result : { ok: false as const, error: result.error.toWire() }
    return f.toHex(Applied.encode({ ok: true, value }))
  } catch (error) {
    if (!(error instanceof f.InvalidityError)) throw error
    return f.toHex(Applied.encode({ ok: false, error: error.validity }))
  }
}

const validityOf = (ctx: f.Context, bytes: Uint8Array): string =>
  validityText(() =>
    ctx.dryRun(() => {
      const extrinsic = f.decodeExtrinsic(runtime, bytes)
      return f.validateChecked(ctx, f.check(ctx, extrinsic, bytes.length), 'External')
    }),
  )

const title = ({ call }: ExtrinsicVector) => call.replace(/^RuntimeCall::/, '').slice(0, 60)

/** Checks of a block: each transaction's validity and result, then the header. */
function* blockChecks(run: BlockRun, block: ExtrinsicBlock): Generator<Check> {
  const at = `blocks[${block.block}]`
  yield { name: `${at} initialize`, run: () => run.open(block) }
  for (const [index, item] of block.extrinsics.entries()) {
    const bytes = f.fromHex(item.extrinsic)
    if (isSigned(item))
      yield {
        name: `${at} validity of ${index} ${title(item)}`,
        run: () => assert.equal(validityOf(run.ctx, bytes), item.validate),
      }
    // What upstream refused it did not roll back here: the next one overwrites its bytes.
    yield {
      name: `${at} result of ${index} ${title(item)}`,
      run: () => assert.equal(applyResult(run.ctx, bytes), item.apply_result_scale),
    }
  }
  yield { name: `${at} header and events`, run: () => run.finalize(block) }
}

/** Yields the checks of the file on a chain at its genesis. */
export function* extrinsicChecks(
  genesis: readonly f.Change[],
  { cases, blocks }: ExtrinsicVectors,
): Generator<Check> {
  const run = new BlockRun(runtime, genesis)
  const first = new f.TestChain({ runtime, rows: genesis, checkState: false })
  for (const [at, item] of cases.entries()) {
    yield {
      name: `cases[${at}] signed ${title(item)}`,
      run: () => checkSigned(first.ctx, item),
    }
    yield { name: `cases[${at}] cost ${title(item)}`, run: () => checkCost(first.ctx, item) }
  }
  for (const block of blocks)
    if (block.block === 0)
      yield {
        name: 'blocks[0] hash',
        run: () => assert.equal(first.head.hash, block.hash),
      }
    else yield* blockChecks(run, block)
}

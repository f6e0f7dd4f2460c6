/** The APIs that every Substrate node asks of its runtime: version, blocks, metadata, validity. */
import * as f from '@taonet/frame'
import { CheckInherentsResult, InherentData } from './standard-types.ts'

const { Block } = f.system.types

const preDigestOf = ({ digest }: f.Header): f.DigestItem[] =>
  digest.logs.filter(({ type }) => type === 'PreRuntime')

/** Version of the runtime, and blocks as a whole. */
export const Core = f.api('Core', 5, {
  version: f.method({}, f.system.types.RuntimeVersion, (ctx) =>
    f.system.constants.Version.get(ctx),
  ),
  execute_block: f.method({ block: Block }, f.unit, (ctx, { block: { header, extrinsics } }) => {
    f.executeBlock(ctx, {
      header,
      extrinsics: extrinsics.map((extrinsic) => f.encodeExtrinsic(ctx.runtime, extrinsic)),
    })
    return null
  }),
  initialize_block: f.method(
    { header: f.Header },
    f.ExtrinsicInclusionMode,
    (ctx, { header }): f.ExtrinsicInclusionMode => {
      const { number, parent_hash } = header
      f.initializeBlock(ctx, { number, parent_hash, preDigest: preDigestOf(header) })
      return 'AllExtrinsics' as const
    },
  ),
})

const opaque = (ctx: f.Context, version: number): Uint8Array | undefined =>
  f.metadata(ctx.runtime, version)

/** The declarations, printed. */
export const Metadata = f.api('Metadata', 2, {
  metadata: f.method({}, f.OpaqueMetadata, (ctx) => opaque(ctx, 14) as Uint8Array),
  metadata_at_version: f.method(
    { version: f.u32 },
    f.option(f.OpaqueMetadata),
    (ctx, { version }) => opaque(ctx, version),
  ),
  metadata_versions: f.method({}, f.vec(f.u32), () => [...f.METADATA_VERSIONS]),
})

const ApplyResult = f.result(f.result(f.unit, f.DispatchErrorWire), f.TransactionValidityError)

/** Building blocks, as authors do. */
export const BlockBuilder = f.api('BlockBuilder', 6, {
  apply_extrinsic: f.method(
    { extrinsic: f.UncheckedExtrinsic },
    ApplyResult,
    (ctx, { extrinsic }): f.Value<typeof ApplyResult> => {
      try {
        const outcome = f.applyExtrinsic(ctx, f.encodeExtrinsic(ctx.runtime, extrinsic))
        return {
          ok: true,
          value: outcome.ok ? outcome : { ok: false, error: outcome.error.toWire() },
        }
      } catch (error) {
        if (!(error instanceof f.InvalidityError)) throw error
        return { ok: false, error: error.validity }
      }
    },
  ),
  finalize_block: f.method({}, f.Header, (ctx) => f.finalizeBlock(ctx)),
  inherent_extrinsics: f.method(
    { inherent: InherentData },
    f.vec(f.UncheckedExtrinsic),
    (ctx, { inherent }) =>
      f
        .createInherents(ctx, dataOf(inherent))
        .map((bytes) => f.decodeExtrinsic(ctx.runtime, bytes)),
  ),
  check_inherents: f.method(
    { block: Block, data: InherentData },
    CheckInherentsResult,
    (ctx, { block: { extrinsics }, data }) => {
      const encoded = extrinsics.map((extrinsic) => f.encodeExtrinsic(ctx.runtime, extrinsic))
      const errors = f.checkInherents(ctx, encoded, dataOf(data))
      return {
        okay: errors.length === 0,
        fatal_error: errors.some(({ fatal }) => fatal),
        errors: {
          data: new Map(
            errors.map(({ identifier, encoded }) => [f.toHex(f.utf8(identifier)), encoded]),
          ),
        },
      }
    },
  ),
})

/** Inherent data by name, as the runtime's hooks read it. */
const dataOf = ({ data }: InherentData): f.InherentData =>
  new Map([...data].map(([name, value]) => [f.bytesToKey(f.fromHex(name)), value]))

const Validity = f.result(f.ValidTransaction, f.TransactionValidityError)

/** Whether a transaction may wait in a pool. */
export const TaggedTransactionQueue = f.api('TaggedTransactionQueue', 3, {
  validate_transaction: f.method(
    { source: f.TransactionSource, tx: f.UncheckedExtrinsic, block_hash: f.H256 },
    Validity,
    (ctx, { source, tx, block_hash }): f.Value<typeof Validity> => {
      try {
        const bytes = f.encodeExtrinsic(ctx.runtime, tx)
        return { ok: true, value: f.validateTransaction(ctx, { bytes, source, block_hash }) }
      } catch (error) {
        if (!(error instanceof f.InvalidityError)) throw error
        return { ok: false, error: error.validity }
      }
    },
  ),
})

export const OffchainWorkerApi = f.api('OffchainWorkerApi', 2, {
  offchain_worker: f.method({ header: f.Header }, f.unit, () => null),
})

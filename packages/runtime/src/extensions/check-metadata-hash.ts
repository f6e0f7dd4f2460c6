/** A signer that shows what it signs may bind its signature to the metadata that it read. */
import * as f from '@taonet/frame'

const PATH = 'frame_metadata_hash_extension'
export const Mode = f.enumeration(`${PATH}::Mode`, { Disabled: 0, Enabled: 1 })
export type Mode = f.Value<typeof Mode>

/** Root of the merkleized metadata of a runtime: 32 bytes as hex. */
export type MetadataHash = (runtime: f.Runtime) => string

/**
 * The extension. Without a function that gives the hash, transactions that ask for it are refused.
 *
 * refuses CannotLookup
 * source  polkadot-sdk substrate/frame/metadata-hash-extension/src/lib.rs
 */
export const checkMetadataHash = (
  hashOf?: MetadataHash,
): f.TransactionExtension<Mode, string | undefined> => ({
  identifier: 'CheckMetadataHash',
  explicit: f.newtype(f.generic(`${PATH}::CheckMetadataHash`, { T: undefined }), Mode, 'mode'),
  implicit: f.option(f.bytesN(32)),
  implied(ctx, mode) {
    if (mode === 'Disabled') return undefined
    if (hashOf === undefined) throw f.unknown({ type: 'CannotLookup' })
    return hashOf(ctx.runtime)
  },
})

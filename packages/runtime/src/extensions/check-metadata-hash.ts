/** A signer that shows what it signs may bind its signature to the metadata that it read. */
import * as f from '@taonet/frame'
import { TOKEN } from '../common/token.ts'

const PATH = 'frame_metadata_hash_extension'
export const Mode = f.enumeration(`${PATH}::Mode`, { Disabled: 0, Enabled: 1 })
export type Mode = f.Value<typeof Mode>

/**
 * The extension. Upstream is built with the hash of its metadata; here it is computed when it is first
 * asked for.
 *
 * source  polkadot-sdk substrate/frame/metadata-hash-extension/src/lib.rs
 */
export const CheckMetadataHash: f.TransactionExtension<Mode, string | undefined> = {
  identifier: 'CheckMetadataHash',
  explicit: f.newtype(f.generic(`${PATH}::CheckMetadataHash`, { T: undefined }), Mode, 'mode'),
  implicit: f.option(f.bytesN(32)),
  implied: (ctx, mode) => (mode === 'Enabled' ? f.metadataHash(ctx.runtime, TOKEN) : undefined),
}

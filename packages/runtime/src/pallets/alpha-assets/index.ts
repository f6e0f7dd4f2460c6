/** AlphaAssets: the pallet's table. */
import * as f from '@taonet/frame'
import * as storage from './storage.ts'

export const AlphaAssets = f.pallet('AlphaAssets', { crate: 'pallet_alpha_assets', storage })

/** Only the sudo key's transactions may carry a sudo call: others do not get into the pool. */
import * as f from '@taonet/frame'
import { Runtime } from '../common/runtime-type.ts'
import { storage } from '../pallets/sudo/index.ts'

/**
 * refuses BadSigner
 * source  opentensor/subtensor runtime/src/sudo_wrapper.rs
 */
export const SudoTransactionExtension = f.emptyExtension({
  path: 'node_subtensor_runtime::sudo_wrapper::SudoTransactionExtension',
  runtime: Runtime,
  validate(ctx, { call, origin }) {
    const who = f.signer(origin)
    const isRefused = call.pallet === 'Sudo' && storage.Key.get(ctx) !== who
    if (who !== undefined && isRefused) throw f.invalid({ type: 'BadSigner' })
    return undefined
  },
})

/** Nobody signs for the zero account. */
import { emptyExtension } from '../../extrinsic/empty-extension.ts'
import { signer } from '../../pallet/origin.ts'
import { invalid } from '../../pallet/validity.ts'
import { ZERO_H256 } from '../../types.ts'
import { check_non_zero_sender } from './weights.ts'

export const CheckNonZeroSender = emptyExtension({
  path: 'frame_system::extensions::check_non_zero_sender::CheckNonZeroSender',
  weight: () => check_non_zero_sender,
  validate(_ctx, { origin }) {
    if (signer(origin) === ZERO_H256) throw invalid({ type: 'BadSigner' })
    return undefined
  },
})

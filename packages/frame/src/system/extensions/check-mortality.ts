/** A transaction is valid for the blocks of its era, and bound to the block in which that begins. */
import { generic, newtype } from '../../codec/index.ts'
import { birth, death, Era } from '../../extrinsic/era.ts'
import type { TransactionExtension } from '../../extrinsic/extension.ts'
import { invalid } from '../../pallet/validity.ts'
import { H256 } from '../../types.ts'
import { BlockHash } from '../storage.ts'
import {
  check_mortality_immortal_transaction,
  check_mortality_mortal_transaction,
} from './weights.ts'

/**
 * The extension under a path of the runtime's choice.
 *
 * refuses AncientBirthBlock when the era's first block is no longer remembered
 */
export const checkMortality = (path: string): TransactionExtension<Era, H256> => ({
  identifier: 'CheckMortality',
  explicit: newtype(generic(path, { T: undefined }), Era),
  implicit: H256,
  implied(ctx, era) {
    const first = BlockHash.find(ctx, birth(era, ctx.block))
    if (first === undefined) throw invalid({ type: 'AncientBirthBlock' })
    return first
  },
  weight: (_ctx, _call, era) =>
    era.type === 'Immortal'
      ? check_mortality_immortal_transaction
      : check_mortality_mortal_transaction,
  validate: (ctx, { explicit }) => ({
    valid: { longevity: death(explicit, ctx.block) - BigInt(ctx.block) },
  }),
})

export const CheckMortality = checkMortality(
  'frame_system::extensions::check_mortality::CheckMortality',
)

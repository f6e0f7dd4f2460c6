/** A transaction is signed for one chain. */
import { empty, generic } from '../../codec/index.ts'
import type { TransactionExtension } from '../../extrinsic/extension.ts'
import { H256 } from '../../types.ts'
import { BlockHash } from '../storage.ts'
import { check_genesis } from './weights.ts'

export const CheckGenesis: TransactionExtension<null, H256> = {
  identifier: 'CheckGenesis',
  explicit: empty(
    generic('frame_system::extensions::check_genesis::CheckGenesis', { T: undefined }),
  ),
  implicit: H256,
  implied: (ctx) => BlockHash.get(ctx, 0),
  weight: () => check_genesis,
}

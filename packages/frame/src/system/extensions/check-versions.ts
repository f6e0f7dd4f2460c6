/** A transaction is signed for one specification and one format of transactions. */
import { empty, generic, u32 } from '../../codec/index.ts'
import type { TransactionExtension } from '../../extrinsic/extension.ts'
import { Version } from '../constants.ts'
import { check_spec_version, check_tx_version } from './weights.ts'

export const CheckSpecVersion: TransactionExtension<null, number> = {
  identifier: 'CheckSpecVersion',
  explicit: empty(
    generic('frame_system::extensions::check_spec_version::CheckSpecVersion', { T: undefined }),
  ),
  implicit: u32,
  implied: (ctx) => Version.get(ctx).spec_version,
  weight: () => check_spec_version,
}

export const CheckTxVersion: TransactionExtension<null, number> = {
  identifier: 'CheckTxVersion',
  explicit: empty(
    generic('frame_system::extensions::check_tx_version::CheckTxVersion', { T: undefined }),
  ),
  implicit: u32,
  implied: (ctx) => Version.get(ctx).transaction_version,
  weight: () => check_tx_version,
}

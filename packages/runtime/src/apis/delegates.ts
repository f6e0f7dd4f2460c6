/** Hotkeys that others stake at. */
import * as f from '@taonet/frame'
import {
  getDelegate,
  getDelegated,
  getDelegates,
} from '../pallets/subtensor/rpc-info/delegate-info.ts'
import { DelegateInfo } from '../pallets/subtensor/rpc-info/types.ts'

const Position = f.tuple(f.compact(f.u16), f.compact(f.u64))

/** source  opentensor/subtensor pallets/subtensor/runtime-api/src/lib.rs DelegateInfoRuntimeApi */
export const DelegateInfoRuntimeApi = f.api('DelegateInfoRuntimeApi', 1, {
  get_delegates: f.method({}, f.vec(DelegateInfo), (ctx) => getDelegates(ctx)),
  get_delegate: f.method(
    { delegate_account: f.AccountId },
    f.option(DelegateInfo),
    (ctx, { delegate_account }) => getDelegate(ctx, delegate_account),
  ),
  get_delegated: f.method(
    { delegatee_account: f.AccountId },
    f.vec(f.tuple(DelegateInfo, Position)),
    (ctx, { delegatee_account }) => getDelegated(ctx, delegatee_account),
  ),
})

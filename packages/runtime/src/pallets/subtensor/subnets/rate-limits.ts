/** How often something may be done on a subnet, and when it was done last. */
import type * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import {
  MaxUidsTrimmingRateLimit,
  MechanismCountSetRateLimit,
  MechanismEmissionRateLimit,
  SetChildrenRateLimit,
  SetSNOwnerHotkeyRateLimit,
} from '../build-limits.ts'
import { currentBlock } from '../clock.ts'
import { MinTempo } from '../constants.ts'
import {
  LastRateLimitedBlock,
  NetworkRateLimit,
  OwnerHyperparamRateLimit,
  Tempo,
  TransactionKeyLastBlock,
  TxChildkeyTakeRateLimit,
  WeightsVersionKeyRateLimit,
} from '../storage.ts'
import type { Hyperparameter, RateLimitKey } from '../types.ts'

/** A limit: whose actions it counts is its own matter. */
export interface RateLimit {
  /** Blocks that have to lie between two actions. */
  blocks(ctx: f.Context, netuid: NetUid): bigint
  /** Block of the last action, 0 without one. */
  last(ctx: f.Context, account: f.AccountId, netuid: NetUid): bigint
  /** Notes that the action is done now. */
  record(ctx: f.Context, account: f.AccountId, netuid: NetUid): void
}

type Blocks = RateLimit['blocks']

/** Counts the actions of each account on each subnet; `tag` is the number in `TransactionKeyLastBlock`. */
const perAccount = (tag: number, blocks: Blocks): RateLimit => ({
  blocks,
  last: (ctx, account, netuid) => TransactionKeyLastBlock.get(ctx, account, netuid, tag),
  record: (ctx, account, netuid) =>
    TransactionKeyLastBlock.set(ctx, account, netuid, tag, currentBlock(ctx)),
})

/** Counts the actions of all accounts together. */
const perKey = (key: (netuid: NetUid) => RateLimitKey, blocks: Blocks): RateLimit => ({
  blocks,
  last: (ctx, _, netuid) => LastRateLimitedBlock.get(ctx, key(netuid)),
  record: (ctx, _, netuid) => LastRateLimitedBlock.set(ctx, key(netuid), currentBlock(ctx)),
})

const tempos = (ctx: f.Context, netuid: NetUid, count: bigint) =>
  satU64.mul(BigInt(Tempo.get(ctx, netuid)), count)

/** By hotkey. */
export const SetChildren = perAccount(0, (ctx) => SetChildrenRateLimit.get(ctx))
/** By hotkey. */
export const SetChildkeyTake = perAccount(1, (ctx) => TxChildkeyTakeRateLimit.get(ctx))
/** Over the whole chain. */
export const RegisterNetwork = perKey(
  () => ({ type: 'NetworkLastRegistered' }),
  (ctx) => NetworkRateLimit.get(ctx),
)
/** By owner. */
export const SetWeightsVersionKey = perAccount(4, (ctx, netuid) =>
  tempos(ctx, netuid, WeightsVersionKeyRateLimit.get(ctx)),
)
export const SetSNOwnerHotkey = perKey(
  (netuid) => ({ type: 'SetSNOwnerHotkey', value: netuid }),
  (ctx) => SetSNOwnerHotkeyRateLimit.get(ctx),
)
/** By owner. */
export const MechanismCountUpdate = perAccount(7, (ctx) => MechanismCountSetRateLimit.get(ctx))
/** By owner. */
export const MechanismEmission = perAccount(8, (ctx) => MechanismEmissionRateLimit.get(ctx))
/** By owner. */
export const MaxUidsTrimming = perAccount(9, (ctx) => MaxUidsTrimmingRateLimit.get(ctx))
/** By coldkey; nothing asks for it any more. */
export const AddStakeBurn = perAccount(10, (ctx, netuid) => tempos(ctx, netuid, 1n))
/** By owner. */
export const TempoUpdate = perAccount(11, (ctx) => BigInt(MinTempo.get(ctx)))

/** A hyperparameter changed by any owner of the subnet: some tempos. */
export const ownerHyperparameter = (parameter: Hyperparameter): RateLimit =>
  perKey(
    (netuid) => ({ type: 'OwnerHyperparamUpdate', value: [netuid, parameter] }),
    (ctx, netuid) => tempos(ctx, netuid, BigInt(OwnerHyperparamRateLimit.get(ctx))),
  )

/**
 * Whether enough blocks have passed since the last action; the first one is free.
 *
 * source  opentensor/subtensor pallets/subtensor/src/utils/rate_limiting.rs passes_rate_limit_on_subnet
 */
export function passesRateLimit(
  ctx: f.Context,
  limit: RateLimit,
  account: f.AccountId,
  netuid: NetUid,
): boolean {
  const last = limit.last(ctx, account, netuid)
  return last === 0n || satU64.sub(currentBlock(ctx), last) >= limit.blocks(ctx, netuid)
}

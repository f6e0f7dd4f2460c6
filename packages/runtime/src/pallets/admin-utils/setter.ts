/** The two kinds of calls that set a parameter of a subnet. */
import * as f from '@taonet/frame'
import { ensureAdminWindowOpen } from '../subtensor/subnets/admin-window.ts'
import { ifSubnetExist, ROOT } from '../subtensor/subnets/exists.ts'
import { ownerWithinOrRoot } from '../subtensor/subnets/owner.ts'
import { ownerHyperparameter, type RateLimit } from '../subtensor/subnets/rate-limits.ts'
import type { Hyperparameter } from '../subtensor/types.ts'
import { NotPermittedOnRootSubnet, SubnetDoesNotExist } from './errors.ts'

/** Arguments of a call on a subnet. */
interface OnSubnet {
  readonly netuid: number
}

interface SetterDef<V> {
  readonly index: number
  readonly args: f.Codecs<V>
  readonly weight: f.Weight
  readonly class?: f.DispatchClass
  readonly docs: string
}

interface OwnerSetterDef<V> extends SetterDef<V> {
  /** What counts toward the owner's rate limit. */
  readonly limit: Hyperparameter | RateLimit
  /** Checks and sets; `owner` is undefined when root calls. */
  set(ctx: f.Context, args: V, owner: f.AccountId | undefined): void
}

/** Refuses a subnet that does not exist. `refuses` SubnetDoesNotExist */
export const ensureSubnet = (ctx: f.Context, netuid: number): void =>
  f.ensure(ifSubnetExist(ctx, netuid), SubnetDoesNotExist)

/** Refuses a subnet that does not exist, and root. `refuses` SubnetDoesNotExist, NotPermittedOnRootSubnet */
export function ensureNotRoot(ctx: f.Context, netuid: number): void {
  ensureSubnet(ctx, netuid)
  f.ensure(netuid !== ROOT, NotPermittedOnRootSubnet)
}

/**
 * Declares a call by which a subnet's owner or root sets something, outside the freeze window. The owner may do so
 * only so often.
 *
 * refuses BadOrigin, TxRateLimitExceeded, AdminActionProhibitedDuringWeightsWindow, then what `set` refuses
 */
export function byOwner<V extends OnSubnet>(def: OwnerSetterDef<V>): f.Call<V> {
  const limit = typeof def.limit === 'string' ? ownerHyperparameter(def.limit) : def.limit
  return f.call<V, f.AccountId | undefined>({
    index: def.index,
    origin: ownerWithinOrRoot(limit),
    args: def.args,
    weight: def.weight,
    class: def.class ?? 'Normal',
    docs: `${def.docs} The subnet's owner or root.`,
    run(ctx, owner, args) {
      ensureAdminWindowOpen(ctx, args.netuid)
      def.set(ctx, args, owner)
      if (owner !== undefined) limit.record(ctx, owner, args.netuid)
    },
  })
}

interface RootSetterDef<V> extends SetterDef<V> {
  set(ctx: f.Context, args: V): void
}

/** Declares a call by which root sets something. `refuses` BadOrigin, then what `set` refuses */
export function byRoot<V>(def: RootSetterDef<V>): f.Call<V> {
  return f.call<V, null>({
    index: def.index,
    origin: f.root,
    args: def.args,
    weight: def.weight,
    class: def.class ?? 'Normal',
    docs: `${def.docs} Root only.`,
    run: (ctx, _, args) => def.set(ctx, args),
  })
}

/** Like `byRoot`, for a subnet that exists, outside its freeze window. */
export function byRootOutsideWindow<V extends OnSubnet>(def: RootSetterDef<V>): f.Call<V> {
  return byRoot({
    ...def,
    set(ctx, args) {
      ensureAdminWindowOpen(ctx, args.netuid)
      ensureSubnet(ctx, args.netuid)
      def.set(ctx, args)
    },
  })
}

/** Weight that upstream writes by hand. */
export const estimated = (refTime: bigint, reads: number, writes: number): f.Weight =>
  f.addWeight(f.weight(refTime), f.dbReadsWrites(reads, writes))

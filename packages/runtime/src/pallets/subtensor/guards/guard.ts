/** What Subtensor's guards have in common: they look at signed calls of the pallet. */
import * as f from '@taonet/frame'

/** Checks by the names of the calls that they look at; their arguments are those of the call. */
// biome-ignore lint/suspicious/noExplicitAny: each check names the arguments of its own call
export type Checks = Readonly<Record<string, (ctx: f.Context, who: f.AccountId, args: any) => void>>

/** A guard over some calls of the pallet; other calls weigh nothing and pass. */
export function guardCalls(weight: f.Weight, checks: Checks): f.Guard {
  const checkOf = ({ pallet, name }: f.CallValue) =>
    pallet === 'SubtensorModule' ? checks[name] : undefined
  return {
    weight: (_ctx, call) => (checkOf(call) ? weight : f.NO_WEIGHT),
    check(ctx, origin, call) {
      const who = f.signer(origin)
      if (who !== undefined) checkOf(call)?.(ctx, who, call.args)
    },
  }
}

/** A benchmarked weight with its reads. */
export const guardWeight = (refTime: bigint, proofSize: bigint, reads: number): f.Weight =>
  f.addWeight(f.weight(refTime, proofSize), f.dbReads(reads))

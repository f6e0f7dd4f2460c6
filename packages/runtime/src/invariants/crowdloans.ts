/** Crowdloans: the fund has what was contributed. */
import * as f from '@taonet/frame'
import { freeBalance } from '../pallets/balances/inspect.ts'
import { Contributions, Crowdloans, NextCrowdloanId } from '../pallets/crowdloan/storage.ts'

export const crowdloansAddUp = f.invariant(
  'a crowdloan has raised its contributions',
  function* (ctx) {
    const next = NextCrowdloanId.get(ctx)
    for (const [[id], loan] of Crowdloans.entries(ctx)) {
      const { raised, cap, finalized, contributors_count, funds_account } = loan
      const contributions = Contributions.values(ctx, id)
      const sum = contributions.reduce((total, amount) => total + amount, 0n)
      const free = freeBalance(ctx, funds_account)
      if (id >= next) yield `${id}: the next one is ${next}`
      if (sum !== raised) yield `${id}: ${raised} rao raised, ${sum} contributed`
      if (contributions.length !== contributors_count)
        yield `${id}: ${contributors_count} contributors, ${contributions.length} contributions`
      if (raised > cap) yield `${id}: ${raised} rao raised, the cap is ${cap}`
      if (!finalized && free < raised) yield `${id}: ${raised} rao raised, the fund has ${free}`
    }
    for (const [id] of Contributions.keysOf(ctx))
      if (!Crowdloans.has(ctx, id)) yield `${id}: contributions to no crowdloan`
  },
)

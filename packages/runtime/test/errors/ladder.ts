/** A call with everything wrong with it that can be, put right step by step: each time the next reason wins. */
import assert from 'node:assert/strict'
import * as f from '@taonet/frame'
import { type Args, callNamed, errorNamed, originOf, type Scene, world } from './scene.ts'
import type { Before } from './states.ts'

/** What spoils a call. Where two spoil the same argument, or the caller, the one that is noticed first has its way. */
export interface Spoiler {
  readonly args?: Args
  readonly before?: Before
  readonly who?: Scene['who']
}
/** A reason, as `Pallet.Error` or as it is, and what brings it about. */
export type Rung = readonly [error: string | f.DispatchError, spoiler: Spoiler]

export interface Ladder extends Spoiler {
  /** `Pallet.call` */
  readonly call: string
  readonly who: Scene['who']
  /** In the order in which upstream looks. */
  readonly rungs: readonly Rung[]
  /** The last reason cannot be put right. */
  readonly neverPasses?: true
}

/** Makes the call with these spoilers; gives why it was refused. */
function refusal(ladder: Ladder, spoilers: readonly Spoiler[]): f.DispatchError | undefined {
  const { ctx } = world
  const parts = [...spoilers, ladder]
  const args: Args = Object.assign({}, ...parts.map((part) => part.args).reverse())
  const who = parts.find((part) => part.who !== undefined)?.who ?? 'none'
  let outcome: f.Outcome | undefined
  ctx.dryRun(() => {
    for (const { before } of parts.toReversed()) before?.(ctx)
    outcome = f.outcomeOf(() => f.dispatch(ctx, originOf(who), callNamed(ladder.call, args)))
  })
  return outcome?.ok === false ? outcome.error : undefined
}

const known = (error: string | f.DispatchError): f.DispatchError =>
  typeof error === 'string' ? errorNamed(error) : error

/** Climbs a ladder: with everything right the call passes, and each reason wins over those after it. */
export function climb(ladder: Ladder): void {
  const { rungs } = ladder
  if (!ladder.neverPasses) assert.equal(refusal(ladder, []), undefined, 'nothing is wrong')
  for (let at = rungs.length - 1; at >= 0; at--) {
    const expected = known(rungs[at]![0])
    const spoilers = rungs.slice(at).map(([, spoiler]) => spoiler)
    const alone = refusal(ladder, spoilers.slice(0, 1))
    assert.equal(alone, expected, `alone: ${expected.message}`)
    assert.equal(refusal(ladder, spoilers), expected, `before the others: ${expected.message}`)
  }
}

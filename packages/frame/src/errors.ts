/** Errors that mean we are wrong. Refusals of the protocol are `DispatchError`s. */

/** An invariant of our own code is broken; nobody catches this. */
export class Impossible extends Error {
  override readonly name = 'Impossible'
}

/** Crashes unless `claim` holds; `why` says why it should. */
export function assert(claim: boolean, why: string): asserts claim {
  if (!claim) throw new Impossible(why)
}

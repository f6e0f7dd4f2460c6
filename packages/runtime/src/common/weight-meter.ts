/** Weight that is spent bit by bit against a limit. */
import * as f from '@taonet/frame'

/** source  polkadot-sdk substrate/primitives/weights/src/weight_meter.rs */
export class WeightMeter {
  readonly limit: f.Weight
  consumed: f.Weight = f.NO_WEIGHT

  constructor(limit: f.Weight) {
    this.limit = limit
  }

  canConsume(weight: f.Weight): boolean {
    return !f.anyGreater(f.addWeight(this.consumed, weight), this.limit)
  }

  /** Spends `weight` if the limit allows; says whether it did. */
  tryConsume(weight: f.Weight): boolean {
    const can = this.canConsume(weight)
    if (can) this.consume(weight)
    return can
  }

  /** Spends `weight` whatever the limit. */
  consume(weight: f.Weight): void {
    this.consumed = f.addWeight(this.consumed, weight)
  }
}

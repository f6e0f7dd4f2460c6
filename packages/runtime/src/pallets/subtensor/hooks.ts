/** Hooks of SubtensorModule. */
import * as f from '@taonet/frame'

export function on_initialize(_ctx: f.Context): f.Weight {
  return f.NO_WEIGHT
}

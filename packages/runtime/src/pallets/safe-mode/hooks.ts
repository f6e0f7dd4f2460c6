/** Hooks of SafeMode: it ends by itself. */
import type * as f from '@taonet/frame'
import { exit } from './mode.ts'
import * as storage from './storage.ts'
import * as weights from './weights.ts'

export function on_initialize(ctx: f.Context): f.Weight {
  const until = storage.EnteredUntil.get(ctx)
  if (until === undefined || ctx.block <= until) return weights.on_initialize_noop
  exit(ctx, 'Timeout')
  return weights.on_initialize_exit
}

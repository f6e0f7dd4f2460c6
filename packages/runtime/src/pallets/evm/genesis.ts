/** EVM in the first state: nobody may create contracts but by an open whitelist. */
import type * as f from '@taonet/frame'
import * as storage from './storage.ts'

export function genesis(ctx: f.Context, creators: readonly f.H160[] = []): void {
  storage.WhitelistedCreators.set(ctx, [...creators])
}

/** Slots: who may make which block. */
import * as f from '@taonet/frame'
import * as constants from './constants.ts'
import * as storage from './storage.ts'

/** `aura` as an engine's id in digests. */
export const ENGINE = '0x61757261'

/** The slot that the author put into the block's digest. */
export function slotOf({ logs }: f.Digest): bigint | undefined {
  for (const item of logs) {
    if (item.type !== 'PreRuntime' || item.value[0] !== ENGINE) continue
    return item.value[1].length >= 8 ? f.u64.read(new f.Reader(item.value[1])) : undefined
  }
  return undefined
}

/** The digest item that opens a block of `slot`. */
export const slotItem = (slot: bigint): f.DigestItem => ({
  type: 'PreRuntime',
  value: [ENGINE, f.u64.encode(slot)],
})

export const currentSlot = (ctx: f.Context): bigint | undefined =>
  slotOf(f.system.storage.Digest.get(ctx))

/** The authority whose turn is `slot`. */
export function authorityAt(ctx: f.Context, slot: bigint): f.AccountId | undefined {
  const authorities = storage.Authorities.get(ctx)
  return authorities[Number(slot % BigInt(Math.max(authorities.length, 1)))]
}

/** The account of the block's author, as its digest says. */
export function author(ctx: f.Context): f.AccountId | undefined {
  const slot = currentSlot(ctx)
  return slot === undefined ? undefined : authorityAt(ctx, slot)
}

/** Refuses a time that does not lie in the block's slot. */
export function onTimestampSet(ctx: f.Context, now: bigint): void {
  const slot = now / constants.SlotDuration.get(ctx)
  f.ensure(slot === storage.CurrentSlot.get(ctx), f.other('the time lies outside the slot'))
}

/** The block's events, from memory into the state. */
import type { Context } from '../pallet/context.ts'
import * as storage from './storage.ts'
import type { EventRecord } from './types.ts'

/** Forgets the events of the block before. */
export function resetEvents(ctx: Context): void {
  ctx.events = []
  storage.Events.remove(ctx)
  storage.EventCount.remove(ctx)
  storage.EventTopics.clear(ctx)
}

/**
 * Writes the events so far, their number, and where each topic occurs.
 *
 * differs upstream appends each event as it is reported; here rows change when a root is computed
 * cost    encodes all events of the block
 */
export function settleEvents(ctx: Context): void {
  if (ctx.events.length === storage.EventCount.get(ctx)) return
  const topics = new Map<string, [number, number][]>()
  ctx.events.forEach((record, index) => {
    for (const topic of record.topics) {
      const places = topics.get(topic) ?? []
      places.push([ctx.block, index])
      topics.set(topic, places)
    }
  })
  storage.Events.set(ctx, ctx.events.slice() as EventRecord[])
  storage.EventCount.set(ctx, ctx.events.length)
  for (const [topic, places] of topics) storage.EventTopics.set(ctx, topic, places)
}

/** Scheduled calls. */
import * as f from '@taonet/frame'
import { Agenda, Lookup, Retries } from '../pallets/scheduler/storage.ts'

export const agendaIsIndexed = f.invariant('a named task is found by its name', function* (ctx) {
  for (const [[id], [when, index]] of Lookup.entries(ctx))
    if (Agenda.get(ctx, when)[index]?.maybe_id !== id) yield `${id}: not at ${when}/${index}`
  for (const [[when], tasks] of Agenda.entries(ctx))
    for (const [index, task] of tasks.entries()) {
      if (task?.maybe_id === undefined) continue
      const [block, at] = Lookup.get(ctx, task.maybe_id) ?? []
      if (block !== when || at !== index) yield `${task.maybe_id}: at ${when}/${index} unseen`
    }
  for (const [[when, index]] of Retries.keysOf(ctx).map(([address]) => [address] as const))
    if (Agenda.get(ctx, when)[index] === undefined) yield `${when}/${index}: retried, not there`
})

/** Parents and children among hotkeys. */
import * as f from '@taonet/frame'
import { ChildKeys, ParentKeys } from '../pallets/subtensor/storage.ts'

type Relatives = readonly (readonly [proportion: bigint, hotkey: f.AccountId])[]

const MOST_CHILDREN = 5
const WHOLE = (1n << 64n) - 1n

const has = (relatives: Relatives, hotkey: f.AccountId, proportion: bigint) =>
  relatives.some(([part, other]) => other === hotkey && part === proportion)

export const familiesAgree = f.invariant('parents and children know each other', function* (ctx) {
  for (const [[parent, netuid], children] of ChildKeys.entries(ctx))
    for (const [proportion, child] of children)
      if (!has(ParentKeys.get(ctx, child, netuid), parent, proportion))
        yield `subnet ${netuid}: ${child} misses its parent ${parent}`
  for (const [[child, netuid], parents] of ParentKeys.entries(ctx))
    for (const [proportion, parent] of parents)
      if (!has(ChildKeys.get(ctx, parent, netuid), child, proportion))
        yield `subnet ${netuid}: ${parent} misses its child ${child}`
})

export const familiesAreSound = f.invariant('nobody lends more than all', function* (ctx) {
  for (const [[parent, netuid], children] of ChildKeys.entries(ctx)) {
    const at = `subnet ${netuid}: ${parent}`
    if (children.length > MOST_CHILDREN) yield `${at} has ${children.length} children`
    if (new Set(children.map(([, child]) => child)).size !== children.length)
      yield `${at} has a child twice`
    const lent = children.reduce((sum, [proportion]) => sum + proportion, 0n)
    if (lent > WHOLE) yield `${at} lends ${lent} / ${WHOLE}`
    const parents = ParentKeys.get(ctx, parent, netuid)
    for (const [, child] of children)
      if (child === parent || parents.some(([, other]) => other === child))
        yield `${at} is parent and child of ${child}`
  }
})

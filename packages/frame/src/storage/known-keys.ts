/** Storage keys that were put together before: the same string again spares hashing and comparing it. */

/** Keys are remembered up to this many per item, then forgotten all at once. */
const REMEMBERED = 200_000

interface Branch {
  key: string | undefined
  branches: Map<unknown, Branch> | undefined
}

const branch = (): Branch => ({ key: undefined, branches: undefined })

/** A tree of the keys of one item, a level for each key of the map; keys that are objects are not remembered. */
export class KnownKeys {
  private root = branch()
  private size = 0

  /** The storage key by the first `count` of a list, if it is remembered. */
  find(count: number, keys: readonly unknown[]): string | undefined {
    let at: Branch | undefined = this.root
    for (let i = 0; i < count && at !== undefined; i++) at = at.branches?.get(keys[i])
    return at?.key
  }

  add(count: number, keys: readonly unknown[], key: string): void {
    for (let i = 0; i < count; i++) if (typeof keys[i] === 'object') return
    if (this.size >= REMEMBERED) {
      this.root = branch()
      this.size = 0
    }
    let at = this.root
    for (let i = 0; i < count; i++) {
      at.branches ??= new Map()
      let next = at.branches.get(keys[i])
      if (next === undefined) at.branches.set(keys[i], (next = branch()))
      at = next
    }
    at.key = key
    this.size++
  }
}

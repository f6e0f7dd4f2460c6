/** Which rows there are under a prefix, remembered while none appears or disappears. */
import type { Slot } from './slot.ts'
import type { State } from './state.ts'

/** Longer lists are made anew each time. */
const LONGEST = 5000
/** Lists are remembered up to this many per item, then forgotten all at once. */
const REMEMBERED = 5000

interface Listing {
  readonly generation: number
  readonly version: number
  readonly keys: readonly string[]
  /** The same rows' slots, and what is read from their keys, as far as they were asked for. */
  slots?: readonly Slot[]
  parsed?: readonly unknown[]
  /** What was read from those keys from which anything could be read. */
  sound?: readonly unknown[]
}

/** The lists of one item, by prefix. */
export class Listings {
  private readonly known = new Map<string, Listing>()

  private at(state: State, prefix: string): Listing {
    const version = state.versionOf(prefix)
    const found = this.known.get(prefix)
    if (found?.generation === state.generation && found.version === version) return found
    const listing = {
      generation: state.generation,
      version: version ?? -1,
      keys: state.keys(prefix),
    }
    if (this.known.size >= REMEMBERED) this.known.clear()
    if (version !== undefined && listing.keys.length <= LONGEST) this.known.set(prefix, listing)
    return listing
  }

  /** Slots of the rows under a prefix, ascending by key. */
  slots(state: State, prefix: string): readonly Slot[] {
    const listing = this.at(state, prefix)
    listing.slots ??= listing.keys.map((key) => state.slot(key))
    return listing.slots
  }

  /**
   * What `parse` makes of the rows' keys, ascending; asked with one function only. It may make nothing
   * of a key.
   */
  parsed<K>(state: State, prefix: string, parse: (key: string) => K): readonly K[] {
    return parsedOf(this.at(state, prefix), parse)
  }

  /** Like `parsed`, without the keys of which nothing was made. */
  sound<K>(state: State, prefix: string, parse: (key: string) => K | undefined): readonly K[] {
    const listing = this.at(state, prefix)
    const all = parsedOf(listing, parse)
    listing.sound ??= all.includes(undefined) ? all.filter((keys) => keys !== undefined) : all
    return listing.sound as readonly K[]
  }
}

function parsedOf<K>(listing: Listing, parse: (key: string) => K): readonly K[] {
  listing.parsed ??= listing.keys.map(parse)
  return listing.parsed as readonly K[]
}

// A subscription's ears: blocks as they come, and the head moved by development powers.

import { type BlockRef, type Chain, ChainError, type ImportedBlock } from '../../chain.ts'
import type { Sink, Stop } from '../methods.ts'

export interface Ears {
  onBlock(block: ImportedBlock): void
  onRewind(head: BlockRef): void
}

/**
 * Listens until stopped. A subscription that cannot read what it has to tell (its state is gone by now)
 * ends; the import of blocks goes on.
 */
export function listen(chain: Chain, sink: Sink, ears: Ears): Stop {
  const orEnd = (run: () => void) => {
    try {
      run()
    } catch (error) {
      if (!(error instanceof ChainError)) throw error
      sink.close()
    }
  }
  const stopBlocks = chain.onBlock((block) => orEnd(() => ears.onBlock(block)))
  const stopRewinds = chain.onRewind((head) => orEnd(() => ears.onRewind(head)))
  return () => {
    stopBlocks()
    stopRewinds()
  }
}

import type { Chain } from '../../chain.ts'
import type { MethodTable } from '../methods.ts'
import { blockStatsMethods } from './block-stats.ts'
import { chopsticksMethods } from './chopsticks.ts'
import { engineMethods } from './engine.ts'
import { evmDevMethods } from './evm.ts'
import { evmAccountMethods } from './evm-accounts.ts'

/** Development powers, on chains that have them. */
export function devMethods(chain: Chain): MethodTable[] {
  const { dev } = chain
  if (dev === undefined) return [blockStatsMethods(chain)]
  return [
    blockStatsMethods(chain),
    chopsticksMethods(chain, dev),
    engineMethods(chain, dev),
    evmAccountMethods(chain, dev),
    evmDevMethods(chain, dev),
  ]
}

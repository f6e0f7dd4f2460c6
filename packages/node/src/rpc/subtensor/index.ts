import type { Chain } from '../../chain.ts'
import type { MethodTable } from '../methods.ts'
import { subtensorMethods } from './subtensor.ts'
import { swapMethods } from './swap.ts'

/** What only Bittensor's nodes answer. */
export function bittensorMethods(chain: Chain): MethodTable[] {
  return [subtensorMethods(chain), swapMethods(chain)]
}

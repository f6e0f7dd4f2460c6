import type { Chain } from '../../chain.ts'
import type { MethodTable } from '../methods.ts'
import { archiveMethods } from './archive.ts'
import { authorMethods } from './author.ts'
import { chainMethods } from './chain.ts'
import { chainHeadMethods } from './chain-head/methods.ts'
import { chainSpecMethods } from './chain-spec.ts'
import { childStateMethods } from './child-state.ts'
import { offchainMethods } from './offchain.ts'
import { paymentMethods } from './payment.ts'
import { stateMethods } from './state.ts'
import { stateSubscriptions } from './state-subscriptions.ts'
import { systemMethods } from './system.ts'
import { transactionMethods } from './transaction.ts'

/** What every Substrate node answers. */
export function substrateMethods(chain: Chain): MethodTable[] {
  return [
    archiveMethods(chain),
    authorMethods(chain),
    chainHeadMethods(chain),
    chainMethods(chain),
    chainSpecMethods(chain),
    childStateMethods(chain),
    offchainMethods(chain),
    paymentMethods(chain),
    stateMethods(chain),
    stateSubscriptions(chain),
    systemMethods(chain),
    transactionMethods(chain),
  ]
}

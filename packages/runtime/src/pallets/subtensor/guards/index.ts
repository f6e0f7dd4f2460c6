/** Subtensor's guards: what every signed dispatch has to pass, in this order. */
import type * as f from '@taonet/frame'
import { CheckColdkeySwap } from './check-coldkey-swap.ts'
import { CheckDelegateTake } from './check-delegate-take.ts'
import { CheckEvmKeyAssociation } from './check-evm-key-association.ts'
import { CheckRateLimits } from './check-rate-limits.ts'
import { CheckServingEndpoints } from './check-serving-endpoints.ts'
import { CheckWeights } from './check-weights.ts'

export const guards: readonly f.Guard[] = [
  CheckColdkeySwap,
  CheckWeights,
  CheckRateLimits,
  CheckDelegateTake,
  CheckServingEndpoints,
  CheckEvmKeyAssociation,
]

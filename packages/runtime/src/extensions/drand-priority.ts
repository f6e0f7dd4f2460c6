/** Pulses of the randomness beacon go first. */
import * as f from '@taonet/frame'
import { Runtime } from '../common/runtime-type.ts'

const PULSE_PRIORITY = 10_000n

/** source  opentensor/subtensor pallets/drand/src/drand_priority.rs */
export const DrandPriority = f.emptyExtension({
  path: 'pallet_drand::drand_priority::DrandPriority',
  runtime: Runtime,
  validate: (_ctx, { call }) =>
    call.pallet === 'Drand' && call.name === 'write_pulse'
      ? { valid: { priority: PULSE_PRIORITY } }
      : undefined,
})

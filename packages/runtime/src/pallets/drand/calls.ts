/** Calls of Drand. */
import * as f from '@taonet/frame'
import { benchmarked } from '../../common/benchmarked.ts'
import * as events from './events.ts'
import { writePulses } from './pulses.ts'
import * as storage from './storage.ts'
import { BeaconConfigurationPayload, PulsesPayload } from './types.ts'

export const write_pulse = f.call({
  index: 0,
  docs: 'Keeps pulses of the randomness beacon; only as an unsigned transaction.',
  origin: f.none,
  args: { pulses_payload: PulsesPayload, signature: f.option(f.MultiSignature) },
  weight: benchmarked([4_294_000_000n, 0n, 3, 4]),
  run(ctx, _none, { pulses_payload }) {
    writePulses(ctx, pulses_payload.pulses)
    return undefined
  },
})

export const set_beacon_config = f.call({
  index: 1,
  docs: 'Sets which beacon’s pulses count.',
  origin: f.root,
  args: { config_payload: BeaconConfigurationPayload, signature: f.option(f.MultiSignature) },
  weight: benchmarked([8_766_000n, 0n, 0, 2]),
  run(ctx, _root, { config_payload }) {
    storage.BeaconConfig.set(ctx, config_payload.config)
    storage.NextUnsignedAt.set(ctx, f.satU32.add(ctx.block, 1))
    ctx.deposit(events.BeaconConfigChanged({}))
    return undefined
  },
})

export const set_oldest_stored_round = f.call({
  index: 2,
  docs: 'Sets from which round on pulses are kept.',
  origin: f.root,
  args: { oldest_round: f.u64 },
  weight: benchmarked([5_370_000n, 0n, 0, 1]),
  run(ctx, _root, { oldest_round }) {
    storage.OldestStoredRound.set(ctx, oldest_round)
    ctx.deposit(events.SetOldestStoredRound([oldest_round]))
    return undefined
  },
})

/** Calls that set parameters, beside those of AdminUtils. */
import * as f from '@taonet/frame'
import * as weights from '../call-weights.ts'
import {
  setMaxChildkeyTake,
  setMinChildkeyTake,
  setTxChildkeyTakeRateLimit,
} from '../subnets/hyperparameters.ts'
import { subnetOwner, subnetOwnerOrRoot } from '../subnets/owner.ts'
import { setActivityCutoffFactor, setTempo, triggerEpoch } from '../subnets/tempo-control.ts'

const CHILDKEY_TAKE_WEIGHT = f.addWeight(f.weight(6000n), f.dbReadsWrites(1, 1))

export const sudo_set_tx_childkey_take_rate_limit = f.call({
  index: 69,
  origin: f.root,
  args: { tx_rate_limit: f.u64 },
  weight: weights.sudo_set_tx_childkey_take_rate_limit,
  docs: 'Sets how many blocks lie between two rises of a childkey take. Root only.',
  run: (ctx, _, { tx_rate_limit }) => setTxChildkeyTakeRateLimit(ctx, tx_rate_limit),
})

export const sudo_set_min_childkey_take = f.call({
  index: 76,
  origin: f.root,
  args: { take: f.u16 },
  weight: CHILDKEY_TAKE_WEIGHT,
  docs: 'Sets the least childkey take. Root only.',
  run: (ctx, _, { take }) => setMinChildkeyTake(ctx, take),
})

export const sudo_set_max_childkey_take = f.call({
  index: 77,
  origin: f.root,
  args: { take: f.u16 },
  weight: CHILDKEY_TAKE_WEIGHT,
  docs: 'Sets the highest childkey take. Root only.',
  run: (ctx, _, { take }) => setMaxChildkeyTake(ctx, take),
})

export const set_tempo = f.call({
  index: 139,
  origin: subnetOwner,
  args: { netuid: f.u16, tempo: f.u16 },
  weight: weights.set_tempo,
  docs: "A subnet's owner sets its tempo; a new cycle begins.",
  run: (ctx, owner, { netuid, tempo }) => setTempo(ctx, owner, netuid, tempo),
})

export const set_activity_cutoff_factor = f.call({
  index: 140,
  origin: subnetOwnerOrRoot,
  args: { netuid: f.u16, factor_milli: f.u32 },
  weight: weights.set_activity_cutoff_factor,
  docs: 'Sets after how many tempos a silent neuron counts as inactive. Owner or root.',
  run: (ctx, owner, { netuid, factor_milli }) =>
    setActivityCutoffFactor(ctx, owner, netuid, factor_milli),
})

export const trigger_epoch = f.call({
  index: 141,
  origin: subnetOwner,
  args: { netuid: f.u16 },
  weight: weights.trigger_epoch,
  docs: "A subnet's owner has an epoch run after the freeze window.",
  run: (ctx, owner, { netuid }) => triggerEpoch(ctx, owner, netuid),
})

/** A miner whose commitment says so starts anew: validators lose their bonds to it. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../common/units.ts'
import { mechanismStorageIndex } from '../subtensor/epoch/mechanisms.ts'
import { packPairs, unpackPairs } from '../subtensor/epoch/pair-row.ts'
import { Bonds, BondsResetOn, MechanismCountCurrent, Uids } from '../subtensor/storage.ts'

/**
 * Takes a neuron out of all bonds of its subnet, where the subnet allows that.
 *
 * source  opentensor/subtensor runtime/src/lib.rs ResetBondsOnCommit;
 *         pallets/subtensor/src/epoch/run_epoch.rs do_reset_bonds
 */
export function resetBonds(ctx: f.Context, netuid: NetUid, hotkey: f.AccountId): void {
  const lost = Uids.get(ctx, netuid, hotkey)
  if (lost === undefined || !BondsResetOn.get(ctx, netuid)) return
  for (let mecid = 0; mecid < MechanismCountCurrent.get(ctx, netuid); mecid++) {
    const index = mechanismStorageIndex(netuid, mecid)
    for (const [[, uid], row] of Bonds.entries(ctx, index)) {
      const kept = unpackPairs(row).filter(([miner]) => miner !== lost)
      Bonds.set(ctx, index, uid, packPairs(kept))
    }
  }
}

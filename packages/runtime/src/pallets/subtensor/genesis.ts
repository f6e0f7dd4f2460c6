/** What SubtensorModule writes into the first state: the root network and one subnet. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../common/units.ts'
import { fromU64 } from './share-pool/safe-float.ts'
import * as storage from './storage.ts'
import { ROOT } from './subnets/exists.ts'

const FIRST: NetUid = 1
const NOBODY = f.ZERO_H256
/** Tau and alpha. */
const SYMBOLS = { root: f.fromHex('0xcea4'), first: f.fromHex('0xceb1') }
const POOL_RAO = 10_000_000_000n
const STAKE_RAO = 1_000_000_000n

function rootNetwork(ctx: f.Context, coldkey: f.AccountId, hotkey: f.AccountId): void {
  storage.NetworksAdded.set(ctx, ROOT, true)
  storage.SubnetOwner.set(ctx, ROOT, coldkey)
  storage.SubnetOwnerHotkey.set(ctx, ROOT, hotkey)
  storage.SubnetworkN.set(ctx, ROOT, 0)
  storage.MaxAllowedUids.set(ctx, ROOT, 64)
  storage.MaxAllowedValidators.set(ctx, ROOT, 64)
  storage.MinAllowedWeights.set(ctx, ROOT, 0)
  storage.Tempo.set(ctx, ROOT, 100)
  storage.NetworkRegistrationAllowed.set(ctx, ROOT, true)
  storage.TargetRegistrationsPerInterval.set(ctx, ROOT, 1)
  storage.TokenSymbol.set(ctx, ROOT, SYMBOLS.root)
}

function firstSubnet(ctx: f.Context): void {
  storage.SubnetMechanism.set(ctx, FIRST, 1)
  storage.Owner.set(ctx, NOBODY, NOBODY)
  storage.SubnetAlphaIn.set(ctx, FIRST, POOL_RAO)
  storage.SubnetTAO.set(ctx, FIRST, POOL_RAO)
  storage.NetworksAdded.set(ctx, FIRST, true)
  storage.MaxAllowedUids.set(ctx, FIRST, 256)
  storage.MaxAllowedValidators.set(ctx, FIRST, 64)
  storage.MinAllowedWeights.set(ctx, FIRST, 0)
  storage.Tempo.set(ctx, FIRST, 100)
  storage.NetworkRegistrationAllowed.set(ctx, FIRST, true)
  storage.SubnetOwner.set(ctx, FIRST, NOBODY)
  storage.SubnetLocked.set(ctx, FIRST, 1n)
  storage.LargestLocked.set(ctx, FIRST, 1n)
  storage.TokenSymbol.set(ctx, FIRST, SYMBOLS.first)
}

/** The only stake, of an account whose key nobody has. */
function firstStake(ctx: f.Context): void {
  storage.AlphaV2.set(ctx, NOBODY, NOBODY, FIRST, fromU64(STAKE_RAO))
  storage.TotalHotkeyAlpha.set(ctx, NOBODY, FIRST, STAKE_RAO)
  storage.TotalHotkeySharesV2.set(ctx, NOBODY, FIRST, fromU64(STAKE_RAO))
  storage.SubnetAlphaOut.set(ctx, FIRST, STAKE_RAO)
  storage.StakingHotkeys.set(ctx, NOBODY, [NOBODY])
}

function firstNeuron(ctx: f.Context): void {
  storage.SubnetworkN.set(ctx, FIRST, 1)
  storage.Active.set(ctx, FIRST, [true])
  storage.Emission.set(ctx, FIRST, [0n])
  storage.Consensus.set(ctx, FIRST, [0])
  storage.Incentive.set(ctx, FIRST, [0])
  storage.Dividends.set(ctx, FIRST, [0])
  storage.LastUpdate.set(ctx, FIRST, [0n])
  storage.ValidatorTrust.set(ctx, FIRST, [0])
  storage.ValidatorPermit.set(ctx, FIRST, [false])
  storage.Keys.set(ctx, FIRST, 0, NOBODY)
  storage.Uids.set(ctx, FIRST, NOBODY, 0)
  storage.BlockAtRegistration.set(ctx, FIRST, 0, 0n)
  storage.IsNetworkMember.set(ctx, NOBODY, FIRST, true)
}

/**
 * Writes the pallet's part of the first state; the root network belongs to nobody by default.
 *
 * source  opentensor/subtensor pallets/subtensor/src/macros/genesis.rs
 */
export function subtensorGenesis(
  ctx: f.Context,
  rootOwner: { readonly coldkey: f.AccountId; readonly hotkey: f.AccountId } = {
    coldkey: NOBODY,
    hotkey: NOBODY,
  },
): void {
  storage.TotalIssuance.set(ctx, 0n)
  rootNetwork(ctx, rootOwner.coldkey, rootOwner.hotkey)
  firstSubnet(ctx)
  firstStake(ctx)
  firstNeuron(ctx)
  storage.TotalNetworks.set(ctx, 2)
}

/** Subnets: their number, and nothing of value where there is none. */
import * as f from '@taonet/frame'
import {
  AlphaV2,
  Axons,
  DecayingHotkeyLock,
  DecayingOwnerLock,
  HotkeyLock,
  Keys,
  Lock,
  LockingColdkeys,
  NetworksAdded,
  OwnerLock,
  PendingOwnerCut,
  PendingRootAlphaDivs,
  PendingServerEmission,
  PendingValidatorEmission,
  RootClaimable,
  RootClaimed,
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetOwner,
  SubnetOwnerHotkey,
  SubnetProtocolAlpha,
  SubnetTAO,
  SubnetworkN,
  TotalHotkeyAlpha,
  TotalNetworks,
  Uids,
} from '../pallets/subtensor/storage.ts'
import { SwapBalancer } from '../pallets/swap/storage.ts'

/** Items that end with their subnet, by the position of the netuid among their keys. */
const FIRST = {
  Axons,
  DecayingHotkeyLock,
  DecayingOwnerLock,
  HotkeyLock,
  Keys,
  LockingColdkeys,
  OwnerLock,
  PendingOwnerCut,
  PendingRootAlphaDivs,
  PendingServerEmission,
  PendingValidatorEmission,
  RootClaimed,
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetOwner,
  SubnetOwnerHotkey,
  SubnetProtocolAlpha,
  SubnetTAO,
  SubnetworkN,
  SwapBalancer,
  Uids,
}

function* netuids(ctx: f.Context): Generator<readonly [name: string, netuid: number]> {
  for (const [name, item] of Object.entries(FIRST))
    for (const [netuid] of item.keysOf(ctx)) yield [name, netuid]
  for (const [, netuid] of TotalHotkeyAlpha.keysOf(ctx)) yield ['TotalHotkeyAlpha', netuid]
  for (const [, , netuid] of AlphaV2.keysOf(ctx)) yield ['AlphaV2', netuid]
  for (const [, netuid] of Lock.keysOf(ctx)) yield ['Lock', netuid]
  for (const rates of RootClaimable.values(ctx))
    for (const netuid of rates.keys()) yield ['RootClaimable', netuid]
}

export const networksAreCounted = f.invariant('subnets are counted', function* (ctx) {
  const rows = NetworksAdded.entries(ctx)
  const count = rows.filter(([, isAdded]) => isAdded).length
  const total = TotalNetworks.get(ctx)
  if (count !== total) yield `${total} counted, ${count} there`
})

export const goneSubnetsAreGone = f.invariant('a subnet that ended left nothing', function* (ctx) {
  const existing = new Set(NetworksAdded.keysOf(ctx).map(([netuid]) => netuid))
  const left = new Map<string, number>()
  for (const [name, netuid] of netuids(ctx)) {
    const label = `${name} of ${netuid}`
    if (!existing.has(netuid)) left.set(label, (left.get(label) ?? 0) + 1)
  }
  for (const [label, rows] of left) yield `${label}: ${rows} rows`
})

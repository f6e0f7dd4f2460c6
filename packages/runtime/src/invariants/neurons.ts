/** Neurons of a subnet: hotkeys and uids, and what is stored by uid. */
import * as f from '@taonet/frame'
import { mechanismStorageIndex, netuidAndMecid } from '../pallets/subtensor/epoch/mechanisms.ts'
import {
  Active,
  BlockAtRegistration,
  Bonds,
  Consensus,
  Dividends,
  Emission,
  Incentive,
  IsNetworkMember,
  Keys,
  LastUpdate,
  MaxAllowedUids,
  MechanismCountCurrent,
  StakeWeight,
  SubnetworkN,
  Uids,
  ValidatorPermit,
  ValidatorTrust,
  Weights,
} from '../pallets/subtensor/storage.ts'

export const uidsAreKeys = f.invariant('hotkeys and uids are one to one', function* (ctx) {
  const counts = new Map<number, number>()
  for (const [[netuid, uid], hotkey] of Keys.entries(ctx)) {
    counts.set(netuid, (counts.get(netuid) ?? 0) + 1)
    const back = Uids.get(ctx, netuid, hotkey)
    if (back !== uid) yield `${netuid}/${uid}: its hotkey ${hotkey} has uid ${back}`
    if (!IsNetworkMember.get(ctx, hotkey, netuid)) yield `${netuid}/${uid}: ${hotkey} is no member`
    if (uid >= SubnetworkN.get(ctx, netuid)) yield `${netuid}/${uid}: past the last uid`
  }
  for (const [[netuid, hotkey], uid] of Uids.entries(ctx))
    if (Keys.find(ctx, netuid, uid) !== hotkey)
      yield `${netuid}/${uid}: ${hotkey} is not its hotkey`
  for (const [[hotkey, netuid], isMember] of IsNetworkMember.entries(ctx))
    if (isMember && !Uids.has(ctx, netuid, hotkey)) yield `${netuid}: member ${hotkey} has no uid`
  for (const [[netuid], n] of SubnetworkN.entries(ctx)) {
    const count = counts.get(netuid) ?? 0
    if (count !== n) yield `${netuid}: ${n} neurons, ${count} hotkeys`
    const most = MaxAllowedUids.get(ctx, netuid)
    if (n > most) yield `${netuid}: ${n} neurons of at most ${most}`
  }
})

/** Items with an entry for each uid. */
const COLUMNS = {
  Active,
  Consensus,
  Dividends,
  Emission,
  Incentive,
  LastUpdate,
  ValidatorTrust,
  ValidatorPermit,
}
/** Those that each mechanism has; a further one's are as old as its last epoch, or its last commit. */
const MECHANISM_COLUMNS = { LastUpdate, Incentive }

export const columnsFit = f.invariant('a column has an entry for each uid', function* (ctx) {
  for (const [[netuid], n] of SubnetworkN.entries(ctx)) {
    for (const [name, item] of Object.entries(COLUMNS)) {
      const { length } = item.get(ctx, netuid)
      if (length !== n) yield `${netuid}: ${name} has ${length}, there are ${n} neurons`
    }
    const older: [string, number][] = [['StakeWeight', StakeWeight.get(ctx, netuid).length]]
    for (let mecid = 1; mecid < MechanismCountCurrent.get(ctx, netuid); mecid++)
      for (const [name, item] of Object.entries(MECHANISM_COLUMNS))
        older.push([name, item.get(ctx, mechanismStorageIndex(netuid, mecid)).length])
    for (const [name, length] of older)
      if (length > n) yield `${netuid}: ${name} has ${length}, there are only ${n} neurons`
  }
})

export const rowsFit = f.invariant('rows belong to a uid', function* (ctx) {
  for (const [name, item] of Object.entries({ Weights, Bonds }))
    for (const [index, uid] of item.keysOf(ctx)) {
      const [netuid, mecid] = netuidAndMecid(index)
      if (uid >= SubnetworkN.get(ctx, netuid)) yield `${name} of ${netuid}/${uid}`
      if (mecid >= MechanismCountCurrent.get(ctx, netuid)) yield `${name} of mechanism ${index}`
    }
  for (const [netuid, uid] of BlockAtRegistration.keysOf(ctx))
    if (uid >= SubnetworkN.get(ctx, netuid)) yield `BlockAtRegistration of ${netuid}/${uid}`
})

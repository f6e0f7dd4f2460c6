/** Chosen fields of a metagraph, by number. */
import * as f from '@taonet/frame'
import { I64F64 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { CommitmentOf } from '../../commitments/storage.ts'
import { Registration } from '../../commitments/types.ts'
import { getStakeWeight } from '../staking/inherited-stake.ts'
import { Keys, StakeThreshold, ValidatorPermit } from '../storage.ts'
import { ifSubnetExist } from '../subnets/exists.ts'
import { METAGRAPH } from './metagraph.ts'
import { type Metagraph, SelectiveMetagraph } from './types.ts'
import { type Readers, type View, viewOf } from './view.ts'

interface Fields extends Metagraph {
  readonly validators: number[]
  readonly commitments: [f.AccountId, number[]][]
}

/**
 * Uids with a permit and more stake than the threshold, ascending by stake; of equals the one whose key comes first.
 *
 * source  opentensor/subtensor pallets/subtensor/src/rpc_info/metagraph.rs get_validators
 */
function validators({ ctx, netuid }: View): number[] {
  const threshold = I64F64.fromInt(StakeThreshold.get(ctx))
  const permits = ValidatorPermit.get(ctx, netuid)
  return Keys.entries(ctx, netuid)
    .filter(([[, uid]]) => permits[uid] === true)
    .map(([[, uid], hotkey]) => ({ uid, stake: getStakeWeight(ctx, hotkey, netuid) }))
    .filter(({ stake }) => stake > threshold)
    .sort((a, b) => (a.stake < b.stake ? -1 : a.stake > b.stake ? 1 : 0))
    .map(({ uid }) => uid)
}

/** Whole commitments of hotkeys as bytes. `source` rpc_info/metagraph.rs get_commitments */
const commitments = ({ ctx, netuid }: View): [f.AccountId, number[]][] =>
  CommitmentOf.entries(ctx, netuid).map(([[, hotkey], registration]) => [
    hotkey,
    [...Registration.encode(registration)],
  ])

const FIELDS: Readers<Fields> = { ...METAGRAPH, validators, commitments }
/** Names by number: the answer's fields in the order of the wire. */
function fieldNames(): (keyof Fields)[] {
  const shape = f.typeDef(SelectiveMetagraph.type)
  f.assert(shape.tag === 'composite', 'a selective metagraph is a struct')
  return shape.fields.map(({ name }) => name as keyof Fields)
}
const NAMES = fieldNames()

/** Nothing chosen: only a netuid, which is always there. */
const NOTHING: SelectiveMetagraph = {
  ...(Object.fromEntries(NAMES.map((name) => [name, undefined])) as unknown as SelectiveMetagraph),
  netuid: 0,
  identity: null,
}

function select(view: View, numbers: readonly number[]): SelectiveMetagraph {
  const chosen: Partial<Record<keyof Fields, unknown>> = {}
  for (const number of new Set(numbers)) {
    const name = NAMES[number]
    if (name !== undefined) chosen[name] = FIELDS[name](view)
  }
  // Each field is what its own reader gave, so it has the type of that field.
  return { ...NOTHING, ...(chosen as Partial<SelectiveMetagraph>) }
}

/**
 * Fields by number. Numbers that mean nothing are left out; the netuid is 0 unless it is chosen.
 *
 * source  opentensor/subtensor pallets/subtensor/src/rpc_info/metagraph.rs get_selective_metagraph
 */
export const getSelectiveMetagraph = (
  ctx: f.Context,
  netuid: NetUid,
  numbers: readonly number[],
): SelectiveMetagraph | undefined =>
  ifSubnetExist(ctx, netuid) ? select(viewOf(ctx, netuid), numbers) : undefined

/**
 * Fields of one mechanism, whether or not it exists. The netuid is always given, as the subnet's.
 *
 * source  opentensor/subtensor pallets/subtensor/src/rpc_info/metagraph.rs get_selective_mechagraph
 */
export const getSelectiveMechagraph = (
  ctx: f.Context,
  netuid: NetUid,
  mecid: number,
  numbers: readonly number[],
): SelectiveMetagraph | undefined =>
  ifSubnetExist(ctx, netuid)
    ? { ...select(viewOf(ctx, netuid, mecid), numbers), netuid }
    : undefined

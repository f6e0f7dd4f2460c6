/** A network that has lived, with somebody of every kind on it. */
import * as f from '@taonet/frame'
import { slotItem } from '../../src/pallets/aura/index.ts'
import { multiAccountId } from '../../src/pallets/multisig/index.ts'
import * as storage from '../../src/pallets/subtensor/storage.ts'
import { storage as sudoStorage } from '../../src/pallets/sudo/index.ts'
import { spec425 } from '../../src/runtime.ts'
import { arbitrary, type Draw } from '../chain/arbitrary.ts'
import { keyOf } from '../chain/local-chain.ts'
import { nobody } from '../chain/open-block.ts'
import { replayedState } from '../chain/vectors.ts'

export interface World {
  readonly ctx: f.Context
  readonly netuid: number
  readonly signers: Readonly<Record<Signer, f.AccountId>>
  /** Partners in the multisig beside the stranger. */
  readonly others: readonly f.AccountId[]
  readonly accounts: readonly f.AccountId[]
}
export type Signer = 'stranger' | 'coldkey' | 'hotkey' | 'owner' | 'multisig' | 'sudo'

/** An open block on the chain of the staking corpus. */
export function makeWorld(): World {
  const { rows, last } = replayedState('04-staking.json.gz')
  const chain = new f.TestChain({ runtime: spec425(), rows, checkState: false })
  chain.open({ number: last + 1, preDigest: [slotItem(1n << 32n)] })
  const { ctx } = chain
  const sudo = sudoStorage.Key.get(ctx)!
  const [netuid, owner] = storage.SubnetOwner.entries(ctx)
    .map(([[id], who]) => [id, who] as const)
    .find(([id, who]) => id > 0 && who !== sudo)!
  const others = [keyOf('//Nobody').account]
  const signatories = [nobody(7), ...others].sort()
  const hotkey = storage.Keys.entries(ctx, netuid)
    .map(([, key]) => key)
    .find((key) => ![owner, sudo].includes(storage.Owner.get(ctx, key)))!
  const signers: Record<Signer, f.AccountId> = {
    stranger: nobody(7),
    coldkey: storage.Owner.get(ctx, hotkey),
    hotkey,
    owner,
    multisig: multiAccountId(signatories, 1),
    sudo,
  }
  // Where weights are to be committed, setting them is refused before the origin is looked at.
  storage.CommitRevealWeightsEnabled.set(ctx, netuid, false)
  const accounts = [...Object.values(signers), ...others, nobody(9)]
  return { ctx, netuid, signers, others, accounts }
}

const remark = f.System.calls.remark({ remark: new Uint8Array() })

/** Arguments that are not made up: what everybody may do, in the name and on the subnet of somebody known. */
const given = ({ netuid, signers }: World): Readonly<Record<string, unknown>> => ({
  netuid,
  call: remark,
  calls: [remark],
  main: remark,
  fallback: remark,
  as_origin: { type: 'system', value: { type: 'Root' } },
  address: signers.coldkey.slice(0, 42),
  mecid: 0,
})

/** Arguments of single calls: what they look at before the origin, and what cannot be made up. */
function givenTo(
  pallet: string,
  name: string,
  { signers }: World,
): Readonly<Record<string, unknown>> {
  if (pallet === 'EVM') return { source: signers.coldkey.slice(0, 42) }
  if (pallet === 'LimitOrders') return { orders: [] }
  if (name === 'batch_reveal_weights')
    return { uids_list: [], values_list: [], salts_list: [], version_keys: [] }
  return {}
}

/** A call with made-up arguments; undefined if they mean nothing. */
export function callOf(world: World, item: f.AnyCall, draw: Draw): f.CallValue | undefined {
  const { pallet, name } = item.path
  const known = { ...given(world), ...givenTo(pallet, name, world) }
  const args: Record<string, unknown> = {}
  for (const [key, codec] of Object.entries<f.AnyCodec>(item.def.args))
    try {
      args[key] = known[key] ?? codec.decode(arbitrary(codec, draw, world.accounts))
    } catch (error) {
      if (error instanceof f.CodecError) return undefined
      throw error
    }
  return { pallet, name, args }
}

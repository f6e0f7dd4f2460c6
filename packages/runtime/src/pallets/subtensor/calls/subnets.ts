/** Calls about subnets as a whole. */
import * as f from '@taonet/frame'
import * as weights from '../call-weights.ts'
import { SubnetNotExists } from '../errors.ts'
import { dissolveNetwork } from '../subnets/dissolve-network.ts'
import { ifSubnetExist } from '../subnets/exists.ts'
import { subnetOwner, subnetOwnerOrRoot } from '../subnets/owner.ts'
import { registerNetwork } from '../subnets/register-network.ts'
import { startCall } from '../subnets/start-call.ts'
import { updateSymbol } from '../subnets/symbols.ts'
import { SubnetIdentityV3 } from '../types.ts'

export const register_network = f.call({
  index: 59,
  origin: f.signed,
  args: { hotkey: f.AccountId },
  weight: weights.register_network,
  docs: 'Makes a subnet for its current price; the hotkey is its first neuron.',
  run: (ctx, coldkey, { hotkey }) => registerNetwork(ctx, { coldkey, hotkey }),
})

export const register_network_with_identity = f.call({
  index: 79,
  origin: f.signed,
  args: { hotkey: f.AccountId, identity: f.option(SubnetIdentityV3) },
  weight: weights.register_network_with_identity,
  docs: 'Makes a subnet, with an identity if one is given.',
  run: (ctx, coldkey, { hotkey, identity }) => registerNetwork(ctx, { coldkey, hotkey, identity }),
})

export const start_call = f.call({
  index: 92,
  origin: f.anyone,
  args: { netuid: f.u16 },
  weight: weights.start_call,
  docs: "A subnet's owner has it emit and trade from the next block on.",
  run(ctx, origin, args) {
    f.ensure(ifSubnetExist(ctx, args.netuid), SubnetNotExists)
    subnetOwner(origin, ctx, args)
    startCall(ctx, args.netuid)
  },
})

const DISSOLVE_WEIGHT = f.addWeight(f.weight(119_000_000n), f.dbReadsWrites(6, 31))

export const dissolve_network = f.call({
  index: 61,
  origin: f.root,
  args: { coldkey: f.AccountId, netuid: f.u16 },
  weight: DISSOLVE_WEIGHT,
  docs: 'Ends a subnet; the coldkey does not matter. Root only.',
  run: (ctx, _, { netuid }) => dissolveNetwork(ctx, netuid),
})

export const root_dissolve_network = f.call({
  index: 120,
  origin: f.root,
  args: { netuid: f.u16 },
  weight: DISSOLVE_WEIGHT,
  docs: 'Ends a subnet. Root only.',
  run: (ctx, _, { netuid }) => dissolveNetwork(ctx, netuid),
})

export const update_symbol = f.call({
  index: 112,
  origin: subnetOwnerOrRoot,
  args: { netuid: f.u16, symbol: f.bytes },
  weight: weights.update_symbol,
  docs: "Gives a subnet's token another symbol. Its owner or root.",
  run: (ctx, _, { netuid, symbol }) => updateSymbol(ctx, netuid, symbol),
})

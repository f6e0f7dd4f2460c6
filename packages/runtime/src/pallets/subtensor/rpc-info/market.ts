/** Fields that dynamic info and metagraph share: owner, epochs and pool of a subnet. */
import { satU64 } from '@taonet/frame'
import { currentBlock } from '../clock.ts'
import * as storage from '../storage.ts'
import { getNameForSubnet } from '../subnets/symbols.ts'
import { always, stored, type View } from './view.ts'

/** Text as clients read it: a list of compact bytes. */
const name = ({ ctx, netuid }: View): number[] => [...getNameForSubnet(ctx, netuid)]
const symbol = ({ ctx, netuid }: View): number[] => [...storage.TokenSymbol.get(ctx, netuid)]

export const NAMING = {
  name,
  symbol,
  identity: ({ ctx, netuid }: View) => storage.SubnetIdentitiesV3.get(ctx, netuid),
} as const

export const OWNER = {
  owner_hotkey: stored(storage.SubnetOwnerHotkey),
  owner_coldkey: stored(storage.SubnetOwner),
} as const

export const EPOCHS = {
  tempo: stored(storage.Tempo),
  last_step: stored(storage.LastMechansimStepBlock),
  blocks_since_last_step: ({ ctx, netuid }: View): bigint =>
    satU64.sub(currentBlock(ctx), storage.LastMechansimStepBlock.get(ctx, netuid)),
} as const

/** Reserves and what blocks add to them, rao. Emission to root ended with the TAO dividends. */
export const POOL = {
  alpha_in: stored(storage.SubnetAlphaIn),
  alpha_out: stored(storage.SubnetAlphaOut),
  tao_in: stored(storage.SubnetTAO),
  alpha_out_emission: stored(storage.SubnetAlphaOutEmission),
  alpha_in_emission: stored(storage.SubnetAlphaInEmission),
  tao_in_emission: stored(storage.SubnetTaoInEmission),
  pending_alpha_emission: ({ ctx, netuid }: View): bigint =>
    satU64.add(
      storage.PendingValidatorEmission.get(ctx, netuid),
      storage.PendingServerEmission.get(ctx, netuid),
    ),
  pending_root_emission: always(0n),
  subnet_volume: stored(storage.SubnetVolume),
} as const

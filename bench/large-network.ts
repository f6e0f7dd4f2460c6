/**
 * A large network for benches, as production was measured on: 128 subnets of 256 neurons.
 *
 * Each subnet has an owner, 20 validators (the same everywhere) and 235 miners. Each validator weights all miners and
 * holds stake of 3 coldkeys on each subnet and of 11 on root. Tempos are 360, staggered: of 360 blocks 128 have an
 * epoch.
 */
import * as f from '../packages/frame/src/index.ts'
import { genesisState } from '../packages/runtime/src/networks/index.ts'
import { mintInto } from '../packages/runtime/src/pallets/balances/mutate.ts'
import { packPairs } from '../packages/runtime/src/pallets/subtensor/epoch/pair-row.ts'
import { SubtensorModule } from '../packages/runtime/src/pallets/subtensor/index.ts'
import { appendNeuron } from '../packages/runtime/src/pallets/subtensor/registration/append-neuron.ts'
import { createAccountIfNonExistent } from '../packages/runtime/src/pallets/subtensor/staking/accounts.ts'
import { maybeAddColdkeyIndex } from '../packages/runtime/src/pallets/subtensor/staking/root-claims/coldkey-index.ts'
import { addRootStakeBaseline } from '../packages/runtime/src/pallets/subtensor/staking/root-claims/rates.ts'
import { increaseStake } from '../packages/runtime/src/pallets/subtensor/staking/stake.ts'
import * as s from '../packages/runtime/src/pallets/subtensor/storage.ts'
import { getSubnetAccountId } from '../packages/runtime/src/pallets/subtensor/subnets/account.ts'
import { initNewNetwork } from '../packages/runtime/src/pallets/subtensor/subnets/init-network.ts'
import { initSwap } from '../packages/runtime/src/pallets/swap/liquidity.ts'
import { spec425 } from '../packages/runtime/src/runtime.ts'

const TAO = 1_000_000_000n
export const TEMPO = 360
const ROOT = 0
/** The network stands after this block; its subnets' epochs lie at different distances behind. */
export const FIRST_BLOCK = 1000
const VALIDATORS = Array.from({ length: 20 }, (_, i) => account(`validator ${i}`))
const MINERS = 235
const POOL = 1000n * TAO
/** Coldkeys with root stake at each validator. */
const ROOT_STAKERS = 11n
const ROOT_STAKE = 1000n * TAO

export interface LargeOptions {
  readonly subnets: number
  /** Coldkeys whose root dividends a block pays out; production's default is 5. */
  readonly rootClaims: number
}

function account(label: string): f.AccountId {
  return f.toHex(f.blake2_256(f.utf8(label)))
}

const ownerOf = (hotkey: f.AccountId) => account(`owner of ${hotkey}`)

function stake(
  ctx: f.Context,
  position: { hotkey: string; coldkey: string; netuid: number },
  amount: bigint,
) {
  increaseStake(ctx, position, amount)
  if (position.netuid !== ROOT) return
  addRootStakeBaseline(ctx, position, amount)
  maybeAddColdkeyIndex(ctx, position.coldkey)
}

function openPool(ctx: f.Context, netuid: number): void {
  s.SubnetMechanism.set(ctx, netuid, 1)
  s.SubnetTAO.set(ctx, netuid, POOL)
  s.SubnetAlphaIn.set(ctx, netuid, POOL)
  s.SubnetAlphaOut.set(ctx, netuid, 100n * POOL)
  s.SubnetMovingPrice.set(ctx, netuid, f.I96F32.ONE / 100n)
  s.SubtokenEnabled.set(ctx, netuid, true)
  s.FirstEmissionBlockNumber.set(ctx, netuid, 1n)
  initSwap(ctx, netuid, undefined)
  mintInto(ctx, getSubnetAccountId(ctx, netuid)!, POOL)
}

function announceAxon(ctx: f.Context, netuid: number, hotkey: f.AccountId): void {
  const address = { ip: 3_232_235_777n, port: 8091, ip_type: 4, protocol: 4 }
  const rest = { block: 1n, version: 1, placeholder1: 0, placeholder2: 0 }
  s.Axons.set(ctx, netuid, hotkey, { ...address, ...rest })
}

function enrolNeurons(ctx: f.Context, netuid: number): void {
  const owner = account(`subnet ${netuid}`)
  const miners = Array.from({ length: MINERS }, (_, i) => account(`miner ${netuid} ${i}`))
  s.SubnetOwner.set(ctx, netuid, ownerOf(owner))
  s.SubnetOwnerHotkey.set(ctx, netuid, owner)
  for (const hotkey of [owner, ...VALIDATORS, ...miners]) {
    createAccountIfNonExistent(ctx, ownerOf(hotkey), hotkey)
    appendNeuron(ctx, netuid, hotkey, 1n)
    announceAxon(ctx, netuid, hotkey)
  }
  const targets = miners.map((_, i) => [1 + VALIDATORS.length + i, 1 + ((i * 7919) % 65_535)])
  for (const [i, hotkey] of VALIDATORS.entries()) {
    s.Weights.set(ctx, netuid, i + 1, packPairs(targets.map(([j, w]) => [j!, w! ^ i])))
    const coldkeys = [ownerOf(hotkey), account(`nominator ${i} a`), account(`nominator ${i} b`)]
    for (const coldkey of coldkeys)
      stake(ctx, { hotkey, coldkey, netuid }, BigInt(1 + i) * 1000n * TAO)
  }
  const uids = s.SubnetworkN.get(ctx, netuid)
  s.LastUpdate.set(ctx, netuid, new Array(uids).fill(BigInt(FIRST_BLOCK)))
  s.ValidatorPermit.mutate(ctx, netuid, (permits) => permits.map((_, uid) => uid < 21))
}

function addRoot(ctx: f.Context): void {
  const total = BigInt(VALIDATORS.length) * ROOT_STAKERS * ROOT_STAKE
  for (const [i, hotkey] of VALIDATORS.entries()) {
    createAccountIfNonExistent(ctx, ownerOf(hotkey), hotkey)
    appendNeuron(ctx, ROOT, hotkey, 1n)
    for (let n = 0n; n < ROOT_STAKERS; n++)
      stake(ctx, { hotkey, coldkey: account(`root ${i} ${n}`), netuid: ROOT }, ROOT_STAKE)
  }
  s.SubnetTAO.set(ctx, ROOT, total)
  s.SubnetAlphaOut.set(ctx, ROOT, total)
  s.TotalStake.mutate(ctx, (sum) => sum + total)
  mintInto(ctx, getSubnetAccountId(ctx, ROOT)!, total)
}

function build(ctx: f.Context, { subnets, rootClaims }: LargeOptions): void {
  ctx.block = FIRST_BLOCK
  addRoot(ctx)
  s.NumRootClaim.set(ctx, BigInt(rootClaims))
  for (let netuid = 1; netuid <= subnets; netuid++) {
    initNewNetwork(ctx, netuid)
    s.Tempo.set(ctx, netuid, TEMPO)
    s.Yuma3On.set(ctx, netuid, true)
    s.CommitRevealWeightsEnabled.set(ctx, netuid, true)
    s.LastEpochBlock.set(ctx, netuid, BigInt(FIRST_BLOCK - ((netuid * 2) % TEMPO)))
    openPool(ctx, netuid)
    enrolNeurons(ctx, netuid)
  }
  initNewNetwork(ctx, subnets + 1)
}

/** The network, block by block. */
export class LargeNetwork {
  readonly backend = new f.MemoryBackend(genesisState({ chain: 'dev' }))
  readonly ctx = new f.Context({ state: new f.State(this.backend), runtime: spec425() })

  constructor(options: LargeOptions) {
    this.ctx.scratch.clear()
    build(this.ctx, options)
    this.commit()
  }

  /** The state's rows, for a chain that goes on from them. */
  rows(): f.Change[] {
    return [...this.backend.entries()]
  }

  commit(): f.Change[] {
    const changes = this.ctx.state.changes()
    this.backend.apply(changes)
    this.ctx.state.committed()
    return changes
  }

  /** The next block's beginning, as far as System has a part in it. */
  begin(): void {
    const { ctx } = this
    ctx.scratch.clear()
    ctx.events = []
    ctx.block++
    f.system.storage.Number.set(ctx, ctx.block)
    f.system.storage.ParentHash.set(ctx, f.toHex(f.blake2_256(f.u32.encode(ctx.block))))
  }

  /** Whether a subnet had its epoch in this block. */
  get hasEpoch(): boolean {
    const now = BigInt(this.ctx.block)
    return s.LastEpochBlock.values(this.ctx).includes(now)
  }

  step(): void {
    SubtensorModule.hooks.on_initialize(this.ctx)
  }
}

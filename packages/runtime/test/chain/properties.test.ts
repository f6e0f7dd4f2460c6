/**
 * Random economies: whatever accounts do over many blocks, the rules about the whole state hold, no rao is lost or
 * made, and nobody gains by going there and back. `PROPERTY_RUNS` makes the run longer, `PROPERTY_SEED` another one.
 */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import fc from 'fast-check'
import { DEV, genesisState, localNetwork } from '../../src/networks/index.ts'
import * as admin from '../../src/pallets/admin-utils/index.ts'
import * as balances from '../../src/pallets/balances/index.ts'
import { runEpoch } from '../../src/pallets/subtensor/epoch/kernel.ts'
import { packPairs } from '../../src/pallets/subtensor/epoch/pair-row.ts'
import { SubtensorModule } from '../../src/pallets/subtensor/index.ts'
import { getStake } from '../../src/pallets/subtensor/staking/stake.ts'
import * as s from '../../src/pallets/subtensor/storage.ts'
import * as swap from '../../src/pallets/swap/storage.ts'
import { Simulation } from '../../src/simulation.ts'
import { type Act, act, CAP, COLDKEYS, FOUNDED, HOTKEYS, TAO, U64 } from './economy-acts.ts'

const { calls } = SubtensorModule
const numRuns = Number(process.env.PROPERTY_RUNS ?? 100)
const seed = Number(process.env.PROPERTY_SEED ?? 425)
const runtime = localNetwork({ chain: 'dev' })
/** Number of the block after which the tests begin. */
const FOUNDED_AT = 5

const by = (who: f.AccountId, call: f.CallValue): Act => [f.Signed(who), call]
const asRoot = (call: f.CallValue): Act => [f.Root, call]

/** Two subnets that emit, three hotkeys on both, and stake of everybody everywhere. */
function foundedRows(): f.Change[] {
  const simulation = new Simulation({ runtime, rows: genesisState({ chain: 'dev' }) })
  const { sudo_set_network_rate_limit, sudo_set_subnet_emission_enabled, sudo_set_tempo } =
    admin.AdminUtils.calls
  const [first, second, third] = HOTKEYS as [f.AccountId, f.AccountId, f.AccountId]
  simulation.block({ calls: [asRoot(sudo_set_network_rate_limit({ rate_limit: 0n }))] })
  simulation.block({ calls: [by(DEV.Alice, calls.register_network({ hotkey: first }))] })
  simulation.block({ calls: [by(DEV.Bob, calls.register_network({ hotkey: second }))] })
  const setup = FOUNDED.flatMap((netuid, i): Act[] => [
    by(COLDKEYS[i]!, calls.start_call({ netuid })),
    asRoot(sudo_set_subnet_emission_enabled({ netuid, enabled: true })),
    asRoot(sudo_set_tempo({ netuid, tempo: 5 })),
    by(DEV.Charlie, calls.burned_register({ netuid, hotkey: third })),
  ])
  simulation.block({ calls: setup })
  const amount_staked = 100n * TAO
  const stakes = COLDKEYS.flatMap((who) =>
    HOTKEYS.flatMap((hotkey) =>
      [0, ...FOUNDED].map((netuid) => by(who, calls.add_stake({ hotkey, netuid, amount_staked }))),
    ),
  )
  simulation.block({ calls: stakes })
  return [...simulation.rows()]
}

const rows = foundedRows()

/** Every rao that was issued is somebody's, and not more than there may be. */
function assertConserved(ctx: f.Context): void {
  let held = 0n
  for (const { data } of f.system.storage.Account.values(ctx)) held += data.free + data.reserved
  const issued = balances.totalIssuance(ctx)
  assert.equal(held, issued, 'what accounts hold is what was issued')
  assert.ok(issued <= CAP, `${issued} rao are issued`)
}

suite('random economies', () => {
  test('keep every rule about the state and every rao, block by block', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(act, { minLength: 1, maxLength: 8, size: 'max' }), {
          minLength: 5,
          maxLength: 60,
          size: 'max',
        }),
        (blocks) => {
          const simulation = new Simulation({ runtime, rows, number: FOUNDED_AT })
          for (const acts of blocks) {
            simulation.block({ calls: acts })
            f.tryState(simulation.ctx)
            assertConserved(simulation.ctx)
          }
        },
      ),
      { seed, numRuns },
    )
  })
})

/** A chain on which a subnet's pool is as given, with enough TAO on its account. */
function withPool(netuid: number, pool: { tao: bigint; alpha: bigint; quote: bigint }): f.Context {
  const { ctx } = new Simulation({ runtime, rows, number: FOUNDED_AT })
  s.SubnetTAO.set(ctx, netuid, pool.tao)
  s.SubnetAlphaIn.set(ctx, netuid, pool.alpha)
  swap.SwapBalancer.set(ctx, netuid, { quote: pool.quote })
  swap.PalSwapInitialized.set(ctx, netuid, true)
  return ctx
}

const dispatched = (ctx: f.Context, [origin, call]: Act): boolean =>
  f.outcomeOf(() => f.dispatch(ctx, origin, call)).ok

const pool = fc.record({
  tao: fc.bigInt(10n * TAO, 1_000_000n * TAO),
  alpha: fc.bigInt(10n * TAO, 1_000_000n * TAO),
  quote: fc.bigInt(10n ** 17n, 9n * 10n ** 17n),
})

suite('there and back', () => {
  const [coldkey, own] = [DEV.Dave, HOTKEYS[2]!] as const
  const stakeOn = (ctx: f.Context, netuid: number) =>
    getStake(ctx, { hotkey: own, coldkey, netuid })

  test('nobody gains TAO by buying and selling', () => {
    const some = fc.bigInt(1n * TAO, 1000n * TAO)
    let trades = 0
    fc.assert(
      fc.property(pool, some, (pool, amount_staked) => {
        const ctx = withPool(2, pool)
        const before = balances.freeBalance(ctx, coldkey)
        const held = stakeOn(ctx, 2)
        const bought = calls.add_stake({ hotkey: own, netuid: 2, amount_staked })
        if (!dispatched(ctx, by(coldkey, bought))) return
        const amount_unstaked = stakeOn(ctx, 2) - held
        const sold = calls.remove_stake({ hotkey: own, netuid: 2, amount_unstaked })
        if (dispatched(ctx, by(coldkey, sold))) trades++
        assert.ok(balances.freeBalance(ctx, coldkey) <= before)
      }),
      { seed, numRuns: 10 * numRuns },
    )
    assert.ok(trades > numRuns, `only ${trades} trades were possible`)
  })

  test('nobody gains alpha by moving to another subnet and back', () => {
    let moves = 0
    fc.assert(
      fc.property(pool, fc.bigInt(1n * TAO, 1000n * TAO), (pool, amount_staked) => {
        const ctx = withPool(2, pool)
        const bought = calls.add_stake({ hotkey: own, netuid: 2, amount_staked })
        if (!dispatched(ctx, by(coldkey, bought))) return
        const [before, elsewhere] = [stakeOn(ctx, 2), stakeOn(ctx, 3)]
        const move = (from: number, to: number, alpha_amount: bigint) =>
          by(
            coldkey,
            calls.swap_stake({
              ...{ hotkey: own, origin_netuid: from, destination_netuid: to },
              alpha_amount,
            }),
          )
        if (!dispatched(ctx, move(2, 3, before))) return
        if (dispatched(ctx, move(3, 2, stakeOn(ctx, 3) - elsewhere))) moves++
        assert.ok(stakeOn(ctx, 2) <= before)
      }),
      { seed, numRuns: 10 * numRuns },
    )
    assert.ok(moves > numRuns, `only ${moves} moves were possible`)
  })
})

suite('extremes', () => {
  const EDGES = [0n, 1n, 999_999n, 1_000_000n, CAP, (1n << 63n) - 1n, U64]

  test('a trade in any pool is carried out or refused, never a crash', () => {
    for (const tao of EDGES)
      for (const alpha of EDGES)
        for (const amount of EDGES) {
          const ctx = withPool(2, { tao, alpha, quote: 5n * 10n ** 17n })
          const [hotkey, netuid] = [HOTKEYS[2]!, 2]
          dispatched(ctx, by(DEV.Dave, calls.add_stake({ hotkey, netuid, amount_staked: amount })))
          const back = calls.remove_stake({ hotkey, netuid, amount_unstaked: amount })
          dispatched(ctx, by(DEV.Dave, back))
        }
  })

  test('epochs of 4,096 neurons end, without weights, without stake, without emission', () => {
    const n = 4096
    const each = <T>(value: T): T[] => new Array<T>(n).fill(value)
    for (const stake of [0n, 1n << 64n])
      for (const emission of [0n, U64]) {
        const output = runEpoch({
          ...{ SubnetworkN: n, currentBlock: 10n, Tempo: 1, LastMechansimStepBlock: 0n },
          ...{ activityCutoff: 100n, LastUpdate: each(10n), BlockAtRegistration: each(0n) },
          ...{ totalStake: each(stake), StakeThreshold: 0n, ownerUid: undefined },
          ...{ ValidatorPermit: each(true), MaxAllowedValidators: 64, commitBlocks: undefined },
          ...{ Weights: each(packPairs([])), Bonds: each(packPairs([])), Kappa: 32_767 },
          ...{ BondsPenalty: 65_535, BondsMovingAverage: 900_000n, Yuma3On: true },
          ...{ LiquidAlphaOn: true, AlphaValues: [45_875, 58_982], AlphaSigmoidSteepness: 1000 },
          emission,
        })
        const paid = output.emission.reduce((sum, alpha) => sum + alpha, 0n)
        assert.ok(paid <= emission, `${paid} of ${emission} rao`)
      }
  })

  test('blocks go on with pools at every edge, without weights and without neurons', () => {
    for (const tao of EDGES)
      for (const alpha of EDGES) {
        const simulation = new Simulation({ runtime, rows, number: FOUNDED_AT })
        s.SubnetTAO.set(simulation.ctx, 2, tao)
        s.SubnetAlphaIn.set(simulation.ctx, 2, alpha)
        s.SubnetworkN.set(simulation.ctx, 3, 0)
        simulation.advance(7)
        assert.equal(simulation.number, FOUNDED_AT + 7)
      }
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { genesisState, localNetwork } from '../../../networks/index.ts'
import { increaseStake } from '../staking/stake.ts'
import * as storage from '../storage.ts'
import {
  getStakeAvailabilityForColdkeys,
  getStakeFee,
  getStakeInfo,
  getStakeInfoForColdkeys,
} from './stake-info.ts'

const HOTKEY = `0x${'11'.repeat(32)}`
const [A, B] = [`0x${'aa'.repeat(32)}`, `0x${'bb'.repeat(32)}`]

function network(): f.Context {
  const state = new f.State(new f.MemoryBackend(genesisState({ chain: 'dev' })))
  const ctx = new f.Context({ state, runtime: localNetwork({ chain: 'dev' }) })
  ctx.block = 1
  increaseStake(ctx, { hotkey: HOTKEY, coldkey: A, netuid: 1 }, 1000n)
  return ctx
}
const available = (ctx: f.Context, coldkeys: string[], netuids?: number[]) =>
  [...getStakeAvailabilityForColdkeys(ctx, coldkeys, netuids)].map(([who, subnets]) => [
    who,
    [...subnets],
  ])

test('positions are listed for each coldkey; a single one exists also without stake', () => {
  const ctx = network()
  const [[, own] = [], [, other] = []] = getStakeInfoForColdkeys(ctx, [A, B])
  assert.deepEqual(
    own?.map(({ netuid, stake }) => [netuid, stake]),
    [[1, 1000n]],
  )
  assert.deepEqual(other, [])
  const none = getStakeInfo(ctx, { hotkey: HOTKEY, coldkey: B, netuid: 777 })
  assert.equal(none.stake, 0n)
  assert.equal(none.is_registered, false)
})

test('availability leaves out subnets without stake, and answers odd questions with nothing', () => {
  const ctx = network()
  const whole = { total: 1000n, locked: 0n, available: 1000n }
  assert.deepEqual(available(ctx, [A, B]), [
    [A, [[1, whole]]],
    [B, []],
  ])
  assert.deepEqual(available(ctx, [A], [1, 1, 0]), [[A, [[1, whole]]]])
  assert.deepEqual(available(ctx, [A], [1, 9]), [[A, [[1, whole]]]])
  assert.deepEqual(available(ctx, [A], []), [[A, []]])
  // More distinct subnets than there are (two): no question at all.
  assert.deepEqual(available(ctx, [A], [0, 1, 2]), [[A, []]])
  assert.deepEqual(available(ctx, []), [])
})

test('moving stake costs the fee of where it goes, and nothing when it stays', () => {
  const ctx = network()
  storage.SubnetMechanism.set(ctx, 1, 1)
  const fee = (1_000_000n * 33n) / 65_535n
  assert.equal(getStakeFee(ctx, undefined, [HOTKEY, 1], 1_000_000n), fee)
  assert.equal(getStakeFee(ctx, [HOTKEY, 1], undefined, 1_000_000n), fee)
  assert.equal(getStakeFee(ctx, [HOTKEY, 1], [HOTKEY, 0], 1_000_000n), 0n)
  assert.equal(getStakeFee(ctx, [HOTKEY, 1], [HOTKEY, 1], 1_000_000n), 0n)
  assert.equal(getStakeFee(ctx, undefined, undefined, 1_000_000n), 0n)
})

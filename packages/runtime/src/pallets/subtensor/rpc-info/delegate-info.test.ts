import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { genesisState, localNetwork } from '../../../networks/index.ts'
import { increaseStake } from '../staking/stake.ts'
import * as storage from '../storage.ts'
import { getDelegate, getDelegated, getDelegates, returnPer1000Tao } from './delegate-info.ts'

const TAO = 1_000_000_000n
const HOTKEY = `0x${'11'.repeat(32)}`
const [A, B] = [`0x${'aa'.repeat(32)}`, `0x${'bb'.repeat(32)}`]
const { U64F64 } = f

/** A local network with subnets 0, 1 and 5, where a delegate has stake on 1 and 5. */
function network(): f.Context {
  const state = new f.State(new f.MemoryBackend(genesisState({ chain: 'dev' })))
  const ctx = new f.Context({ state, runtime: localNetwork({ chain: 'dev' }) })
  storage.NetworksAdded.set(ctx, 5, true)
  storage.Delegates.set(ctx, HOTKEY, 11_796)
  increaseStake(ctx, { hotkey: HOTKEY, coldkey: B, netuid: 1 }, 4n * TAO)
  increaseStake(ctx, { hotkey: HOTKEY, coldkey: A, netuid: 1 }, 2n * TAO)
  increaseStake(ctx, { hotkey: HOTKEY, coldkey: A, netuid: 5 }, 3n * TAO)
  return ctx
}

test("1000 TAO earn a tenth of the day's 1000, less 18 % take, when 10,000 are staked", () => {
  // Upstream's example: 82 TAO, within half a thousandth.
  const earned = U64F64.toU64(
    returnPer1000Tao(11_796, U64F64.fromInt(10_000n * TAO), U64F64.fromInt(1000n * TAO)),
  )
  assert.ok(earned >= 82n * TAO - TAO / 2000n && earned <= 82n * TAO + TAO / 2000n, `${earned}`)
  assert.equal(returnPer1000Tao(11_796, 0n, U64F64.fromInt(TAO)), 0n)
})

test('nominators come in order of their keys; beyond the list of subnets their stake is not seen', () => {
  const nominators = getDelegate(network(), HOTKEY)?.nominators
  assert.deepEqual(nominators, [
    [A, [[1, 2n * TAO]]],
    [B, [[1, 4n * TAO]]],
  ])
})

test("a netuid is taken for a place in the list of subnets, as upstream's is", () => {
  const ctx = network()
  // Places: 0 -> 0, 1 -> 5. So stake on subnet 1 is valued in the pool of subnet 5.
  storage.NetworksAdded.remove(ctx, 1)
  const [[nominator, stakes] = []] = getDelegate(ctx, HOTKEY)?.nominators ?? []
  assert.equal(nominator, A)
  assert.deepEqual(stakes, [[1, inPoolOfFive(ctx)]])
})

/** What A's share of subnet 1 is worth on subnet 5: 2 of 3 shares, 3 TAO. */
function inPoolOfFive(ctx: f.Context): bigint {
  const shares = storage.AlphaV2.get(ctx, HOTKEY, A, 1)
  const pool = storage.TotalHotkeySharesV2.get(ctx, HOTKEY, 5)
  const scale = (x: { mantissa: bigint; exponent: bigint }) =>
    x.exponent >= 0n ? x.mantissa * 10n ** x.exponent : x.mantissa / 10n ** -x.exponent
  return (3n * TAO * scale(shares)) / scale(pool)
}

test('positions of a coldkey come with the delegate but without its nominators', () => {
  const ctx = network()
  const positions = getDelegated(ctx, A)
  assert.deepEqual(
    positions.map(([, position]) => position),
    [
      [1, 2n * TAO],
      [5, 3n * TAO],
    ],
  )
  assert.deepEqual(positions[0]?.[0].nominators, [])
  assert.equal(getDelegates(ctx).length, 1)
  assert.equal(getDelegate(ctx, A), undefined)
})

test('earnings count every subnet where the delegate has a uid, permits those where it may validate', () => {
  const ctx = network()
  for (const netuid of [1, 5]) {
    storage.IsNetworkMember.set(ctx, HOTKEY, netuid, true)
    storage.Uids.set(ctx, netuid, HOTKEY, 0)
    storage.Emission.set(ctx, netuid, [100n])
    storage.Tempo.set(ctx, netuid, 360)
  }
  storage.ValidatorPermit.set(ctx, 5, [true])
  const info = getDelegate(ctx, HOTKEY)
  assert.deepEqual(new Set(info?.registrations), new Set([1, 5]))
  assert.deepEqual(info?.validator_permits, [5])
  assert.equal(info.total_daily_return, 2n * 100n * 20n)
})

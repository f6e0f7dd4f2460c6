/** Each rule about the state finds what breaks it, and says how much. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { genesisState } from '../src/networks/index.ts'
import * as balances from '../src/pallets/balances/storage.ts'
import * as crowdloan from '../src/pallets/crowdloan/storage.ts'
import * as evm from '../src/pallets/evm/storage.ts'
import { increaseStake } from '../src/pallets/subtensor/staking/stake.ts'
import * as s from '../src/pallets/subtensor/storage.ts'
import * as swap from '../src/pallets/swap/storage.ts'
import { spec425 } from '../src/runtime.ts'

const runtime = spec425()
const backend = new f.MemoryBackend(genesisState({ chain: 'dev' }))
const [COLD, HOT, OTHER] = ['0x01', '0x02', '0x03'].map((key) => key.padEnd(66, '0')) as [
  f.AccountId,
  f.AccountId,
  f.AccountId,
]

/** The claims that a change of the first state breaks. */
function brokenBy(change: (ctx: f.Context) => void): string[] {
  const ctx = new f.Context({ state: new f.State(backend), runtime })
  change(ctx)
  return f.violationsOf(ctx, runtime.parts.invariants ?? []).map(({ claim }) => claim)
}

function stake(ctx: f.Context, amount: bigint): void {
  s.Owner.set(ctx, HOT, COLD)
  s.OwnedHotkeys.set(ctx, COLD, [HOT])
  increaseStake(ctx, { hotkey: HOT, coldkey: COLD, netuid: 1 }, amount)
  s.SubnetAlphaOut.mutate(ctx, 1, (out) => out + amount)
}

const lock = (mass: bigint) => ({ locked_mass: mass, conviction: 0n, last_update: 0n })
const account = (free: bigint, reserved: bigint) => ({
  ...{ nonce: 0, consumers: reserved > 0n ? 1 : 0, providers: 1, sufficients: 0 },
  data: { free, reserved, frozen: 0n, flags: f.NEW_LOGIC },
})

test('the first state, and one with stake in it, break nothing', () => {
  assert.deepEqual(
    brokenBy(() => {}),
    [],
  )
  assert.deepEqual(
    brokenBy((ctx) => stake(ctx, 10n ** 12n)),
    [],
  )
})

const BREAKS: Readonly<Record<string, (ctx: f.Context) => void>> = {
  'an account that has something exists': (ctx) =>
    f.system.storage.Account.set(ctx, COLD, { ...account(1000n, 0n), providers: 0 }),
  'what is reserved was deposited': (ctx) =>
    f.system.storage.Account.set(ctx, COLD, account(1000n, 7n)),
  'a preimage holds what its ticket says': (ctx) => {
    f.system.storage.Account.set(ctx, COLD, account(1000n, 7n))
    balances.Holds.set(ctx, COLD, [{ id: { type: 'Preimage', value: 'Preimage' }, amount: 7n }])
  },
  'a crowdloan has raised its contributions': (ctx) =>
    crowdloan.Contributions.set(ctx, 0, COLD, 5n),
  'a contract has code, its size and its hash': (ctx) =>
    evm.AccountCodes.set(ctx, `0x${'11'.repeat(20)}`, Uint8Array.of(1)),
  'subnets are counted': (ctx) => s.TotalNetworks.set(ctx, 9),
  'a subnet that ended left nothing': (ctx) => s.SubnetAlphaIn.set(ctx, 77, 1n),
  "a subnet's account has its TAO": (ctx) => s.SubnetTAO.set(ctx, 1, 10_000_000_001n),
  'TotalStake covers the subnets': (ctx) => s.SubnetTAO.set(ctx, 1, 10_000_000_001n),
  'each side weighs a hundredth or more': (ctx) => swap.SwapBalancer.set(ctx, 1, { quote: 1n }),
  "everybody's alpha is out of the pool": (ctx) => {
    stake(ctx, 10n ** 12n)
    s.SubnetAlphaOut.set(ctx, 1, 10n ** 12n - 1n)
  },
  'root stake is TAO, one to one': (ctx) => s.SubnetAlphaOut.set(ctx, 0, 1n),
  'shares add up to their denominator': (ctx) => {
    stake(ctx, 10n ** 12n)
    s.AlphaV2.set(ctx, HOT, OTHER, 1, { mantissa: 10n ** 21n, exponent: -14n })
  },
  "holders' stakes add up to the hotkey's": (ctx) => s.TotalHotkeyAlpha.set(ctx, HOT, 1, 2n),
  'root stakers are numbered from 0': (ctx) => s.StakingColdkeys.set(ctx, COLD, 0n),
  'hotkeys and uids are one to one': (ctx) => s.Uids.set(ctx, 1, HOT, 0),
  'a column has an entry for each uid': (ctx) => s.Active.set(ctx, 1, []),
  'rows belong to a uid': (ctx) => s.Weights.set(ctx, 1, 40, new Uint16Array(0)),
  'owners list their hotkeys': (ctx) => s.Owner.set(ctx, HOT, COLD),
  'coldkeys list where they stake': (ctx) => {
    stake(ctx, 100n)
    s.StakingHotkeys.remove(ctx, COLD)
  },
  'automatic stake is listed both ways': (ctx) => s.AutoStakeDestination.set(ctx, COLD, 1, HOT),
  'parents and children know each other': (ctx) => s.ChildKeys.set(ctx, HOT, 1, [[5n, OTHER]]),
  'nobody lends more than all': (ctx) => s.ChildKeys.set(ctx, HOT, 1, [[5n, HOT]]),
  'what is locked is staked': (ctx) => s.Lock.set(ctx, COLD, 1, HOT, lock(10n ** 12n)),
  'a coldkey has one lock on a subnet, which is listed': (ctx) =>
    s.Lock.set(ctx, COLD, 1, HOT, lock(1000n)),
}

for (const [claim, change] of Object.entries(BREAKS))
  test(`found when broken: ${claim}`, () => {
    const broken = brokenBy(change)
    assert.ok(broken.includes(claim), `found ${JSON.stringify(broken)}`)
  })

test('the error names the claim, the place and the amount', () => {
  const ctx = new f.Context({ state: new f.State(backend), runtime })
  s.SubnetTAO.set(ctx, 1, 10_000_000_001n)
  assert.throws(() => f.tryState(ctx), {
    name: 'InvariantError',
    message:
      "a subnet's account has its TAO: subnet 1: 1 rao in the pool, 0 on the account\n" +
      'TotalStake covers the subnets: 10000000001 rao in subnets, 0 in the total',
  })
})

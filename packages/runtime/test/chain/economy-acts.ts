/** Random economic calls: every call that moves or earns money, each argument drawn by what its name means. */
import * as f from '@taonet/frame'
import fc from 'fast-check'
import { DEV } from '../../src/networks/index.ts'
import * as balances from '../../src/pallets/balances/index.ts'
import * as delegation from '../../src/pallets/subtensor/calls/delegation.ts'
import * as keys from '../../src/pallets/subtensor/calls/keys.ts'
import * as locks from '../../src/pallets/subtensor/calls/locks.ts'
import * as registration from '../../src/pallets/subtensor/calls/registration.ts'
import * as rootClaims from '../../src/pallets/subtensor/calls/root-claims.ts'
import * as staking from '../../src/pallets/subtensor/calls/staking.ts'
import * as subnets from '../../src/pallets/subtensor/calls/subnets.ts'
import * as weights from '../../src/pallets/subtensor/calls/weights.ts'

export const TAO = 1_000_000_000n
export const U64 = (1n << 64n) - 1n
/** Most TAO there may ever be, rao. */
export const CAP = 21_000_000n * TAO
export const COLDKEYS = [DEV.Alice, DEV.Bob, DEV.Charlie, DEV.Dave, DEV.Eve]
export const HOTKEYS = ['a', 'b', 'c'].map(
  (name): f.AccountId => f.toHex(f.blake2_256(f.utf8(name))),
)
/** The subnets that the tests begin with. */
export const FOUNDED = [2, 3]

export type Act = readonly [origin: f.Origin, call: f.CallValue]

const amount = fc.oneof(
  { weight: 8, arbitrary: fc.bigInt(TAO / 100n, 50n * TAO) },
  { weight: 2, arbitrary: fc.bigInt(50n * TAO, 5000n * TAO) },
  { weight: 3, arbitrary: fc.bigInt(0n, 10_000_000n) },
  { weight: 2, arbitrary: fc.constantFrom(0n, 1n, 500n, CAP, (1n << 63n) - 1n, 1n << 63n, U64) },
)
const price = fc.oneof(
  { weight: 4, arbitrary: fc.bigInt(TAO / 100n, 3n * TAO) },
  { weight: 1, arbitrary: fc.constantFrom(0n, 1n, U64) },
)
const coldkey = fc.constantFrom(...COLDKEYS)
/** A coldkey now and then: some keys are both. */
const hotkey = fc.constantFrom(...HOTKEYS, ...HOTKEYS, ...HOTKEYS, DEV.Eve)
/** Root, the founded ones, one that may have been registered since, one that never is. */
const netuid = fc.constantFrom(0, 0, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 9)
const netuids = fc.uniqueArray(netuid, { maxLength: 5 }).map((all) => all.sort((a, b) => a - b))
const take = fc.constantFrom(0, 1, 5000, 11_796, 11_797, 65_535)
const uids = fc.uniqueArray(fc.nat(5), { maxLength: 5 })
const smallNumber = fc.bigInt(0n, 20n)

/** What arguments of a name are drawn from. */
const BY_NAME: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  ...{ hotkey, origin_hotkey: hotkey, destination_hotkey: hotkey, new_hotkey: hotkey },
  ...{ coldkey, destination_coldkey: coldkey, new_coldkey: coldkey, old_coldkey: coldkey },
  ...{ netuid, origin_netuid: netuid, destination_netuid: netuid, subnets: netuids },
  ...{ amount, amount_staked: amount, amount_unstaked: amount, alpha_amount: amount },
  ...{ limit_price: price, limit: fc.option(price, { nil: undefined }), swap_cost: amount },
  ...{ allow_partial: fc.boolean(), enabled: fc.boolean(), keep_stake: fc.boolean() },
  ...{ take, alpha: amount, cooldown: smallNumber, dests: uids, version_key: fc.constant(0n) },
  ...{ children: fc.array(fc.tuple(amount, hotkey), { maxLength: 3 }), mecid: fc.nat(1) },
  new_root_claim_type: fc.oneof(
    fc.constantFrom({ type: 'Swap' }, { type: 'Keep' }),
    netuids.map((subnets) => ({ type: 'KeepSubnets', value: { subnets } })),
  ),
  new_value: smallNumber,
  symbol: fc.constant(new Uint8Array()),
  identity: fc.constant(undefined),
  weights: fc.array(fc.nat(65_535), { maxLength: 5 }),
}
/** Arguments whose name says too little. */
const BY_CALL: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  remove_stake_full_limit: { limit_price: fc.option(price, { nil: undefined }) },
  swap_hotkey_v2: { netuid: fc.option(netuid, { nil: undefined }) },
}

function argumentsOf(name: string, def: f.AnyCall['def']): fc.Arbitrary<unknown> {
  const parts: Record<string, fc.Arbitrary<unknown>> = {}
  for (const argument of Object.keys(def.args)) {
    const part = BY_CALL[name]?.[argument] ?? BY_NAME[argument]
    f.assert(part !== undefined, `random ${name} needs to know what ${argument} is`)
    parts[argument] = part
  }
  return fc.record(parts)
}

/** Calls that need what random arguments do not have: proof of work, preimages, ciphertexts, announcements. */
const LEFT_OUT = new Set([
  ...['register', 'swap_hotkey', 'schedule_swap_coldkey', 'announce_coldkey_swap'],
  ...['swap_coldkey_announced', 'associate_evm_key', 'reset_coldkey_swap'],
  ...['set_mechanism_weights', 'batch_set_weights', 'commit_weights', 'commit_mechanism_weights'],
  ...['batch_commit_weights', 'reveal_weights', 'reveal_mechanism_weights', 'batch_reveal_weights'],
  ...['commit_timelocked_weights', 'commit_timelocked_mechanism_weights'],
  'commit_crv3_mechanism_weights',
])

const CALLS: readonly (readonly [name: string, call: f.AnyCall])[] = [
  ...[staking, staking, staking, staking, locks, locks, rootClaims, rootClaims],
  ...[delegation, registration, weights, subnets, keys],
]
  .flatMap((theme) => Object.entries(theme) as [string, f.AnyCall][])
  .filter(([name]) => !LEFT_OUT.has(name))

const signer = coldkey.map(f.Signed)
/** Ends of things: seldom, or little would be left to end. */
const SELDOM = new Set(['root_dissolve_network', 'swap_coldkey', 'unstake_all', 'swap_hotkey_v2'])
const ENDS = CALLS.filter(([name]) => SELDOM.has(name))
const OTHERS = CALLS.filter(([name]) => !SELDOM.has(name))

const ofSubtensor = fc
  .oneof(
    { weight: 40, arbitrary: fc.constantFrom(...OTHERS) },
    { weight: 1, arbitrary: fc.constantFrom(...ENDS) },
  )
  .chain(([name, call]) =>
    fc
      .tuple(
        call.def.origin === f.root
          ? fc.constant(f.Root)
          : fc.oneof(
              { weight: 9, arbitrary: signer },
              { weight: 1, arbitrary: hotkey.map(f.Signed) },
            ),
        argumentsOf(name, call.def),
      )
      .map(([origin, args]): Act => [origin, call(args)]),
  )
const transfer = fc
  .tuple(signer, fc.oneof(coldkey, hotkey), amount)
  .map(
    ([origin, to, value]): Act => [
      origin,
      balances.calls.transfer_allow_death({ dest: { type: 'Id', value: to }, value }),
    ],
  )

/** Any economic call of anybody. */
export const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 9, arbitrary: ofSubtensor },
  { weight: 1, arbitrary: transfer },
)

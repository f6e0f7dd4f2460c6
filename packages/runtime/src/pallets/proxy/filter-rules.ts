/** What each type of proxy may call: data that both the filter and clients read. */
import type { ProxyType } from '../../common/proxy-types.ts'

/** `Pallet.call`, or `Pallet.*` for all calls of a pallet. */
export type CallRef = `${string}.${string}`

/** A call that is allowed under a condition on one of its arguments. */
export interface ConditionalCall {
  readonly call: CallRef
  readonly param: string
  /** The argument is an amount below this. */
  readonly lessThan?: bigint
  /** The argument is a call, and this one. */
  readonly nested?: CallRef
}

export type FilterRule =
  | { readonly mode: 'AllowAll' | 'DenyAll' }
  | { readonly mode: 'Deny'; readonly calls: readonly CallRef[] }
  | {
      readonly mode: 'Allow'
      readonly calls: readonly (CallRef | ConditionalCall)[]
      readonly exceptions?: readonly CallRef[]
    }

/** Half a TAO, or half an alpha. */
const SMALL = 500_000_000n

const swapsOfColdkey: readonly CallRef[] = [
  'SubtensorModule.schedule_swap_coldkey',
  'SubtensorModule.swap_coldkey',
]
const announcedSwaps: readonly CallRef[] = [
  'SubtensorModule.announce_coldkey_swap',
  'SubtensorModule.swap_coldkey_announced',
  'SubtensorModule.clear_coldkey_swap_announcement',
  'SubtensorModule.dispute_coldkey_swap',
]
const subnetSettings = [
  'serving_rate_limit',
  'min_difficulty',
  'max_difficulty',
  'weights_version_key',
  'adjustment_alpha',
  'immunity_period',
  'min_allowed_weights',
  'kappa',
  'rho',
  'activity_cutoff',
  'network_registration_allowed',
  'network_pow_registration_allowed',
  'max_burn',
  'bonds_moving_average',
  'bonds_penalty',
  'commit_reveal_weights_enabled',
  'liquid_alpha_enabled',
  'alpha_values',
  'commit_reveal_weights_interval',
  'toggle_transfer',
  'subnet_emission_enabled',
  'min_childkey_take_per_subnet',
].map((name): CallRef => `AdminUtils.sudo_set_${name}`)

/**
 * In upstream's order, which clients see.
 *
 * source  opentensor/subtensor runtime/src/lib.rs define_proxy_filters
 */
export const FILTER_RULES: Readonly<Record<ProxyType, FilterRule>> = {
  Any: { mode: 'AllowAll' },
  NonTransfer: {
    mode: 'Deny',
    calls: ['Balances.*', 'SubtensorModule.transfer_stake', ...swapsOfColdkey, ...announcedSwaps],
  },
  NonFungible: {
    mode: 'Deny',
    calls: [
      'Balances.*',
      'SubtensorModule.add_stake',
      'SubtensorModule.add_stake_limit',
      'SubtensorModule.remove_stake',
      'SubtensorModule.remove_stake_limit',
      'SubtensorModule.remove_stake_full_limit',
      'SubtensorModule.unstake_all',
      'SubtensorModule.unstake_all_alpha',
      'SubtensorModule.swap_stake',
      'SubtensorModule.swap_stake_limit',
      'SubtensorModule.move_stake',
      'SubtensorModule.transfer_stake',
      'SubtensorModule.burned_register',
      'SubtensorModule.root_register',
      ...swapsOfColdkey,
      ...announcedSwaps,
      'SubtensorModule.swap_hotkey',
      'SubtensorModule.swap_hotkey_v2',
    ],
  },
  Transfer: {
    mode: 'Allow',
    calls: [
      'Balances.transfer_keep_alive',
      'Balances.transfer_allow_death',
      'Balances.transfer_all',
      'SubtensorModule.transfer_stake',
    ],
  },
  SmallTransfer: {
    mode: 'Allow',
    calls: [
      { call: 'Balances.transfer_keep_alive', param: 'value', lessThan: SMALL },
      { call: 'Balances.transfer_allow_death', param: 'value', lessThan: SMALL },
      { call: 'SubtensorModule.transfer_stake', param: 'alpha_amount', lessThan: SMALL },
    ],
  },
  Owner: {
    mode: 'Allow',
    calls: ['AdminUtils.*', 'SubtensorModule.set_subnet_identity', 'SubtensorModule.update_symbol'],
    exceptions: ['AdminUtils.sudo_set_sn_owner_hotkey', 'AdminUtils.sudo_set_subnet_owner_hotkey'],
  },
  NonCritical: {
    mode: 'Deny',
    calls: [
      'SubtensorModule.dissolve_network',
      'SubtensorModule.root_register',
      'SubtensorModule.burned_register',
      'Sudo.*',
      ...announcedSwaps,
    ],
  },
  Triumvirate: { mode: 'DenyAll' },
  Senate: { mode: 'DenyAll' },
  Governance: { mode: 'DenyAll' },
  Staking: {
    mode: 'Allow',
    calls: [
      'SubtensorModule.add_stake',
      'SubtensorModule.remove_stake',
      'SubtensorModule.unstake_all',
      'SubtensorModule.unstake_all_alpha',
      'SubtensorModule.swap_stake',
      'SubtensorModule.swap_stake_limit',
      'SubtensorModule.move_stake',
      'SubtensorModule.add_stake_limit',
      'SubtensorModule.remove_stake_limit',
      'SubtensorModule.remove_stake_full_limit',
      'SubtensorModule.set_root_claim_type',
    ],
  },
  Registration: {
    mode: 'Allow',
    calls: [
      'SubtensorModule.burned_register',
      'SubtensorModule.register',
      'SubtensorModule.register_limit',
    ],
  },
  RootWeights: { mode: 'DenyAll' },
  ChildKeys: {
    mode: 'Allow',
    calls: ['SubtensorModule.set_children', 'SubtensorModule.set_childkey_take'],
  },
  SudoUncheckedSetCode: {
    mode: 'Allow',
    calls: [{ call: 'Sudo.sudo_unchecked_weight', param: 'call', nested: 'System.set_code' }],
  },
  SwapHotkey: {
    mode: 'Allow',
    calls: ['SubtensorModule.swap_hotkey', 'SubtensorModule.swap_hotkey_v2'],
  },
  SubnetLeaseBeneficiary: {
    mode: 'Allow',
    calls: ['SubtensorModule.start_call', ...subnetSettings],
  },
  RootClaim: { mode: 'Allow', calls: ['SubtensorModule.claim_root'] },
}

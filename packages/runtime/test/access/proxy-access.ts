/** What each type of proxy may do, copied down from upstream call by call. */
import type { ProxyType } from '../../src/common/proxy-types.ts'

type Claim = (call: string) => boolean

/** `Pallet: call call …`, or `Pallet: *`, one pallet a line. */
function listed(text: string): Claim {
  const names = text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [pallet = '', calls = ''] = line.trim().split(': ')
      return calls.split(' ').map((name) => `${pallet}.${name}`)
    })
  const set = new Set(names)
  return (call) => set.has(call) || set.has(call.replace(/\..*/, '.*'))
}
const allBut =
  (text: string): Claim =>
  (call) =>
    !listed(text)(call)
const all: Claim = () => true
const none: Claim = () => false

/** source  opentensor/subtensor runtime/src/lib.rs define_proxy_filters */
export const PROXY_ACCESS: Readonly<Record<ProxyType, Claim>> = {
  Any: all,
  NonTransfer: allBut(`
    Balances: *
    SubtensorModule: transfer_stake schedule_swap_coldkey swap_coldkey
    SubtensorModule: announce_coldkey_swap swap_coldkey_announced
    SubtensorModule: clear_coldkey_swap_announcement dispute_coldkey_swap`),
  NonFungible: allBut(`
    Balances: *
    SubtensorModule: add_stake add_stake_limit remove_stake remove_stake_limit
    SubtensorModule: remove_stake_full_limit unstake_all unstake_all_alpha swap_stake
    SubtensorModule: swap_stake_limit move_stake transfer_stake burned_register
    SubtensorModule: root_register schedule_swap_coldkey swap_coldkey
    SubtensorModule: announce_coldkey_swap swap_coldkey_announced
    SubtensorModule: clear_coldkey_swap_announcement dispute_coldkey_swap swap_hotkey
    SubtensorModule: swap_hotkey_v2`),
  Transfer: listed(`
    Balances: transfer_keep_alive transfer_allow_death transfer_all
    SubtensorModule: transfer_stake`),
  SmallTransfer: listed(`
    Balances: transfer_keep_alive transfer_allow_death
    SubtensorModule: transfer_stake`),
  Owner: (call) =>
    listed(`
    AdminUtils: *
    SubtensorModule: set_subnet_identity update_symbol`)(call) &&
    allBut(`
    AdminUtils: sudo_set_sn_owner_hotkey sudo_set_subnet_owner_hotkey`)(call),
  NonCritical: allBut(`
    SubtensorModule: dissolve_network root_register burned_register announce_coldkey_swap
    SubtensorModule: swap_coldkey_announced clear_coldkey_swap_announcement
    SubtensorModule: dispute_coldkey_swap
    Sudo: *`),
  Triumvirate: none,
  Senate: none,
  Governance: none,
  Staking: listed(`
    SubtensorModule: add_stake remove_stake unstake_all unstake_all_alpha swap_stake
    SubtensorModule: swap_stake_limit move_stake add_stake_limit remove_stake_limit
    SubtensorModule: remove_stake_full_limit set_root_claim_type`),
  Registration: listed(`
    SubtensorModule: burned_register register register_limit`),
  RootWeights: none,
  ChildKeys: listed(`
    SubtensorModule: set_children set_childkey_take`),
  SudoUncheckedSetCode: listed(`
    Sudo: sudo_unchecked_weight`),
  SwapHotkey: listed(`
    SubtensorModule: swap_hotkey swap_hotkey_v2`),
  SubnetLeaseBeneficiary: listed(`
    SubtensorModule: start_call
    AdminUtils: sudo_set_serving_rate_limit sudo_set_min_difficulty
    AdminUtils: sudo_set_max_difficulty sudo_set_weights_version_key
    AdminUtils: sudo_set_adjustment_alpha sudo_set_immunity_period
    AdminUtils: sudo_set_min_allowed_weights sudo_set_kappa sudo_set_rho
    AdminUtils: sudo_set_activity_cutoff sudo_set_network_registration_allowed
    AdminUtils: sudo_set_network_pow_registration_allowed sudo_set_max_burn
    AdminUtils: sudo_set_bonds_moving_average sudo_set_bonds_penalty
    AdminUtils: sudo_set_commit_reveal_weights_enabled sudo_set_liquid_alpha_enabled
    AdminUtils: sudo_set_alpha_values sudo_set_commit_reveal_weights_interval
    AdminUtils: sudo_set_toggle_transfer sudo_set_subnet_emission_enabled
    AdminUtils: sudo_set_min_childkey_take_per_subnet`),
  RootClaim: listed(`
    SubtensorModule: claim_root`),
}

/**
 * Which types of proxies a proxy may hand out and take away in the other's name. Types that are not here may do
 * neither: they may not call the pallet.
 *
 * source  opentensor/subtensor pallets/proxy/src/lib.rs do_proxy, runtime/src/lib.rs InstanceFilter is_superset
 */
export const MAY_GRANT: Readonly<Partial<Record<ProxyType, string>>> = {
  Any: `
    Any Owner NonCritical NonTransfer Senate NonFungible Triumvirate Governance Staking
    Registration Transfer SmallTransfer RootWeights ChildKeys SudoUncheckedSetCode
    SwapHotkey SubnetLeaseBeneficiary RootClaim`,
  NonTransfer: `
    Owner NonCritical NonTransfer Senate NonFungible Triumvirate Governance Staking
    Registration RootWeights ChildKeys SudoUncheckedSetCode SwapHotkey
    SubnetLeaseBeneficiary RootClaim`,
  NonCritical: 'NonCritical',
  NonFungible: 'NonFungible',
}

/** Calls of Proxy that only a proxy of type Any may make in the other's name. */
export const ENDING: ReadonlySet<string> = new Set(['Proxy.remove_proxies', 'Proxy.kill_pure'])

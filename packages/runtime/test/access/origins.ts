/** Who may make which call. Each call of the runtime is in exactly one list. */
import type { Signer } from './world.ts'

/**
 * root          root alone
 * signed        anybody who signs, but not root
 * signedOrRoot  anybody who signs, and root
 * somebody      all but nobody's own transactions
 * none          inherents and unsigned transactions
 * owner         the owner of the subnet that `netuid` names
 * ownerOrRoot   the same, and root
 * sudoer        the sudo key, and root
 * address       the account behind the address that the call names
 * anybody       every origin
 * nobody        refused to every origin for the same reason
 */
export type Access =
  | 'anybody'
  | 'root'
  | 'signed'
  | 'none'
  | 'ownerOrRoot'
  | 'nobody'
  | 'owner'
  | 'somebody'
  | 'sudoer'
  | 'signedOrRoot'
  | 'address'

/** A kind of origin: somebody who signs, or one of the two that nobody signs for. */
export type Kind = Signer | 'none' | 'root'

const SIGNERS: readonly Kind[] = ['stranger', 'coldkey', 'hotkey', 'owner', 'multisig', 'sudo']
const SIGNED_OR_ROOT: readonly Kind[] = ['root', ...SIGNERS]

/** Which origins each class of calls takes; the others are refused. */
const TAKES: Readonly<Record<Access, readonly Kind[]>> = {
  anybody: ['none', ...SIGNED_OR_ROOT],
  somebody: SIGNED_OR_ROOT,
  signedOrRoot: SIGNED_OR_ROOT,
  signed: SIGNERS,
  address: ['coldkey'],
  root: ['root'],
  none: ['none'],
  owner: ['owner'],
  ownerOrRoot: ['owner', 'root'],
  sudoer: ['sudo', 'root'],
  nobody: [],
}

/** Whether a class of calls takes an origin. What else is wrong with the call is another matter. */
export const takes = (access: Access, kind: Kind): boolean => TAKES[access].includes(kind)

/** Why an origin is refused that a call does not take, as `Pallet.Error`; undefined for BadOrigin. */
export function reasonOf(call: string, access: Access, kind: Kind): string | undefined {
  if (access === 'nobody') return NOBODY[call]
  return access === 'sudoer' && kind !== 'none' ? 'Sudo.RequireSudo' : undefined
}

/** What everybody hears. `source` opentensor/subtensor pallets/{subtensor,admin-utils,swap} */
const NOBODY: Readonly<Record<string, string>> = {
  'SubtensorModule.schedule_swap_coldkey': 'SubtensorModule.Deprecated',
  'AdminUtils.sudo_set_network_pow_registration_allowed': 'AdminUtils.POWRegistrationDisabled',
  'AdminUtils.sudo_set_total_issuance': 'AdminUtils.Deprecated',
  'Swap.add_liquidity': 'Swap.Deprecated',
  'Swap.disable_lp': 'Swap.Deprecated',
  'Swap.modify_position': 'Swap.Deprecated',
  'Swap.remove_liquidity': 'Swap.Deprecated',
  'Swap.toggle_user_liquidity': 'Swap.Deprecated',
}

/** Calls that cannot be encoded: an argument is a type without values. */
export const WITHOUT_VALUES: ReadonlySet<string> = new Set([
  'Grandpa.report_equivocation',
  'Grandpa.report_equivocation_unsigned',
])

/** source  opentensor/subtensor pallets/\*\/src, each call's first `ensure` */
export const ACCESS: Readonly<Record<Access, Readonly<Record<string, string>>>> = {
  anybody: {
    System: 'apply_authorized_upgrade remark',
  },
  root: {
    System: `
      authorize_upgrade authorize_upgrade_without_checks kill_prefix kill_storage set_code
      set_code_without_checks set_heap_pages set_storage`,
    Grandpa: 'note_stalled',
    Balances: `
      force_adjust_total_issuance force_set_balance force_transfer force_unreserve`,
    SubtensorModule: `
      dissolve_network reset_coldkey_swap root_dissolve_network
      set_pending_childkey_cooldown sudo_set_max_childkey_take sudo_set_min_childkey_take
      sudo_set_num_root_claims sudo_set_tx_childkey_take_rate_limit
      sudo_set_voting_power_ema_alpha swap_coldkey`,
    Utility: 'dispatch_as dispatch_as_fallible with_weight',
    Preimage: 'request_preimage unrequest_preimage',
    Scheduler: `
      cancel cancel_named cancel_retry cancel_retry_named schedule schedule_after
      schedule_named schedule_named_after set_retry set_retry_named`,
    Commitments: 'set_max_space',
    AdminUtils: `
      schedule_grandpa_change sudo_set_adjustment_interval sudo_set_admin_freeze_window
      sudo_set_ck_burn sudo_set_coldkey_swap_announcement_delay
      sudo_set_coldkey_swap_reannouncement_delay sudo_set_commit_reveal_version
      sudo_set_default_take sudo_set_difficulty
      sudo_set_dissolve_network_schedule_duration sudo_set_ema_price_halving_period
      sudo_set_evm_chain_id sudo_set_kappa sudo_set_lock_reduction_interval
      sudo_set_max_allowed_validators sudo_set_max_epochs_per_block
      sudo_set_max_mechanism_count sudo_set_max_registrations_per_block
      sudo_set_min_allowed_uids sudo_set_min_delegate_take sudo_set_min_difficulty
      sudo_set_min_non_immune_uids sudo_set_net_tao_flow_enabled
      sudo_set_network_immunity_period sudo_set_network_min_lock_cost
      sudo_set_network_rate_limit sudo_set_network_registration_allowed
      sudo_set_nominator_min_required_stake sudo_set_owner_hparam_rate_limit
      sudo_set_rao_recycled sudo_set_stake_threshold sudo_set_start_call_delay
      sudo_set_subnet_emission_enabled sudo_set_subnet_limit sudo_set_subnet_moving_alpha
      sudo_set_subnet_owner_cut sudo_set_subtoken_enabled sudo_set_tao_flow_cutoff
      sudo_set_tao_flow_normalization_exponent sudo_set_tao_flow_smoothing_factor
      sudo_set_target_registrations_per_interval sudo_set_tempo
      sudo_set_tx_delegate_take_rate_limit sudo_set_tx_rate_limit
      sudo_set_weights_set_rate_limit sudo_toggle_evm_precompile swap_authorities`,
    SafeMode: `
      force_enter force_exit force_extend force_release_deposit force_slash_deposit`,
    EVM: 'disable_whitelist set_whitelist',
    BaseFee: 'set_base_fee_per_gas set_elasticity',
    Drand: 'set_beacon_config set_oldest_stored_round',
    Swap: 'set_fee_rate',
    Contracts: 'set_code',
    MevShield: `
      set_max_extrinsic_weight set_max_pending_extrinsics_number set_on_initialize_weight
      set_stored_extrinsic_lifetime`,
    LimitOrders: 'set_pallet_status',
  },
  signed: {
    System: 'remark_with_event',
    Grandpa: 'report_equivocation',
    Balances: `
      burn transfer_all transfer_allow_death transfer_keep_alive upgrade_accounts`,
    SubtensorModule: `
      add_stake add_stake_burn add_stake_limit announce_coldkey_swap associate_evm_key
      batch_commit_weights batch_reveal_weights batch_set_weights burn_alpha
      burned_register claim_root clear_coldkey_swap_announcement
      commit_crv3_mechanism_weights commit_mechanism_weights
      commit_timelocked_mechanism_weights commit_timelocked_weights commit_weights
      decrease_take dispute_coldkey_swap increase_take lock_stake move_lock move_stake
      recycle_alpha register register_leased_network register_limit register_network
      register_network_with_identity remove_stake remove_stake_full_limit
      remove_stake_limit reveal_mechanism_weights reveal_weights root_register serve_axon
      serve_axon_tls serve_prometheus set_auto_parent_delegation_enabled set_childkey_take
      set_children set_coldkey_auto_stake_hotkey set_identity set_mechanism_weights
      set_perpetual_lock set_reject_locked_alpha set_root_claim_type set_subnet_identity
      set_weights swap_coldkey_announced swap_hotkey swap_hotkey_v2 swap_stake
      swap_stake_limit terminate_lease transfer_stake try_associate_hotkey unstake_all
      unstake_all_alpha`,
    Utility: 'as_derivative',
    Multisig: `
      approve_as_multi as_multi as_multi_threshold_1 cancel_as_multi poke_deposit`,
    Preimage: 'ensure_updated',
    Proxy: `
      add_proxy announce create_pure kill_pure poke_deposit proxy proxy_announced
      reject_announcement remove_announcement remove_proxies remove_proxy
      set_real_pays_fee`,
    Commitments: 'set_commitment',
    SafeMode: 'enter extend release_deposit',
    Crowdloan: `
      contribute create dissolve finalize refund set_max_contribution update_cap
      update_end update_min_contribution withdraw`,
    Contracts: `
      instantiate instantiate_old_weight instantiate_with_code
      instantiate_with_code_old_weight migrate remove_code upload_code`,
    MevShield: 'store_encrypted submit_encrypted',
    LimitOrders: 'cancel_order execute_batched_orders execute_orders',
  },
  none: {
    Timestamp: 'set',
    Grandpa: 'report_equivocation_unsigned',
    Ethereum: 'transact',
    Drand: 'write_pulse',
    MevShield: 'announce_next_key',
  },
  ownerOrRoot: {
    SubtensorModule: `
      disable_voting_power_tracking enable_voting_power_tracking
      set_activity_cutoff_factor sudo_set_root_claim_threshold update_symbol`,
    AdminUtils: `
      sudo_set_activity_cutoff sudo_set_adjustment_alpha sudo_set_alpha_sigmoid_steepness
      sudo_set_alpha_values sudo_set_bonds_moving_average sudo_set_bonds_penalty
      sudo_set_bonds_reset_enabled sudo_set_burn_half_life sudo_set_burn_increase_mult
      sudo_set_commit_reveal_weights_enabled sudo_set_commit_reveal_weights_interval
      sudo_set_immunity_period sudo_set_liquid_alpha_enabled sudo_set_max_allowed_uids
      sudo_set_max_burn sudo_set_max_difficulty sudo_set_mechanism_count
      sudo_set_mechanism_emission_split sudo_set_min_allowed_weights sudo_set_min_burn
      sudo_set_min_childkey_take_per_subnet sudo_set_owner_cut_auto_lock_enabled
      sudo_set_owner_cut_enabled sudo_set_owner_immune_neuron_limit
      sudo_set_recycle_or_burn sudo_set_rho sudo_set_serving_rate_limit
      sudo_set_sn_owner_hotkey sudo_set_subnet_owner_hotkey sudo_set_toggle_transfer
      sudo_set_weights_version_key sudo_set_yuma3_enabled sudo_trim_to_max_allowed_uids`,
  },
  nobody: {
    SubtensorModule: 'schedule_swap_coldkey',
    AdminUtils: 'sudo_set_network_pow_registration_allowed sudo_set_total_issuance',
    Swap: `
      add_liquidity disable_lp modify_position remove_liquidity toggle_user_liquidity`,
  },
  owner: {
    SubtensorModule: 'start_call set_tempo trigger_epoch',
  },
  somebody: {
    Utility: 'batch batch_all force_batch if_else',
  },
  sudoer: {
    Sudo: 'remove_key set_key sudo sudo_as sudo_unchecked_weight',
  },
  signedOrRoot: {
    Preimage: 'note_preimage unnote_preimage',
    Contracts: 'call call_old_weight',
  },
  address: {
    EVM: 'call create create2 withdraw',
  },
}

const names = (text: string): string[] => text.trim().split(/\s+/)

/** `Pallet.call` → who may make it. */
export const accessByCall: ReadonlyMap<string, Access> = new Map(
  (Object.keys(ACCESS) as Access[]).flatMap((access) =>
    Object.entries(ACCESS[access]).flatMap(([pallet, calls]) =>
      names(calls).map((name) => [`${pallet}.${name}`, access] as const),
    ),
  ),
)

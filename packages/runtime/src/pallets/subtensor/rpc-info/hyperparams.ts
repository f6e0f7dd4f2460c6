/** Hyperparameters of a subnet in the three forms that clients ask for. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { ifSubnetExist } from '../subnets/exists.ts'
import { PARAMETERS, parameters } from './parameters.ts'
import type {
  HyperparamEntry,
  HyperparamValue,
  SubnetHyperparams,
  SubnetHyperparamsV2,
} from './types.ts'
import { type Reader, type Readers, readAll, viewOf } from './view.ts'

const FIRST: Readers<SubnetHyperparams> = parameters(
  'rho',
  'kappa',
  'immunity_period',
  'min_allowed_weights',
  'max_weights_limit',
  'tempo',
  'min_difficulty',
  'max_difficulty',
  'weights_version',
  'weights_rate_limit',
  'adjustment_interval',
  'activity_cutoff',
  'registration_allowed',
  'target_regs_per_interval',
  'min_burn',
  'max_burn',
  'bonds_moving_avg',
  'max_regs_per_block',
  'serving_rate_limit',
  'max_validators',
  'adjustment_alpha',
  'difficulty',
  'commit_reveal_period',
  'commit_reveal_weights_enabled',
  'alpha_high',
  'alpha_low',
  'liquid_alpha_enabled',
)

const SECOND: Readers<SubnetHyperparamsV2> = {
  ...FIRST,
  ...parameters(
    'alpha_sigmoid_steepness',
    'yuma_version',
    'subnet_is_active',
    'transfers_enabled',
    'bonds_reset_enabled',
    'user_liquidity_enabled',
  ),
}

/** `source` rpc_info/subnet_info.rs get_subnet_hyperparams */
export const getSubnetHyperparams = (
  ctx: f.Context,
  netuid: NetUid,
): SubnetHyperparams | undefined =>
  ifSubnetExist(ctx, netuid) ? readAll(FIRST, viewOf(ctx, netuid)) : undefined

/** `source` rpc_info/subnet_info.rs get_subnet_hyperparams_v2 */
export const getSubnetHyperparamsV2 = (
  ctx: f.Context,
  netuid: NetUid,
): SubnetHyperparamsV2 | undefined =>
  ifSubnetExist(ctx, netuid) ? readAll(SECOND, viewOf(ctx, netuid)) : undefined

type Name = keyof typeof PARAMETERS
type ValueOf<N extends Name> = ReturnType<(typeof PARAMETERS)[N]>
/** Parameters whose values a kind can hold. */
type NameOf<K extends HyperparamValue['type']> = {
  [N in Name]: ValueOf<N> extends Extract<HyperparamValue, { type: K }>['value'] ? N : never
}[Name]

interface Entry {
  readonly name: Uint8Array
  readonly value: Reader<HyperparamValue>
}

const entry = <K extends HyperparamValue['type']>(type: K, name: NameOf<K>): Entry => ({
  name: f.utf8(name),
  // The pair of a kind and a value that it can hold; the compiler loses their relation in a union.
  value: (view) => ({ type, value: PARAMETERS[name](view) }) as HyperparamValue,
})

const THIRD: readonly Entry[] = [
  entry('U16', 'kappa'),
  entry('U16', 'immunity_period'),
  entry('U16', 'min_allowed_weights'),
  entry('U16', 'max_weights_limit'),
  entry('U16', 'tempo'),
  entry('U64', 'weights_version'),
  entry('U64', 'weights_rate_limit'),
  entry('U64', 'activity_cutoff'),
  entry('U32', 'activity_cutoff_factor'),
  entry('Bool', 'registration_allowed'),
  entry('U16', 'target_regs_per_interval'),
  entry('TaoBalance', 'min_burn'),
  entry('TaoBalance', 'max_burn'),
  entry('U16', 'burn_half_life'),
  entry('U64F64', 'burn_increase_mult'),
  entry('U64', 'bonds_moving_avg'),
  entry('U16', 'max_regs_per_block'),
  entry('U64', 'serving_rate_limit'),
  entry('U16', 'max_validators'),
  entry('U64', 'commit_reveal_period'),
  entry('Bool', 'commit_reveal_weights_enabled'),
  entry('U16', 'alpha_high'),
  entry('U16', 'alpha_low'),
  entry('Bool', 'liquid_alpha_enabled'),
  entry('I32F32', 'alpha_sigmoid_steepness'),
  entry('U16', 'yuma_version'),
  entry('Bool', 'subnet_is_active'),
  entry('Bool', 'transfers_enabled'),
  entry('Bool', 'bonds_reset_enabled'),
  entry('Bool', 'user_liquidity_enabled'),
  entry('Bool', 'owner_cut_enabled'),
  entry('Bool', 'owner_cut_auto_lock_enabled'),
  entry('U16', 'min_childkey_take'),
]

/** Parameters as a list of names and values. `source` rpc_info/subnet_info.rs get_subnet_hyperparams_v3 */
export function getSubnetHyperparamsV3(
  ctx: f.Context,
  netuid: NetUid,
): HyperparamEntry[] | undefined {
  if (!ifSubnetExist(ctx, netuid)) return undefined
  const view = viewOf(ctx, netuid)
  return THIRD.map(({ name, value }) => ({ name, value: value(view) }))
}

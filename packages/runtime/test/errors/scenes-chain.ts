/** Refusals of the pallets around SubtensorModule. */
import * as f from '@taonet/frame'
import { Balances } from '../../src/pallets/balances/index.ts'
import * as subtensor from '../../src/pallets/subtensor/storage.ts'
import type { Scene } from './scene.ts'
import { world } from './scene.ts'

const remark = f.System.calls.remark({ remark: new Uint8Array() })
const { signers, others, netuid } = world
const bytes = (length: number) => new Uint8Array(length)
const account = (byte: number): f.AccountId => f.toHex(new Uint8Array(32).fill(byte))
const many = (count: number) => Array.from({ length: count }, (_, at) => account(at + 1))
const multisig = { threshold: 2, other_signatories: [...others], call: remark }
const max_weight = f.weight(10n ** 12n, 10n ** 6n)
const timepoint = { height: 1, index: 0 }
const NOWHERE = 4000

const of = (pallet: string, scenes: readonly (readonly [string, Omit<Scene, 'error'>])[]) =>
  scenes.map(([name, scene]): Scene => ({ error: `${pallet}.${name}`, ...scene }))

const admin = (name: string, args: Scene['args'], who: Scene['who'] = 'root') =>
  ({ who, call: `AdminUtils.${name}`, ...(args && { args }) }) as const

export const CHAIN_SCENES: readonly Scene[] = [
  ...of('System', [
    ['NothingAuthorized', { who: 'root', call: 'System.apply_authorized_upgrade' }],
    ['FailedToExtractRuntimeVersion', { who: 'root', call: 'System.set_code' }],
  ]),
  ...of('Balances', [
    ['DeltaZero', { who: 'root', call: 'Balances.force_adjust_total_issuance' }],
    [
      'IssuanceDeactivated',
      {
        who: 'root',
        call: 'Balances.force_adjust_total_issuance',
        args: { direction: 'Decrease', delta: 1n },
        before: (ctx) => Balances.storage.InactiveIssuance.set(ctx, f.satU64.MAX),
      },
    ],
  ]),
  ...of('Utility', [
    [
      'TooManyCalls',
      { who: 'stranger', call: 'Utility.batch', args: { calls: new Array(50_000).fill(remark) } },
    ],
  ]),
  ...of('Sudo', [['RequireSudo', { who: 'stranger', call: 'Sudo.sudo', args: { call: remark } }]]),
  ...of('Multisig', [
    [
      'TooFewSignatories',
      { who: 'stranger', call: 'Multisig.as_multi_threshold_1', args: { call: remark } },
    ],
    [
      'TooManySignatories',
      {
        who: 'stranger',
        call: 'Multisig.as_multi_threshold_1',
        args: { call: remark, other_signatories: many(100) },
      },
    ],
    [
      'SenderInSignatories',
      {
        who: 'stranger',
        call: 'Multisig.as_multi_threshold_1',
        args: { call: remark, other_signatories: [signers.stranger] },
      },
    ],
    [
      'MinimumThreshold',
      {
        who: 'stranger',
        call: 'Multisig.as_multi',
        args: { ...multisig, threshold: 1, max_weight },
      },
    ],
    [
      'UnexpectedTimepoint',
      {
        who: 'stranger',
        call: 'Multisig.as_multi',
        args: { ...multisig, maybe_timepoint: timepoint, max_weight },
      },
    ],
    [
      'NotFound',
      {
        who: 'stranger',
        call: 'Multisig.cancel_as_multi',
        args: { ...multisig, timepoint, call_hash: account(0) },
      },
    ],
  ]),
  ...of('Preimage', [
    [
      'TooBig',
      {
        who: 'stranger',
        call: 'Preimage.note_preimage',
        args: { bytes: bytes(4 * 1024 * 1024 + 1) },
      },
    ],
    ['TooMany', { who: 'stranger', call: 'Preimage.ensure_updated', args: { hashes: many(2000) } }],
  ]),
  ...of('AdminUtils', [
    ['SubnetDoesNotExist', admin('sudo_set_kappa', { netuid: NOWHERE })],
    ['NotPermittedOnRootSubnet', admin('sudo_set_burn_half_life', { netuid: 0 })],
    [
      'BondsMovingAverageMaxReached',
      admin('sudo_set_bonds_moving_average', { netuid, bonds_moving_average: 2n ** 63n }, 'owner'),
    ],
    [
      'NegativeSigmoidSteepness',
      admin('sudo_set_alpha_sigmoid_steepness', { netuid, steepness: -1 }, 'owner'),
    ],
    [
      'MinAllowedUidsGreaterThanMaxAllowedUids',
      admin('sudo_set_min_allowed_uids', { netuid, min_allowed_uids: 60_000 }),
    ],
    [
      'MaxAllowedUIdsLessThanCurrentUIds',
      {
        ...admin('sudo_set_max_allowed_uids', { netuid, max_allowed_uids: 1 }),
        before: (ctx) => subtensor.MinAllowedUids.set(ctx, netuid, 0),
      },
    ],
    [
      'MaxAllowedUidsLessThanMinAllowedUids',
      {
        ...admin('sudo_set_max_allowed_uids', { netuid, max_allowed_uids: 1 }),
        before: (ctx) => subtensor.MinAllowedUids.set(ctx, netuid, 2),
      },
    ],
    [
      'MaxAllowedUidsGreaterThanDefaultMaxAllowedUids',
      admin('sudo_set_max_allowed_uids', { netuid, max_allowed_uids: 60_000 }),
    ],
    [
      'MinAllowedUidsGreaterThanCurrentUids',
      {
        ...admin('sudo_set_min_allowed_uids', { netuid, min_allowed_uids: 200 }),
        before: (ctx) => subtensor.MaxAllowedUids.set(ctx, netuid, 256),
      },
    ],
    ['InvalidValue', admin('sudo_set_tao_flow_normalization_exponent', { exponent: 0n })],
    ['ValueNotInBounds', admin('sudo_set_max_epochs_per_block', { max_epochs_per_block: 0 })],
  ]),
  ...of('Swap', [
    [
      'MechanismDoesNotExist',
      { who: 'root', call: 'Swap.set_fee_rate', args: { netuid: NOWHERE } },
    ],
    ['FeeRateTooHigh', { who: 'root', call: 'Swap.set_fee_rate', args: { netuid, rate: 65_535 } }],
    ['Deprecated', { who: 'stranger', call: 'Swap.add_liquidity' }],
  ]),
]

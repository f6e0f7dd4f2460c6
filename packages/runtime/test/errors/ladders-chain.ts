/** The pallets around SubtensorModule: in which order calls are refused. `source` opentensor/subtensor pallets/{crowdloan,commitments,proxy}; polkadot-sdk substrate/frame/{balances,multisig} */
import * as f from '@taonet/frame'
import * as commitments from '../../src/pallets/commitments/storage.ts'
import * as crowdloans from '../../src/pallets/crowdloan/storage.ts'
import { Multisig, multiAccountId } from '../../src/pallets/multisig/index.ts'
import { Proxy } from '../../src/pallets/proxy/index.ts'
import * as s from '../../src/pallets/subtensor/storage.ts'
import { nobody } from '../chain/open-block.ts'
import type { Ladder } from './ladder.ts'
import { world } from './scene.ts'
import { addressOf, all, type Before, NOWHERE, owns, rich, TAO } from './states.ts'

const { ctx: worldContext, netuid, signers, others } = world
const { coldkey, hotkey, stranger } = signers
const [fresh, funds] = [nobody(81), nobody(77)]
const remark = f.System.calls.remark({ remark: new Uint8Array() })
const end = worldContext.block + 50_400

const loan = {
  creator: coldkey,
  deposit: 10n * TAO,
  min_contribution: TAO,
  end,
  cap: 100n * TAO,
  funds_account: funds,
  raised: 10n * TAO,
  target_address: fresh,
  call: undefined,
  finalized: false,
  contributors_count: 1,
}
const loaned =
  (change: Partial<typeof loan>): Before =>
  (ctx) => {
    const before = crowdloans.Crowdloans.get(ctx, 0) ?? loan
    crowdloans.Crowdloans.set(ctx, 0, { ...before, ...change })
  }
const noLoan = { args: { crowdloan_id: 1 } }

const proxies =
  (count: number): Before =>
  (ctx) => {
    const one = { delegate: coldkey, proxy_type: 'Any', delay: 0 } as const
    const list = Array.from({ length: count }, (_, delay) => ({ ...one, delay }))
    Proxy.storage.Proxies.set(ctx, stranger, [list, 0n])
  }
const announced: Before = (ctx) => {
  const one = { real: stranger, call_hash: nobody(0), height: 1 }
  Proxy.storage.Announcements.set(ctx, coldkey, [new Array(75).fill(one), 0n])
}

const max_weight = f.weight(10n ** 12n, 10n ** 6n)
const opened = { threshold: 2, other_signatories: [...others], maybe_timepoint: undefined }
const multisig = multiAccountId([stranger, ...others].sort(), 2)
const [partner = stranger] = others
/** The partner has started the operation. */
const started: Before = (ctx) => {
  rich(partner)(ctx)
  const step = { ...opened, other_signatories: [stranger], call: remark, max_weight }
  f.dispatch(ctx, f.Signed(partner), Multisig.calls.as_multi(step))
}
const hash = f.toHex(f.blake2_256(worldContext.runtime.call.encode(remark)))
const timepoint = { height: worldContext.block, index: 0 }

export const CHAIN_LADDERS: readonly Ladder[] = [
  {
    call: 'Balances.transfer_keep_alive',
    who: 'coldkey',
    args: { dest: addressOf(fresh), value: TAO },
    before: rich(coldkey),
    rungs: [
      [f.CannotLookup, { args: { dest: { type: 'Index', value: null } } }],
      [f.token_error.FundsUnavailable, { before: owns(coldkey, 1000n), args: { value: TAO } }],
      [f.token_error.NotExpendable, { before: owns(coldkey, TAO + 1n), args: { value: TAO } }],
      [f.token_error.BelowMinimum, { args: { value: 1n } }],
    ],
  },
  {
    call: 'Crowdloan.create',
    who: 'coldkey',
    args: {
      deposit: 10n * TAO,
      min_contribution: TAO,
      cap: 100n * TAO,
      end,
      target_address: fresh,
    },
    before: rich(coldkey),
    rungs: [
      ['Crowdloan.DepositTooLow', { args: { deposit: 1n, cap: 1n } }],
      ['Crowdloan.CapTooLow', { args: { cap: 10n * TAO } }],
      ['Crowdloan.MinimumContributionTooLow', { args: { min_contribution: 1n } }],
      ['Crowdloan.InvalidFinalizationConfig', { args: { target_address: undefined } }],
      ['Crowdloan.CannotEndInPast', { args: { end: 1 } }],
      ['Crowdloan.BlockDurationTooShort', { args: { end: end - 1 } }],
      ['Crowdloan.BlockDurationTooLong', { args: { end: 2 ** 31 } }],
      ['Crowdloan.InsufficientBalance', { before: owns(coldkey, TAO) }],
      [
        'Crowdloan.Overflow',
        { before: (ctx) => crowdloans.NextCrowdloanId.set(ctx, f.satU32.MAX) },
      ],
    ],
  },
  {
    call: 'Crowdloan.contribute',
    who: 'stranger',
    args: { crowdloan_id: 0, amount: 2n * TAO },
    before: all(rich(stranger), loaned({})),
    rungs: [
      ['Crowdloan.InvalidCrowdloanId', noLoan],
      ['Crowdloan.ContributionPeriodEnded', { before: loaned({ end: 1 }) }],
      ['Crowdloan.CapRaised', { before: loaned({ raised: 100n * TAO }) }],
      ['Crowdloan.ContributionTooLow', { args: { amount: 1n } }],
      ['Crowdloan.MaxContributorsReached', { before: loaned({ contributors_count: 500 }) }],
      [
        'Crowdloan.MaxContributionReached',
        { before: (ctx) => crowdloans.MaxContributions.set(ctx, 0, 0n) },
      ],
      ['Crowdloan.InsufficientBalance', { before: owns(stranger, TAO) }],
    ],
  },
  {
    call: 'Crowdloan.finalize',
    who: 'coldkey',
    args: { crowdloan_id: 0 },
    before: all(rich(funds), loaned({ raised: 100n * TAO })),
    rungs: [
      ['Crowdloan.InvalidCrowdloanId', noLoan],
      ['Crowdloan.InvalidOrigin', { who: 'stranger' }],
      ['Crowdloan.CapNotRaised', { who: 'coldkey', before: loaned({ raised: TAO }) }],
      ['Crowdloan.AlreadyFinalized', { before: loaned({ finalized: true }) }],
      [
        'Crowdloan.InvalidFinalizationConfig',
        { before: loaned({ target_address: undefined as never }) },
      ],
    ],
  },
  {
    call: 'Crowdloan.dissolve',
    who: 'coldkey',
    args: { crowdloan_id: 0 },
    before: all(rich(funds), loaned({}), (ctx) =>
      crowdloans.Contributions.set(ctx, 0, coldkey, 10n * TAO),
    ),
    rungs: [
      ['Crowdloan.InvalidCrowdloanId', noLoan],
      ['Crowdloan.AlreadyFinalized', { before: loaned({ finalized: true }) }],
      ['Crowdloan.InvalidOrigin', { who: 'stranger' }],
      [
        'Crowdloan.NoContribution',
        { who: 'coldkey', before: (ctx) => crowdloans.Contributions.remove(ctx, 0, coldkey) },
      ],
      ['Crowdloan.NotReadyToDissolve', { before: loaned({ raised: 20n * TAO }) }],
    ],
  },
  {
    call: 'Commitments.set_commitment',
    who: 'hotkey',
    args: { netuid, info: { fields: [] } },
    rungs: [
      ['Commitments.AccountNotAllowedCommit', { args: { netuid: NOWHERE } }],
      ['Commitments.SpaceLimitExceeded', { before: (ctx) => commitments.MaxSpace.set(ctx, 1) }],
      [
        'Commitments.UnexpectedUnreserveLeftover',
        {
          before(ctx) {
            const row = { deposit: TAO, block: 1, info: { fields: [] } }
            commitments.CommitmentOf.set(ctx, netuid, hotkey, row)
          },
        },
      ],
    ],
  },
  {
    call: 'Proxy.add_proxy',
    who: 'stranger',
    args: { delegate: addressOf(coldkey), proxy_type: 'Any', delay: 100 },
    before: all(rich(stranger), proxies(0)),
    rungs: [
      [f.CannotLookup, { args: { delegate: { type: 'Index', value: null } } }],
      ['Proxy.NoSelfProxy', { args: { delegate: addressOf(stranger) } }],
      ['Proxy.Duplicate', { before: proxies(20), args: { delay: 3 } }],
      ['Proxy.TooMany', { before: proxies(20) }],
      ['Balances.InsufficientBalance', { before: owns(stranger, 1000n) }],
    ],
  },
  {
    call: 'Proxy.announce',
    who: 'coldkey',
    args: { real: addressOf(stranger) },
    before: all(rich(coldkey), proxies(1)),
    rungs: [
      ['Proxy.NotProxy', { before: proxies(0) }],
      ['Proxy.TooMany', { before: announced }],
      ['Balances.InsufficientBalance', { before: owns(coldkey, 1000n) }],
    ],
  },
  {
    call: 'Multisig.as_multi',
    who: 'stranger',
    args: { ...opened, maybe_timepoint: timepoint, call: remark, max_weight },
    before: all(rich(stranger), started),
    rungs: [
      ['Multisig.MinimumThreshold', { args: { threshold: 1 } }],
      ['Multisig.TooFewSignatories', { args: { other_signatories: [] } }],
      [
        'Multisig.TooManySignatories',
        { args: { other_signatories: new Array(100).fill(stranger) } },
      ],
      ['Multisig.SignatoriesOutOfOrder', { args: { other_signatories: [fresh, fresh, stranger] } }],
      ['Multisig.SenderInSignatories', { args: { other_signatories: [stranger] } }],
      ['Multisig.NoTimepoint', { args: { maybe_timepoint: undefined } }],
      ['Multisig.WrongTimepoint', { args: { maybe_timepoint: { height: 1, index: 0 } } }],
      ['Multisig.MaxWeightTooLow', { args: { max_weight: f.weight(0n) } }],
    ],
  },
  {
    call: 'Multisig.cancel_as_multi',
    who: 'stranger',
    args: { threshold: 2, other_signatories: [...others], timepoint, call_hash: hash },
    before: all(rich(stranger), started, (ctx) =>
      Multisig.storage.Multisigs.mutate(ctx, multisig, hash, (row) => ({
        ...row!,
        depositor: stranger,
      })),
    ),
    rungs: [
      ['Multisig.MinimumThreshold', { args: { threshold: 1 } }],
      ['Multisig.NotFound', { args: { call_hash: nobody(0) } }],
      ['Multisig.WrongTimepoint', { args: { timepoint: { height: 1, index: 0 } } }],
      [
        'Multisig.NotOwner',
        {
          before: (ctx) =>
            Multisig.storage.Multisigs.mutate(ctx, multisig, hash, (row) => ({
              ...row!,
              depositor: partner,
            })),
        },
      ],
    ],
  },
  {
    call: 'Swap.set_fee_rate',
    who: 'root',
    args: { netuid, rate: 10 },
    rungs: [
      [f.BadOrigin, { who: 'stranger' }],
      [
        'Swap.MechanismDoesNotExist',
        { who: 'root', before: (ctx) => s.NetworksAdded.set(ctx, netuid, false) },
      ],
      ['Swap.FeeRateTooHigh', { args: { rate: 10_001 } }],
    ],
  },
]

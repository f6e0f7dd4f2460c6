/** Subtensor's guards, asked already when a transaction wants into the pool. */
import * as f from '@taonet/frame'
import { Runtime } from '../common/runtime-type.ts'
import * as errors from '../pallets/subtensor/errors.ts'
import { guards } from '../pallets/subtensor/guards/index.ts'
import { CUSTOM } from './custom-codes.ts'

const CODES = new Map<f.DispatchError, number>([
  [errors.AmountTooLow, CUSTOM.StakeAmountTooLow],
  [errors.NotEnoughStakeToSetWeights, CUSTOM.StakeAmountTooLow],
  [errors.SubnetNotExists, CUSTOM.SubnetNotExists],
  [errors.NotEnoughBalanceToStake, CUSTOM.BalanceTooLow],
  [errors.HotKeyAccountNotExists, CUSTOM.HotkeyAccountDoesntExist],
  [errors.NotEnoughStakeToWithdraw, CUSTOM.NotEnoughStakeToWithdraw],
  [errors.InsufficientLiquidity, CUSTOM.InsufficientLiquidity],
  [errors.SlippageTooHigh, CUSTOM.SlippageTooHigh],
  [errors.TransferDisallowed, CUSTOM.TransferDisallowed],
  [errors.HotKeyNotRegisteredInNetwork, CUSTOM.HotKeyNotRegisteredInNetwork],
  [errors.InvalidIpAddress, CUSTOM.InvalidIpAddress],
  [errors.ServingRateLimitExceeded, CUSTOM.ServingRateLimitExceeded],
  [errors.InvalidPort, CUSTOM.InvalidPort],
  [errors.NonAssociatedColdKey, CUSTOM.NonAssociatedColdKey],
  [errors.DelegateTakeTooLow, CUSTOM.DelegateTakeTooLow],
  [errors.DelegateTakeTooHigh, CUSTOM.DelegateTakeTooHigh],
  [errors.InputLengthsUnequal, CUSTOM.InputLengthsUnequal],
  [errors.NoWeightsCommitFound, CUSTOM.CommitNotFound],
  [errors.RevealTooEarly, CUSTOM.CommitBlockNotInRevealRange],
  [errors.InvalidRevealRound, CUSTOM.InvalidRevealRound],
  [errors.CommittingWeightsTooFast, CUSTOM.RateLimitExceeded],
  [errors.SettingWeightsTooFast, CUSTOM.RateLimitExceeded],
  [errors.NetworkTxRateLimitExceeded, CUSTOM.RateLimitExceeded],
  [errors.HotKeyNotRegisteredInSubNet, CUSTOM.UidNotFound],
  [errors.EvmKeyAssociateRateLimitExceeded, CUSTOM.EvmKeyAssociateRateLimitExceeded],
  [errors.ColdkeySwapAnnounced, CUSTOM.ColdkeyInSwapSchedule],
  [errors.ColdkeySwapDisputed, CUSTOM.ColdkeySwapDisputed],
])

/**
 * refuses Custom(n) for what a guard refuses
 * source  opentensor/subtensor pallets/subtensor/src/extensions/subtensor.rs
 */
export const SubtensorTransactionExtension = f.emptyExtension({
  path: 'pallet_subtensor::extensions::subtensor::SubtensorTransactionExtension',
  runtime: Runtime,
  weight: (ctx, call) =>
    guards.reduce((sum, guard) => f.addWeight(sum, guard.weight(ctx, call)), f.NO_WEIGHT),
  validate(ctx, { call, origin }) {
    try {
      for (const guard of guards) guard.check(ctx, origin, call)
    } catch (error) {
      const value = CODES.get(f.plainError(error)) ?? CUSTOM.BadRequest
      throw f.invalid({ type: 'Custom', value })
    }
    return undefined
  },
})

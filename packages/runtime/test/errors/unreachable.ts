/** Errors that are declared, as clients know their numbers, and that nothing raises; with the reason. */

const UNUSED = 'upstream declares it and raises it nowhere'
const FAUCET = 'only the faucet raises it, which is a call of test builds'
const REPORTS =
  'no report of an equivocation exists: its proof of ownership is a type without values'
const RESCHEDULING = 'only moving a task raises it, which no call does'

export const UNREACHABLE: Readonly<Record<string, string>> = {
  'System.MultiBlockMigrationsOngoing': 'the runtime has no migrations that last several blocks',
  'System.NonDefaultComposite': UNUSED,
  'System.NonZeroRefCount': UNUSED,
  'Grandpa.DuplicateOffenceReport': REPORTS,
  'Grandpa.InvalidEquivocationProof': REPORTS,
  'Grandpa.InvalidKeyOwnershipProof': REPORTS,
  'Grandpa.PauseFailed': 'only `schedule_pause` raises it, which no call uses',
  'Grandpa.ResumeFailed': 'only `schedule_resume` raises it, which no call uses',
  'Balances.DeadAccount':
    'only depositing into an account that exists and moving reserve to another one raise it; nothing does either',
  'Balances.ExistentialDeposit':
    'only `deposit_creating` and `make_free_balance_be` meet it, and both drop it',
  'Balances.ExistingVestingSchedule': UNUSED,
  'Balances.Expendability':
    'only `Currency::withdraw` raises it; fees and pallets withdraw through `fungible`',
  'Balances.TooManyFreezes': 'no pallet of this runtime freezes funds',
  'Balances.TooManyHolds': 'an account has room for one hold of every reason there is',
  'Balances.TooManyReserves': 'only named reserves raise it, which no pallet of this runtime makes',
  'Balances.VestingBalance': UNUSED,
  'SubtensorModule.AddStakeBurnRateLimitExceeded': UNUSED,
  'SubtensorModule.AllNetworksInImmunity': UNUSED,
  'SubtensorModule.BalanceWithdrawalError':
    'recycling asks for at most what leaves the account alive; by force so much can always be withdrawn',
  'SubtensorModule.CallDisabled': UNUSED,
  'SubtensorModule.DisabledTemporarily': UNUSED,
  'SubtensorModule.FaucetDisabled': FAUCET,
  'SubtensorModule.HotKeyAlreadyDelegate': UNUSED,
  'SubtensorModule.InvalidDifficulty': FAUCET,
  'SubtensorModule.InvalidSeal': FAUCET,
  'SubtensorModule.InvalidWorkBlock': FAUCET,
  'SubtensorModule.LeaseNetuidNotFound':
    'the lease’s coldkey has become the owner of a subnet in the same call',
  'SubtensorModule.MaxWeightExceeded': 'the limit of a weight is the largest weight there is',
  'SubtensorModule.NotEnoughAlphaOutToRecycle': UNUSED,
  'SubtensorModule.NotEnoughStake': UNUSED,
  'SubtensorModule.NotRootSubnet': UNUSED,
  'SubtensorModule.StakingRateLimitExceeded': UNUSED,
  'SubtensorModule.TransactorAccountShouldBeHotKey': UNUSED,
  'SubtensorModule.UidMapCouldNotBeCleared':
    'a subnet has fewer uids than the 4294967295 rows that are cleared at once',
  'SubtensorModule.UnableToRecoverPublicKey': 'what recovery gives is always a point',
  'SubtensorModule.UnlockAmountTooHigh': UNUSED,
  'SubtensorModule.ZeroBalanceAfterWithdrawn': UNUSED,
  'Utility.InvalidDerivedAccount': 'every hash is an account',
  'Multisig.AlreadyStored': UNUSED,
  'Multisig.NoApprovalsNeeded': UNUSED,
  'Preimage.Requested': UNUSED,
  'Scheduler.Named': RESCHEDULING,
  'Scheduler.RescheduleNoChange': RESCHEDULING,
  'Proxy.AnnouncementDepositInvariantViolated':
    'only no announcements at all cost no deposit, and one was just added',
  'Proxy.InvalidDerivedAccountId': 'every hash is an account',
  'Proxy.Unproxyable': UNUSED,
  'Commitments.TooManyFieldsInCommitmentInfo': 'the call decodes no more fields than that',
  'Ethereum.InvalidSignature': UNUSED,
  'Ethereum.PreLogExists': UNUSED,
  'EVM.CreateOriginNotAllowed': 'the runtime filters nobody who creates contracts',
  'EVM.InvalidSignature': 'no check of the EVM fails for a signature; those of Ethereum do, before',
  'EVM.PaymentOverflow': UNUSED,
  'EVM.Reentrancy': 'the runtime is built without the rule against it',
  'EVM.WithdrawFailed': UNUSED,
  'Drand.DrandConnectionFailure': UNUSED,
  'Drand.NoneValue': UNUSED,
  'Drand.StorageOverflow': UNUSED,
  'Drand.UnverifiedPulse': UNUSED,
  'Crowdloan.ContributionPeriodNotEnded': UNUSED,
  'Swap.InsufficientBalance': UNUSED,
  'Swap.InsufficientInputAmount': UNUSED,
  'Swap.InsufficientLiquidity': 'what a swap pays is the reserve times a factor of at most one',
  'Swap.InvalidLiquidityValue': UNUSED,
  'Swap.InvalidTickRange': UNUSED,
  'Swap.ReservesOutOfBalance':
    'only setting a pool up at a price raises it, where it is dropped; swaps set it up at even weights',
  'Swap.SubtokenDisabled': UNUSED,
  'LimitOrders.ArithmeticOverflow':
    'TAO is turned into alpha only when more of it is sold than that; and that fits',
}

/**
 * Errors that no test raises yet, and that are not known to be unreachable. This list is to become empty.
 * Those of Contracts, EVM and Ethereum wait for contracts to run.
 */
const BY_PALLET: Readonly<Record<string, string>> = {
  System: 'InvalidSpecName SpecVersionNeedsToIncrease',
  Grandpa: 'DuplicateOffenceReport InvalidEquivocationProof InvalidKeyOwnershipProof',
  Balances: `
    DeadAccount ExistentialDeposit Expendability LiquidityRestrictions TooManyHolds
    TooManyReserves`,
  SubtensorModule: `
    AccountRejectsLockedAlpha ActiveLockExists DelegateTxRateLimitExceeded
    EvmKeyAssociateRateLimitExceeded ExpiredWeightCommit InsufficientBalance
    InvalidIdentity InvalidLeaseBeneficiary InvalidRevealCommitHashNotMatch
    LeaseCannotEndInThePast LeaseNetuidNotFound NetworkTxRateLimitExceeded
    NewHotKeyNotCleanForRootSwap NotEnoughBalanceToPaySwapHotKey
    NotEnoughStakeToSetChildkeys Overflow RevealTooEarly StakeTooLowForRoot
    SubnetLimitReached SymbolAlreadyInUse TooManyUIDsPerMechanism
    TooManyUnrevealedCommits TrimmingWouldExceedMaxImmunePercentage
    TxChildkeyTakeRateLimitExceeded`,
  Multisig: 'WrongTimepoint',
  Preimage: 'Requested',
  Proxy: 'AnnouncementDepositInvariantViolated',
  Commitments: 'TooManyFieldsInCommitmentInfo UnexpectedUnreserveLeftover',
  SafeMode: 'CurrencyError',
  Ethereum: 'InvalidSignature PreLogExists',
  EVM: `
    BalanceLow CreateOriginNotAllowed FeeOverflow GasLimitTooHigh GasLimitTooLow
    GasPriceTooLow InvalidChainId InvalidNonce InvalidSignature NotAllowed
    PaymentOverflow Reentrancy TransactionMustComeFromEOA Undefined WithdrawFailed`,
  Crowdloan: 'Overflow Underflow',
  Swap: 'InsufficientLiquidity ReservesOutOfBalance ReservesTooLow SwapInputTooLarge',
  Contracts: `
    CannotAddSelfAsDelegateDependency CodeInUse CodeInfoNotFound CodeNotFound
    CodeRejected CodeTooLarge ContractNotFound ContractReverted ContractTrapped
    DecodingFailed DelegateDependencyAlreadyExists DelegateDependencyNotFound
    DuplicateContract Indeterministic InputForwarded InvalidCallFlags InvalidSchedule
    MaxCallDepthReached MaxDelegateDependenciesReached MigrationInProgress
    NoChainExtension NoMigrationPerformed OutOfBounds OutOfGas OutOfTransientStorage
    OutputBufferTooSmall RandomSubjectTooLong ReentranceDenied StateChangeDenied
    StorageDepositLimitExhausted StorageDepositNotEnoughFunds TerminatedInConstructor
    TerminatedWhileReentrant TooManyTopics TransferFailed ValueTooLarge
    XCMDecodeFailed`,
  LimitOrders: 'ArithmeticOverflow PalletHotkeyNotRegistered SwapReturnedZero',
}

export const OPEN: ReadonlySet<string> = new Set(
  Object.entries(BY_PALLET).flatMap(([pallet, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => `${pallet}.${name}`),
  ),
)

/** Errors of SubtensorModule, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const RootNetworkDoesNotExist = f.error(0, 'There is no root network.')
export const InvalidIpType = f.error(1, 'The IP version is neither 4 nor 6.')
export const InvalidIpAddress = f.error(2, 'Nobody can be reached at this IP address.')
export const InvalidPort = f.error(3, 'The port is 0.')
export const HotKeyNotRegisteredInSubNet = f.error(4, 'The hotkey has no uid on the subnet.')
export const HotKeyAccountNotExists = f.error(5, 'Nobody owns this hotkey.')
export const HotKeyNotRegisteredInNetwork = f.error(
  6,
  'The hotkey has no uid on the subnet that it serves.',
)
export const NonAssociatedColdKey = f.error(7, 'The coldkey does not own the hotkey.')
export const NotEnoughStake = f.error(8, 'There is less stake than needed.')
export const NotEnoughStakeToWithdraw = f.error(9, 'There is less stake than is to be taken away.')
export const NotEnoughStakeToSetWeights = f.error(10, 'The stake is too small to set weights.')
export const NotEnoughStakeToSetChildkeys = f.error(11, 'The stake is too small to have childkeys.')
export const NotEnoughBalanceToStake = f.error(
  12,
  'The balance is smaller than what is to be staked.',
)
export const BalanceWithdrawalError = f.error(13, 'The money cannot be taken from the balance.')
export const ZeroBalanceAfterWithdrawn = f.error(14, 'Nothing would be left in the balance.')
export const NeuronNoValidatorPermit = f.error(15, 'The neuron may weigh nobody but itself.')
export const WeightVecNotEqualSize = f.error(16, 'There are more uids than weights, or fewer.')
export const DuplicateUids = f.error(17, 'A uid is named twice.')
export const UidVecContainInvalidOne = f.error(18, 'A uid is not on the subnet.')
export const WeightVecLengthIsLow = f.error(19, 'There are fewer weights than the subnet asks for.')
export const TooManyRegistrationsThisBlock = f.error(
  20,
  'No more registrations fit into this block.',
)
export const HotKeyAlreadyRegisteredInSubNet = f.error(
  21,
  'The hotkey has a uid on the subnet already.',
)
export const NewHotKeyIsSameWithOld = f.error(22, 'The new hotkey is the old one.')
export const NewHotKeyNotCleanForRootSwap = f.error(
  23,
  'The new hotkey has stake or claims on root of its own.',
)
export const InvalidWorkBlock = f.error(
  24,
  'The work is for a block to come, or for too old a one.',
)
export const InvalidDifficulty = f.error(25, 'The work is too little.')
export const InvalidSeal = f.error(26, 'The work is not for this block, key and nonce.')
export const MaxWeightExceeded = f.error(
  27,
  'A weight is above the highest that the subnet allows.',
)
export const HotKeyAlreadyDelegate = f.error(28, 'The hotkey is a delegate already.')
export const SettingWeightsTooFast = f.error(29, 'The last weights were set too recently.')
export const IncorrectWeightVersionKey = f.error(
  30,
  'The version of the weights is older than the subnet asks for.',
)
export const ServingRateLimitExceeded = f.error(31, 'The last address was announced too recently.')
export const UidsLengthExceedUidsInSubNet = f.error(32, 'There are more uids than the subnet has.')
export const NetworkTxRateLimitExceeded = f.error(33, 'The last subnet was made too recently.')
export const DelegateTxRateLimitExceeded = f.error(34, 'The take was changed too recently.')
export const HotKeySetTxRateLimitExceeded = f.error(
  35,
  'The coldkey has swapped a key too recently.',
)
export const StakingRateLimitExceeded = f.error(36, 'Stake was moved too recently.')
export const SubNetRegistrationDisabled = f.error(37, 'Registration is closed.')
export const TooManyRegistrationsThisInterval = f.error(
  38,
  'No more registrations fit into this interval.',
)
export const TransactorAccountShouldBeHotKey = f.error(39, 'The caller has to be the hotkey.')
export const FaucetDisabled = f.error(40, 'This chain has no faucet.')
export const NotSubnetOwner = f.error(41, 'The caller does not own the subnet.')
export const RegistrationNotPermittedOnRootSubnet = f.error(
  42,
  'Root has a registration of its own.',
)
export const StakeTooLowForRoot = f.error(43, 'Root is full, and nobody there has less stake.')
export const AllNetworksInImmunity = f.error(44, 'No subnet may be removed to make room.')
export const NotEnoughBalanceToPaySwapHotKey = f.error(
  45,
  'The balance is smaller than the price of swapping a hotkey.',
)
export const NotRootSubnet = f.error(46, 'The subnet is not root.')
export const CanNotSetRootNetworkWeights = f.error(47, 'Nobody sets weights on root.')
export const NoNeuronIdAvailable = f.error(48, 'No uid may be given to somebody else.')
export const DelegateTakeTooLow = f.error(
  49,
  'The take is below the lowest allowed, or would not change the right way.',
)
export const DelegateTakeTooHigh = f.error(50, 'The take is above the highest allowed.')
export const NoWeightsCommitFound = f.error(51, 'The hotkey has not committed to weights.')
export const InvalidRevealCommitHashNotMatch = f.error(
  52,
  'The weights are not those of any commit.',
)
export const CommitRevealEnabled = f.error(
  53,
  'On this subnet weights are committed to and revealed.',
)
export const CommitRevealDisabled = f.error(54, 'On this subnet weights are set without commits.')
export const LiquidAlphaDisabled = f.error(55, 'The subnet does not use liquid alpha.')
export const AlphaHighTooLow = f.error(56, 'The higher alpha is too low.')
export const AlphaLowOutOfRange = f.error(57, 'The lower alpha is out of range.')
export const ColdKeyAlreadyAssociated = f.error(58, 'The new coldkey has stake of its own.')
export const NotEnoughBalanceToPaySwapColdKey = f.error(
  59,
  'The balance is smaller than the price of swapping a coldkey.',
)
export const InvalidChild = f.error(60, 'A hotkey cannot be its own child.')
export const DuplicateChild = f.error(61, 'A child is named twice.')
export const ProportionOverflow = f.error(62, 'The children would get more than everything.')
export const TooManyChildren = f.error(63, 'There are more than five children.')
export const TxRateLimitExceeded = f.error(64, 'The last change was too recent.')
export const ColdkeySwapAnnouncementNotFound = f.error(
  65,
  'The coldkey has not announced to be swapped.',
)
export const ColdkeySwapTooEarly = f.error(66, 'The announcement is too recent.')
export const ColdkeySwapReannouncedTooEarly = f.error(
  67,
  'The announcement is too recent to be replaced.',
)
export const AnnouncedColdkeyHashDoesNotMatch = f.error(68, 'Another coldkey was announced.')
export const ColdkeySwapAlreadyDisputed = f.error(69, 'The swap is disputed already.')
export const NewColdKeyIsHotkey = f.error(70, 'The new coldkey is a hotkey.')
export const InvalidChildkeyTake = f.error(71, 'The childkey take is out of its bounds.')
export const TxChildkeyTakeRateLimitExceeded = f.error(
  72,
  'The childkey take was raised too recently.',
)
export const InvalidIdentity = f.error(73, 'A field of the identity is too long.')
export const MechanismDoesNotExist = f.error(74, 'The subnet, or its mechanism, does not exist.')
export const StakeUnavailable = f.error(75, 'Part of the stake is locked.')
export const SubnetNotExists = f.error(76, 'There is no such subnet.')
export const TooManyUnrevealedCommits = f.error(77, 'Too many commits wait to be revealed.')
export const ExpiredWeightCommit = f.error(78, 'The commit is too old to be revealed.')
export const RevealTooEarly = f.error(79, 'The commit is not to be revealed in this epoch.')
export const InputLengthsUnequal = f.error(80, 'The lists have different lengths.')
export const CommittingWeightsTooFast = f.error(81, 'The last commit was too recent.')
export const AmountTooLow = f.error(82, 'The amount is too small.')
export const InsufficientLiquidity = f.error(83, 'The pool holds too little.')
export const SlippageTooHigh = f.error(84, 'The price would pass the given limit.')
export const TransferDisallowed = f.error(85, 'The subnet does not allow stake to change hands.')
export const ActivityCutoffTooLow = f.error(86, 'The activity cutoff is too short.')
export const CallDisabled = f.error(87, 'The call is switched off.')
export const FirstEmissionBlockNumberAlreadySet = f.error(88, 'The subnet has started already.')
export const NeedWaitingMoreBlocksToStarCall = f.error(89, 'The subnet is too young to start.')
export const NotEnoughAlphaOutToRecycle = f.error(
  90,
  'There is less alpha outside the pool than that.',
)
export const CannotBurnOrRecycleOnRootSubnet = f.error(91, 'Root has no alpha to burn or recycle.')
export const UnableToRecoverPublicKey = f.error(92, 'No key can have made this signature.')
export const InvalidRecoveredPublicKey = f.error(93, 'Another key has made this signature.')
export const SubtokenDisabled = f.error(94, 'The subnet has not started.')
export const HotKeySwapOnSubnetIntervalNotPassed = f.error(
  95,
  'The coldkey has swapped a hotkey on the subnet too recently.',
)
export const SameNetuid = f.error(96, 'Both subnets are the same.')
export const InsufficientBalance = f.error(97, 'The balance is too small.')
export const InvalidLeaseBeneficiary = f.error(
  98,
  'Only the creator of the crowdloan can lease its subnet.',
)
export const LeaseCannotEndInThePast = f.error(99, 'The lease would end before it begins.')
export const LeaseNetuidNotFound = f.error(100, 'The subnet of the lease was not found.')
export const LeaseDoesNotExist = f.error(101, 'There is no such lease.')
export const LeaseHasNoEndBlock = f.error(102, 'The lease runs for ever.')
export const LeaseHasNotEnded = f.error(103, 'The lease still runs.')
export const Overflow = f.error(104, 'A number became too large.')
export const BeneficiaryDoesNotOwnHotkey = f.error(105, 'The beneficiary does not own the hotkey.')
export const ExpectedBeneficiaryOrigin = f.error(
  106,
  'The caller is not the beneficiary of the lease.',
)
export const AdminActionProhibitedDuringWeightsWindow = f.error(
  107,
  'Owners change nothing in the last blocks before an epoch.',
)
export const SymbolDoesNotExist = f.error(108, 'There is no such symbol.')
export const SymbolAlreadyInUse = f.error(109, 'Another subnet bears the symbol.')
export const IncorrectCommitRevealVersion = f.error(
  110,
  'The commit is of another version than the chain reads.',
)
export const InvalidRevealRound = f.error(111, 'The beacon has spoken already for the round.')
export const RevealPeriodTooLarge = f.error(112, 'The reveal period is too long.')
export const RevealPeriodTooSmall = f.error(113, 'The reveal period is too short.')
export const InvalidValue = f.error(114, 'The value is out of its bounds.')
export const SubnetLimitReached = f.error(115, 'There is no room for another subnet.')
export const CannotAffordLockCost = f.error(
  116,
  'The balance is smaller than the price of a subnet.',
)
export const EvmKeyAssociateRateLimitExceeded = f.error(
  117,
  'The EVM key was associated too recently.',
)
export const SameAutoStakeHotkeyAlreadySet = f.error(118, 'Rewards go to this hotkey already.')
export const UidMapCouldNotBeCleared = f.error(
  119,
  'The uids of the subnet could not be forgotten.',
)
export const TrimmingWouldExceedMaxImmunePercentage = f.error(
  120,
  'Too many of the neurons that stay would be immune.',
)
export const ChildParentInconsistency = f.error(
  121,
  'A hotkey cannot be both above and below another one.',
)
export const InvalidNumRootClaim = f.error(122, 'The number of automatic claims is too high.')
export const InvalidRootClaimThreshold = f.error(123, 'The least claim is too high.')
export const InvalidSubnetNumber = f.error(124, 'There are no subnets, or too many.')
export const TooManyUIDsPerMechanism = f.error(
  125,
  'The mechanisms would have too many uids together.',
)
export const VotingPowerTrackingNotEnabled = f.error(126, 'The subnet does not track voting power.')
export const InvalidVotingPowerEmaAlpha = f.error(
  127,
  'The smoothing of voting power is above one.',
)
export const Deprecated = f.error(128, 'The call is out of use.')
export const AddStakeBurnRateLimitExceeded = f.error(
  129,
  'Stake was bought to be burned too recently.',
)
export const ColdkeySwapAnnounced = f.error(130, 'The coldkey is about to be swapped.')
export const ColdkeySwapDisputed = f.error(131, 'The swap of the coldkey is disputed.')
export const ColdkeySwapClearTooEarly = f.error(
  132,
  'The announcement is too recent to be withdrawn.',
)
export const DisabledTemporarily = f.error(133, 'The call is switched off for now.')
export const RegistrationPriceLimitExceeded = f.error(
  134,
  'The registration costs more than the given limit.',
)
export const LockHotkeyMismatch = f.error(135, 'The stake is locked to another hotkey.')
export const InsufficientStakeForLock = f.error(136, 'There is less stake than is to be locked.')
export const NoExistingLock = f.error(137, 'The coldkey has locked nothing.')
export const ActiveLockExists = f.error(138, 'The new coldkey has locked stake of its own.')
export const CannotUseSystemAccount = f.error(139, 'The account belongs to a subnet.')
export const UnlockAmountTooHigh = f.error(140, 'Less than that is locked.')
export const TempoOutOfBounds = f.error(141, 'The tempo is out of its bounds.')
export const ActivityCutoffFactorMilliOutOfBounds = f.error(
  142,
  'The factor of the activity cutoff is out of its bounds.',
)
export const EpochTriggerAlreadyPending = f.error(143, 'An epoch is called for already.')
export const AutoEpochAlreadyImminent = f.error(
  144,
  'The next epoch is so close that it need not be called for.',
)
export const DynamicTempoBlockedByCommitReveal = f.error(
  145,
  'Epochs keep their times while weights are committed to.',
)
export const AccountRejectsLockedAlpha = f.error(146, 'The account does not take locked alpha.')

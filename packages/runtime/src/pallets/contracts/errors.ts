/** Errors of Contracts, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const InvalidSchedule = f.error(0, 'The schedule is not newer than the one in force.')
export const InvalidCallFlags = f.error(1, 'The flags of the call do not go together.')
export const OutOfGas = f.error(2, 'The gas is used up.')
export const OutputBufferTooSmall = f.error(3, 'The output does not fit into the buffer.')
export const TransferFailed = f.error(4, 'The transfer failed.')
export const MaxCallDepthReached = f.error(5, 'Contracts call each other too deeply.')
export const ContractNotFound = f.error(6, 'There is no contract at the address.')
export const CodeTooLarge = f.error(7, 'The code is too long.')
export const CodeNotFound = f.error(8, 'There is no code of that hash.')
export const CodeInfoNotFound = f.error(9, 'Nothing is known about the code of that hash.')
export const OutOfBounds = f.error(10, 'A pointer lies outside of the contract’s memory.')
export const DecodingFailed = f.error(11, 'The input does not decode.')
export const ContractTrapped = f.error(12, 'The contract trapped.')
export const ValueTooLarge = f.error(13, 'The value is too long for the storage.')
export const TerminatedWhileReentrant = f.error(
  14,
  'A contract that is being called may not end itself.',
)
export const InputForwarded = f.error(15, 'The contract has handed its input on and cannot use it.')
export const RandomSubjectTooLong = f.error(16, 'The subject of the random value is too long.')
export const TooManyTopics = f.error(17, 'The event has too many topics.')
export const NoChainExtension = f.error(18, 'The chain offers contracts no extension.')
export const XCMDecodeFailed = f.error(19, 'The message for other chains does not decode.')
export const DuplicateContract = f.error(20, 'There is such a contract already.')
export const TerminatedInConstructor = f.error(
  21,
  'A contract may not end itself while it is made.',
)
export const ReentranceDenied = f.error(22, 'The contract lets nobody call it meanwhile.')
export const StateChangeDenied = f.error(23, 'The call may only read.')
export const StorageDepositNotEnoughFunds = f.error(
  24,
  'The caller cannot pay the deposit for storage.',
)
export const StorageDepositLimitExhausted = f.error(
  25,
  'The deposit for storage is above its limit.',
)
export const CodeInUse = f.error(26, 'Contracts use the code.')
export const ContractReverted = f.error(27, 'The contract reverted.')
export const CodeRejected = f.error(28, 'The code is not valid.')
export const Indeterministic = f.error(29, 'The code is not deterministic where it has to be.')
export const MigrationInProgress = f.error(30, 'A migration is under way.')
export const NoMigrationPerformed = f.error(31, 'There was nothing to migrate, or no room for it.')
export const MaxDelegateDependenciesReached = f.error(
  32,
  'The contract depends on too many others’ code.',
)
export const DelegateDependencyNotFound = f.error(33, 'The contract does not depend on that code.')
export const DelegateDependencyAlreadyExists = f.error(
  34,
  'The contract depends on that code already.',
)
export const CannotAddSelfAsDelegateDependency = f.error(
  35,
  'A contract does not depend on its own code.',
)
export const OutOfTransientStorage = f.error(36, 'The transient storage is used up.')

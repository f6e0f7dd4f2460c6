/** Why the chain turns a transaction down, in words. */
import { ClientError } from './errors.ts'

/**
 * Meanings of the custom codes with which Bittensor's checks refuse a transaction before it runs.
 *
 * source opentensor/subtensor common/src/transaction_error.rs CustomTransactionError
 */
export const CUSTOM_CODES: Readonly<Record<number, string>> = {
  0: 'ColdkeyInSwapSchedule',
  1: 'StakeAmountTooLow',
  2: 'BalanceTooLow',
  3: 'SubnetNotExists',
  4: 'HotkeyAccountDoesntExist',
  5: 'NotEnoughStakeToWithdraw',
  6: 'RateLimitExceeded',
  7: 'InsufficientLiquidity',
  8: 'SlippageTooHigh',
  9: 'TransferDisallowed',
  10: 'HotKeyNotRegisteredInNetwork',
  11: 'InvalidIpAddress',
  12: 'ServingRateLimitExceeded',
  13: 'InvalidPort',
  14: 'ZeroMaxAmount',
  15: 'InvalidRevealRound',
  16: 'CommitNotFound',
  17: 'CommitBlockNotInRevealRange',
  18: 'InputLengthsUnequal',
  19: 'UidNotFound',
  20: 'EvmKeyAssociateRateLimitExceeded',
  21: 'ColdkeySwapDisputed',
  22: 'InvalidRealAccount',
  23: 'FailedShieldedTxParsing',
  24: 'InvalidShieldedTxPubKeyHash',
  25: 'NonAssociatedColdKey',
  26: 'DelegateTakeTooLow',
  27: 'DelegateTakeTooHigh',
  255: 'BadRequest',
}

/** A variant as polkadot-api decodes one. */
export type Variant = { readonly type: string; readonly value?: unknown }

/** An event of a block. */
export type ChainEvent = {
  readonly pallet: string
  readonly name: string
  readonly value: unknown
}

/** Whether a value is a variant. */
export function isVariant(value: unknown): value is Variant {
  return (
    typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string'
  )
}

/** The error of a transaction that the pool refuses, from what its validation said. */
export function invalidTransaction(reason: unknown): ClientError {
  const names: string[] = []
  let part: unknown = reason
  while (isVariant(part)) {
    names.push(part.type)
    part = part.value
  }
  const code = names.at(-1) === 'Custom' && typeof part === 'number' ? part : undefined
  const name = code === undefined ? names.at(-1) : (CUSTOM_CODES[code] ?? `Custom error: ${code}`)
  const said = name ?? (reason instanceof Error ? reason.message : 'no reason given')
  return new ClientError('INVALID_TRANSACTION', `the chain refuses the transaction: ${said}`, {
    data: { reason: said, ...(code === undefined ? {} : { code }) },
    cause: reason,
  })
}

/** The error of a transaction that ran and failed. */
export function dispatchFailed(error: unknown, call?: string): ClientError {
  const { pallet, name } = dispatchErrorNames(error)
  const said = pallet === undefined ? name : `${pallet}.${name}`
  const where = call === undefined ? '' : ` (inside ${call})`
  return new ClientError('DISPATCH_FAILED', `the chain returned ${said}${where}`, {
    data: { pallet, name },
    cause: error,
  })
}

/** Pallet and name of a module's error, or the name of a general one. */
function dispatchErrorNames(error: unknown): { pallet: string | undefined; name: string } {
  if (!isVariant(error)) return { pallet: undefined, name: String(error) }
  const inner = error.value
  if (!isVariant(inner)) return { pallet: undefined, name: error.type }
  if (error.type !== 'Module') return { pallet: undefined, name: `${error.type}.${inner.type}` }
  const own = inner.value
  return { pallet: inner.type, name: isVariant(own) ? own.type : 'unknown' }
}

/** Events that wrap the outcome of another call, and where that outcome is. */
const WRAPPERS: Readonly<Record<string, readonly string[]>> = {
  'Proxy.ProxyExecuted': ['result'],
  'Sudo.Sudid': ['sudo_result'],
  'Sudo.SudoAsDone': ['sudo_result'],
  'Multisig.MultisigExecuted': ['result'],
  'Utility.DispatchedAs': ['result'],
}

/**
 * The failure of a call inside a transaction that itself succeeded: through a proxy, as root, in a batch.
 * Undefined where all went well.
 */
export function innerFailure(events: readonly ChainEvent[]): ClientError | undefined {
  for (const { pallet, name, value } of events) {
    const event = `${pallet}.${name}`
    if (event === 'Utility.ItemFailed' || event === 'Utility.BatchInterrupted') {
      return dispatchFailed(property(value, 'error'), event)
    }
    for (const key of WRAPPERS[event] ?? []) {
      const result = property(value, key)
      if (property(result, 'success') === false)
        return dispatchFailed(property(result, 'value'), event)
    }
  }
  return undefined
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

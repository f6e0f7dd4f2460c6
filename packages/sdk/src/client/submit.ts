/** Sending of transactions, up to their outcome. */
import type { TxEvent } from 'polkadot-api'
import { InvalidTxError } from 'polkadot-api'
import type { SdkError } from '../errors.ts'
import type { Signer } from '../wallet/keypair.ts'
import type { ChainClient } from './chain-client.ts'
import type { Call } from './dynamic-api.ts'
import { ClientError, clientError } from './errors.ts'
import { type ChainEvent, dispatchFailed, innerFailure, invalidTransaction } from './refusals.ts'
import { polkadotSigner } from './signer.ts'

export type SubmitOptions = {
  /** Until when to wait: in a block, or in a final one. Default `inclusion`. */
  readonly waitFor?: 'inclusion' | 'finalization'
  /** Blocks for which the transaction stays valid, a power of two; null for ever. Default 128. */
  readonly period?: number | null
  /** rao. */
  readonly tip?: bigint
  /** Default: the account's next one. */
  readonly nonce?: number
  /** Milliseconds to wait for the outcome. Default 180,000. */
  readonly timeoutMs?: number
  /** Accept failures of calls inside the call (batches, proxies, sudo). Default false. */
  readonly allowInnerFailure?: boolean
}

/** A transaction in a block. */
export type TransactionResult = {
  readonly txHash: string
  readonly block: { readonly number: number; readonly hash: string; readonly index: number }
  readonly events: readonly ChainEvent[]
}

const DEFAULT_PERIOD = 128
const DEFAULT_TIMEOUT_MS = 180_000

/**
 * Signs a call, sends it, and waits until it is in a block, or in a final one.
 *
 * refuses INVALID_TRANSACTION: the pool does not take it, or drops it; DISPATCH_FAILED: it ran and
 *         failed, or a call inside it did; NOT_ON_CHAIN, BAD_VALUE: no such call, or other arguments; TIMEOUT: no outcome yet, it may still get into a block
 */
export async function submitCall(
  client: ChainClient,
  call: Call,
  signer: Signer,
  options: SubmitOptions = {},
): Promise<TransactionResult> {
  const outcome =
    options.nonce === undefined
      ? await client.nonces.next(signer.ss58Address, (nonce) =>
          send(client, call, signer, { ...options, nonce }),
        )
      : await send(client, call, signer, { ...options, nonce: options.nonce })
  try {
    const result = await outcome.result
    const inner = options.allowInnerFailure ? undefined : innerFailure(result.events)
    if (inner) throw inner
    return result
  } catch (error) {
    const isSpent = error instanceof ClientError && error.code === 'DISPATCH_FAILED'
    if (!isSpent) client.nonces.forget(signer.ss58Address)
    throw error
  }
}

/** Signs and broadcasts; settles once the pool has the transaction, so that the next may follow. */
async function send(
  client: ChainClient,
  call: Call,
  signer: Signer,
  options: SubmitOptions & { readonly nonce: number },
): Promise<{ result: Promise<TransactionResult> }> {
  const { period = DEFAULT_PERIOD, nonce, tip = 0n } = options
  const mortality = period === null ? { mortal: false as const } : { mortal: true as const, period }
  const signed = await client.holding('finalized', async ({ hash: at }) => {
    try {
      return await call.sign(polkadotSigner(signer), { at, nonce, tip, mortality })
    } catch (error) {
      throw clientError(error)
    }
  })
  const { accepted, result } = watch(client, signed, options)
  // Heard below, by whoever waits for the outcome.
  result.catch(() => undefined)
  await accepted
  return { result }
}

function watch(
  client: ChainClient,
  signed: Uint8Array,
  options: SubmitOptions,
): { accepted: Promise<void>; result: Promise<TransactionResult> } {
  const { waitFor = 'inclusion', timeoutMs = DEFAULT_TIMEOUT_MS } = options
  const accepted = Promise.withResolvers<void>()
  const result = Promise.withResolvers<TransactionResult>()
  const fail = (error: unknown) => {
    accepted.reject(error)
    result.reject(error)
  }
  accepted.promise.catch(() => undefined)
  const timer = setTimeout(() => {
    fail(new ClientError('TIMEOUT', `the transaction is in no block after ${timeoutMs} ms`))
  }, timeoutMs)
  const subscription = client.papi.submitAndWatch(signed).subscribe({
    next: (event) => {
      if (event.type !== 'signed') accepted.resolve()
      try {
        const found = outcomeOf(event, waitFor)
        if (found) result.resolve(found)
      } catch (error) {
        fail(error)
      }
    },
    error: (error) => fail(sendError(error)),
    complete: () => fail(new ClientError('CLOSED', 'the connection ended before the outcome')),
  })
  const stop = () => {
    clearTimeout(timer)
    subscription.unsubscribe()
  }
  return { accepted: accepted.promise, result: result.promise.finally(stop) }
}

/** The result that an event of the pool reports, if it is the one waited for. */
function outcomeOf(
  event: TxEvent,
  waitFor: 'inclusion' | 'finalization',
): TransactionResult | undefined {
  if (event.type === 'txBestBlocksState') {
    if (!event.found) {
      if (event.isValid) return undefined
      throw invalidTransaction({ type: 'Dropped' })
    }
    if (waitFor === 'finalization') return undefined
  } else if (event.type !== 'finalized') {
    return undefined
  }
  if (!event.ok) throw dispatchFailed(event.dispatchError)
  return {
    txHash: event.txHash,
    block: event.block,
    events: event.events.map(({ event: { type, value } }) => ({
      pallet: type,
      name: value.type,
      value: value.value as unknown,
    })),
  }
}

function sendError(error: unknown): SdkError {
  return error instanceof InvalidTxError ? invalidTransaction(error.error) : clientError(error)
}

/** Value of the first event of a name. Refuses MISSING_EVENT. */
export function eventOf<T>(result: TransactionResult, pallet: string, name: string): T {
  const event = result.events.find((found) => found.pallet === pallet && found.name === name)
  if (!event) throw new ClientError('MISSING_EVENT', `the block has no ${pallet}.${name}`)
  return event.value as T
}

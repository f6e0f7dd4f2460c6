/** The chain by names, as polkadot-api offers it without generated types. */
import type { PolkadotClient, PolkadotSigner, TxEvent } from 'polkadot-api'

/** Which block a read is of: the newest, the newest final one, or one by its hash. */
export type At = 'best' | 'finalized' | (string & {})

export type PullOptions = { readonly at: At; readonly signal: AbortSignal }

/** How a transaction is put together. */
export type SignOptions = {
  /** Hash of the block in which its life begins. */
  readonly at: string
  readonly nonce: number
  readonly tip: bigint
  readonly mortality:
    | { readonly mortal: false }
    | { readonly mortal: true; readonly period: number }
}

/** A call, ready to be signed or to be put into another one. */
export type Call = {
  readonly decodedCall: unknown
  getEncodedData(): Promise<Uint8Array>
  sign(from: PolkadotSigner, options: SignOptions): Promise<Uint8Array>
  getEstimatedFees(from: string): Promise<bigint>
}

type StorageItem = {
  getValue(...keysAndOptions: readonly unknown[]): Promise<unknown>
  getValues(keys: readonly (readonly unknown[])[], options: PullOptions): Promise<unknown[]>
  getEntries(
    ...keysAndOptions: readonly unknown[]
  ): Promise<{ keyArgs: unknown[]; value: unknown }[]>
}

type Names<T> = Readonly<Record<string, Readonly<Record<string, T>> | undefined>>

/** Pallets and APIs by name; what the chain lacks fails when used. */
export type DynamicApi = {
  readonly query: Names<StorageItem>
  readonly apis: Names<(...argsAndOptions: readonly unknown[]) => Promise<unknown>>
  readonly constants: Names<(options: PullOptions) => Promise<unknown>>
  readonly tx: Names<(args: unknown) => Call>
}

/** The one place where polkadot-api's untyped API gets our types. */
export function dynamicApi(client: PolkadotClient): DynamicApi {
  return client.getUnsafeApi() as unknown as DynamicApi
}

export type { TxEvent }

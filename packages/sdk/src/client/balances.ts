import type { Signer } from '../wallet/keypair.ts'
import type { ChainClient } from './chain-client.ts'
import type { At } from './dynamic-api.ts'
import type { SubmitOptions, TransactionResult } from './submit.ts'

/** rao of an account; `free` includes what is frozen. */
export type Balance = { readonly free: bigint; readonly reserved: bigint; readonly frozen: bigint }

type AccountInfo = { readonly nonce: number; readonly data: Balance }

/** Balance of an account; one that does not exist has nothing. Refuses as all reads. */
export async function balanceOf(client: ChainClient, address: string, at?: At): Promise<Balance> {
  const { data } = await client.query<AccountInfo>('System', 'Account', [address], at)
  const { free, reserved, frozen } = data
  return { free, reserved, frozen }
}

export type Transfer = {
  /** SS58 address. */
  readonly to: string
  /** rao. */
  readonly amount: bigint
  /** Refuse what would leave the sender below the existential deposit. Default true. */
  readonly keepAlive?: boolean
}

/** Sends TAO to another account. Refuses as `submitCall`. */
export async function transfer(
  client: ChainClient,
  coldkey: Signer,
  { to, amount, keepAlive = true }: Transfer,
  options?: SubmitOptions,
): Promise<TransactionResult> {
  const name = keepAlive ? 'transfer_keep_alive' : 'transfer_allow_death'
  const call = client.call('Balances', name, { dest: { type: 'Id', value: to }, value: amount })
  return client.submit(call, coldkey, options)
}

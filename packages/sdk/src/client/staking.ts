import type { Signer } from '../wallet/keypair.ts'
import type { ChainClient } from './chain-client.ts'
import type { At } from './dynamic-api.ts'
import type { SubmitOptions, TransactionResult } from './submit.ts'

/** A coldkey's stake on one hotkey in one subnet; names as on the wire, amounts in rao. */
export type StakeInfo = {
  readonly hotkey: string
  readonly coldkey: string
  readonly netuid: number
  readonly stake: bigint
  readonly emission: bigint
  readonly is_registered: boolean
}

/** All stakes of a coldkey. */
export async function stakesOf(
  client: ChainClient,
  coldkey: string,
  at?: At,
): Promise<StakeInfo[]> {
  const method = 'get_stake_info_for_coldkey'
  return client.runtimeCall('StakeInfoRuntimeApi', method, [coldkey], at)
}

export type StakeChange = {
  readonly netuid: number
  /** SS58 address of the hotkey staked to. */
  readonly hotkey: string
  /** rao: of TAO when adding, of the subnet's alpha when removing. */
  readonly amount: bigint
  /** Worst price accepted, rao of TAO per alpha; absent accepts any. */
  readonly limitPrice?: bigint
  /** With a limit: take what is possible within it rather than nothing. Default false. */
  readonly allowPartial?: boolean
}

/** Buys alpha of a subnet with TAO and stakes it to a hotkey. Refuses as `submitCall`. */
export async function addStake(
  client: ChainClient,
  coldkey: Signer,
  change: StakeChange,
  options?: SubmitOptions,
): Promise<TransactionResult> {
  const { netuid, hotkey, amount, limitPrice } = change
  const args = { hotkey, netuid, amount_staked: amount }
  const call =
    limitPrice === undefined
      ? client.call('SubtensorModule', 'add_stake', args)
      : client.call('SubtensorModule', 'add_stake_limit', { ...args, ...limitOf(change) })
  return client.submit(call, coldkey, options)
}

/** Takes alpha off a hotkey and sells it for TAO. Refuses as `submitCall`. */
export async function removeStake(
  client: ChainClient,
  coldkey: Signer,
  change: StakeChange,
  options?: SubmitOptions,
): Promise<TransactionResult> {
  const { netuid, hotkey, amount, limitPrice } = change
  const args = { hotkey, netuid, amount_unstaked: amount }
  const call =
    limitPrice === undefined
      ? client.call('SubtensorModule', 'remove_stake', args)
      : client.call('SubtensorModule', 'remove_stake_limit', { ...args, ...limitOf(change) })
  return client.submit(call, coldkey, options)
}

function limitOf(change: StakeChange): Record<string, unknown> {
  return { limit_price: change.limitPrice, allow_partial: change.allowPartial ?? false }
}

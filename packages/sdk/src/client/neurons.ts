import type { Signer } from '../wallet/keypair.ts'
import type { ChainClient } from './chain-client.ts'
import type { At } from './dynamic-api.ts'
import { eventOf, type SubmitOptions, type TransactionResult } from './submit.ts'

/** uid of a hotkey in a subnet; undefined where it is not registered. */
export async function uidOf(
  client: ChainClient,
  netuid: number,
  hotkey: string,
  at?: At,
): Promise<number | undefined> {
  return client.query('SubtensorModule', 'Uids', [netuid, hotkey], at)
}

/** Price of a registration in a subnet, rao of TAO. */
export async function registrationCost(
  client: ChainClient,
  netuid: number,
  at?: At,
): Promise<bigint> {
  return client.query('SubtensorModule', 'Burn', [netuid], at)
}

/** Registers a hotkey in a subnet at the going price. Refuses as `submitCall`. */
export async function burnedRegister(
  client: ChainClient,
  coldkey: Signer,
  { netuid, hotkey }: { readonly netuid: number; readonly hotkey: string },
  options?: SubmitOptions,
): Promise<TransactionResult & { readonly uid: number }> {
  const call = client.call('SubtensorModule', 'burned_register', { netuid, hotkey })
  const result = await client.submit(call, coldkey, options)
  const event = eventOf<[number, number, string]>(result, 'SubtensorModule', 'NeuronRegistered')
  return { ...result, uid: event[1] }
}

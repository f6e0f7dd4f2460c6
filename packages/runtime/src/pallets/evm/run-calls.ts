/** Calls of EVM that run code, as clients encode them. They are refused before they do anything. */
import * as f from '@taonet/frame'
import { ExecutionUnavailable } from '../../common/no-execution.ts'
import { AuthorizationListItem } from '../ethereum/types.ts'
import { ownerOf } from './address.ts'
import { gasToWeight } from './gas.ts'

const refuse = (): never => {
  throw ExecutionUnavailable
}
/** Guard: the account that may use the address. `refuses` BadOrigin */
const ofSource = (
  origin: f.Origin,
  _ctx: f.Context,
  { source }: { readonly source: f.H160 },
): f.AccountId => ownerOf(origin, source)
const gasWeight = ({ gas_limit }: { readonly gas_limit: bigint }, ctx: f.Context) =>
  gasToWeight(ctx, gas_limit)

/** What every execution is paid and bounded by. */
const terms = {
  value: f.U256,
  gas_limit: f.u64,
  max_fee_per_gas: f.U256,
  max_priority_fee_per_gas: f.option(f.U256),
  nonce: f.option(f.U256),
  access_list: f.vec(f.tuple(f.H160, f.vec(f.H256))),
  authorization_list: f.vec(AuthorizationListItem),
}

export const call = f.call({
  index: 1,
  docs: 'Calls a contract as the address of the caller.',
  origin: ofSource,
  args: { source: f.H160, target: f.H160, input: f.bytes, ...terms },
  weight: gasWeight,
  run: refuse,
})

export const create = f.call({
  index: 2,
  docs: 'Creates a contract.',
  origin: ofSource,
  args: { source: f.H160, init: f.bytes, ...terms },
  weight: gasWeight,
  run: refuse,
})

export const create2 = f.call({
  index: 3,
  docs: 'Creates a contract at an address that its code and a salt determine.',
  origin: ofSource,
  args: { source: f.H160, init: f.bytes, salt: f.H256, ...terms },
  weight: gasWeight,
  run: refuse,
})

/** Ethereum's call, as bridges and block bodies encode it. It is refused before it does anything. */
import * as f from '@taonet/frame'
import { ExecutionUnavailable } from '../../common/no-execution.ts'
import { gasToWeight } from '../evm/gas.ts'
import { TransactionV3 } from './types.ts'

function gasLimit(transaction: TransactionV3): bigint {
  const { gas_limit } = transaction.value
  const max = 0xffff_ffff_ffff_ffffn
  return gas_limit > max ? max : gas_limit
}

export const transact = f.call({
  index: 0,
  docs: 'Executes a transaction that is signed the Ethereum way.',
  origin: f.none,
  args: { transaction: TransactionV3 },
  weight: ({ transaction }, ctx) => gasToWeight(ctx, gasLimit(transaction)),
  run: () => {
    throw ExecutionUnavailable
  },
})

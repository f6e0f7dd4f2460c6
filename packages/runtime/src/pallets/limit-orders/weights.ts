/** Weights of LimitOrders' calls, as benchmarked upstream. */
import { benchmarked, benchmarkedPerItem } from '../../common/benchmarked.ts'

export const cancel_order = benchmarked([14_822_000n, 3522n, 1, 1])
export const set_pallet_status = benchmarked([4_266_000n, 0n, 0, 1])
export const execute_orders = benchmarkedPerItem(
  [61_768_457n, 6148n, 17, 10],
  [520_180_782n, 5158n, 11, 7],
)
export const execute_batched_orders = benchmarkedPerItem(
  [499_718_496n, 8727n, 25, 15],
  [259_134_004n, 5158n, 10, 7],
)

/**
 * Gas as weight.
 *
 * source  opentensor/subtensor runtime/src/lib.rs weight_per_gas; polkadot-evm/frontier
 *         frame/evm/src/lib.rs FixedGasWeightMapping
 */
import * as f from '@taonet/frame'

/** Three quarters of a block's weight, over the gas of a block. Blocks hold proofs of any size. */
const WEIGHT_PER_GAS = f.weight(40_000n, 184_467_440_737n)

/** Weight of an execution with this much gas, without the base weight of its extrinsic. */
export function gasToWeight(ctx: f.Context, gas: bigint): f.Weight {
  const { base_extrinsic } = f.system.constants.BlockWeights.get(ctx).per_class.normal
  return f.subWeight(f.mulWeight(WEIGHT_PER_GAS, gas), base_extrinsic)
}

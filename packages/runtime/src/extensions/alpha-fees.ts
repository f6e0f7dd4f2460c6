/** What fees in alpha need, from staking and the pools. */

import { TransactionFeePaidWithAlpha } from '../pallets/subtensor/events.ts'
import { getStake } from '../pallets/subtensor/staking/stake.ts'
import { unstakeFromSubnet } from '../pallets/subtensor/staking/unstake-from-subnet.ts'
import { SubtokenEnabled } from '../pallets/subtensor/storage.ts'
import { getAllSubnetNetuids } from '../pallets/subtensor/subnets/exists.ts'
import { getAlphaAmountForTao } from '../pallets/swap/swap.ts'
import type { AlphaFees } from '../pallets/transaction-payment/index.ts'

export const alphaFees: AlphaFees = {
  subnetsWithStake: (ctx, coldkey, hotkey) =>
    getAllSubnetNetuids(ctx).filter(
      (netuid) =>
        SubtokenEnabled.get(ctx, netuid) && getStake(ctx, { hotkey, coldkey, netuid }) !== 0n,
    ),
  stakeOf: getStake,
  alphaForTao: getAlphaAmountForTao,
  sell: (ctx, position, alpha, beneficiary) =>
    unstakeFromSubnet(ctx, position, { alpha, beneficiary, priceLimit: 0n, dropFees: true }),
  paidEvent: TransactionFeePaidWithAlpha,
}

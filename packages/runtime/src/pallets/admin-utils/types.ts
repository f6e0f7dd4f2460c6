/** Wire types of AdminUtils, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const PrecompileEnum = f.enumeration('pallet_admin_utils::pallet::PrecompileEnum', {
  BalanceTransfer: 0,
  Staking: 1,
  Subnet: 2,
  Metagraph: 3,
  Neuron: 4,
  UidLookup: 5,
  Alpha: 6,
  Crowdloan: 7,
  Proxy: 8,
  Leasing: 9,
  AddressMapping: 10,
  VotingPower: 11,
})
export type PrecompileEnum = f.Value<typeof PrecompileEnum>

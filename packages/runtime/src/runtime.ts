/** The runtime: every pallet by its index, in the order of its hooks. */
import * as f from '@taonet/frame'
import { APIS } from './apis/index.ts'
import { EXTENSION_GROUPS, EXTENSIONS } from './extensions/index.ts'
import { baseFilter } from './filter.ts'
import { INVARIANTS } from './invariants/index.ts'
import { AdminUtils } from './pallets/admin-utils/index.ts'
import { AlphaAssets } from './pallets/alpha-assets/index.ts'
import { Aura } from './pallets/aura/index.ts'
import { Balances } from './pallets/balances/index.ts'
import { BaseFee } from './pallets/base-fee/index.ts'
import { Commitments } from './pallets/commitments/index.ts'
import { Contracts } from './pallets/contracts/index.ts'
import { Crowdloan } from './pallets/crowdloan/index.ts'
import { Drand } from './pallets/drand/index.ts'
import { Ethereum } from './pallets/ethereum/index.ts'
import { EVM } from './pallets/evm/index.ts'
import { EVMChainId } from './pallets/evm-chain-id/index.ts'
import { Grandpa } from './pallets/grandpa/index.ts'
import { LimitOrders } from './pallets/limit-orders/index.ts'
import { MevShield } from './pallets/mev-shield/index.ts'
import { Multisig } from './pallets/multisig/index.ts'
import { Preimage } from './pallets/preimage/index.ts'
import { Proxy } from './pallets/proxy/index.ts'
import { RandomnessCollectiveFlip } from './pallets/randomness-collective-flip/index.ts'
import { SafeMode } from './pallets/safe-mode/index.ts'
import { Scheduler } from './pallets/scheduler/index.ts'
import { guards } from './pallets/subtensor/guards/index.ts'
import { SubtensorModule } from './pallets/subtensor/index.ts'
import { Sudo } from './pallets/sudo/index.ts'
import { Swap } from './pallets/swap/index.ts'
import { Timestamp } from './pallets/timestamp/index.ts'
import { TransactionPayment } from './pallets/transaction-payment/index.ts'
import { Utility } from './pallets/utility/index.ts'

/** source  opentensor/subtensor runtime/src/lib.rs construct_runtime */
export const PALLETS: f.RuntimeParts['pallets'] = [
  [0, f.System],
  [1, RandomnessCollectiveFlip],
  [2, Timestamp],
  [3, Aura],
  [4, Grandpa],
  [5, Balances],
  [6, TransactionPayment],
  [7, SubtensorModule],
  [11, Utility],
  [12, Sudo],
  [13, Multisig],
  [14, Preimage],
  [15, Scheduler],
  [16, Proxy],
  [18, Commitments],
  [19, AdminUtils],
  [20, SafeMode],
  [21, Ethereum],
  [22, EVM],
  [23, EVMChainId],
  [25, BaseFee],
  [26, Drand],
  [27, Crowdloan],
  [28, Swap],
  [29, Contracts],
  [30, MevShield],
  [31, AlphaAssets],
  [32, LimitOrders],
]

const EthereumOrigin = f.variant('pallet_ethereum::RawOrigin', {
  EthereumTransaction: [0, f.H160],
})

/** The runtime of spec_version 425 with a network’s settings. */
export const spec425 = (settings: readonly f.Setting[] = []): f.Runtime =>
  f.runtime({
    crate: 'node_subtensor_runtime',
    version: f.system.constants.Version.under(new Map(settings)),
    pallets: PALLETS,
    origins: { Ethereum: [21, EthereumOrigin] },
    extensions: EXTENSIONS,
    extensionGroups: EXTENSION_GROUPS,
    apis: APIS,
    settings,
    filter: baseFilter,
    guards,
    invariants: INVARIANTS,
  })

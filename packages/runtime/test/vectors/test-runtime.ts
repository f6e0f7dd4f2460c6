/** A runtime of the pallets that vectors need, put together by hand. */
import * as f from '@taonet/frame'
import { AdminUtils } from '../../src/pallets/admin-utils/index.ts'
import { AlphaAssets } from '../../src/pallets/alpha-assets/index.ts'
import { Aura } from '../../src/pallets/aura/index.ts'
import { Balances } from '../../src/pallets/balances/index.ts'
import { Drand } from '../../src/pallets/drand/index.ts'
import { SubtensorModule } from '../../src/pallets/subtensor/index.ts'
import { Swap } from '../../src/pallets/swap/index.ts'

export const testRuntime: f.Runtime = f.runtime({
  crate: 'node_subtensor_runtime',
  version: {
    spec_name: 'node-subtensor',
    impl_name: 'node-subtensor',
    authoring_version: 1,
    spec_version: 425,
    impl_version: 1,
    transaction_version: 1,
    system_version: 1,
  },
  pallets: [
    [0, f.System],
    [3, Aura],
    [5, Balances],
    [7, SubtensorModule],
    [19, AdminUtils],
    [26, Drand],
    [28, Swap],
    [31, AlphaAssets],
  ],
  extensions: [],
  apis: [],
})

/** System: the pallet's table. */
import { u32 } from '../codec/index.ts'
import { RuntimeCall } from '../pallet/outer.ts'
import { pallet } from '../pallet/pallet.ts'
import { AccountId, BlakeTwo256, H256 } from '../types.ts'
import { AccountData } from './account-data.ts'
import * as calls from './calls.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as hooks from './hooks.ts'
import * as storage from './storage.ts'
import { Block } from './types.ts'

export const System = pallet('System', {
  crate: 'frame_system',
  constants,
  storage,
  events,
  errors,
  calls,
  hooks,
  types: {
    RuntimeCall,
    Nonce: u32,
    Hash: H256,
    Hashing: BlakeTwo256,
    AccountId,
    Block,
    AccountData,
  },
})

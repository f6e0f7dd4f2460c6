/** Storage of LimitOrders, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { OrderStatus } from './types.ts'

export const Orders = f.map([f.blake2_128_concat(f.H256)], OrderStatus, undefined)

export const LimitOrdersEnabled = f.value(f.bool, false)

/** By migration_name. */
export const HasMigrationRun = f.map([f.identity(f.boundedBytes(128))], f.bool, false)

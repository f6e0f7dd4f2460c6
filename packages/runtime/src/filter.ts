/** Which calls anybody may make at all. */
import type * as f from '@taonet/frame'
import { EnteredUntil } from './pallets/safe-mode/storage.ts'

const BATCHES = new Set(['batch', 'batch_all', 'force_batch'])
const isBatch = ({ pallet, name }: f.CallValue): boolean =>
  pallet === 'Utility' && BATCHES.has(name)

/** No batch lies directly in a batch. */
function isNested(call: f.CallValue): boolean {
  if (!isBatch(call)) return false
  return (call.args as { calls: readonly f.CallValue[] }).calls.some(isBatch)
}

/** Pallets and calls that safe mode lets through. */
const SAFE = new Set([
  'SafeMode',
  'Sudo',
  'Multisig',
  'System',
  'Timestamp',
  'SubtensorModule.set_weights',
  'SubtensorModule.serve_axon',
  'Commitments.set_commitment',
])

const isSafe = ({ pallet, name }: f.CallValue): boolean =>
  SAFE.has(pallet) || SAFE.has(`${pallet}.${name}`)

/** source  opentensor/subtensor runtime/src/lib.rs NoNestingCallFilter, SafeModeWhitelistedCalls */
export const baseFilter: f.CallFilter = (ctx, call) =>
  (!EnteredUntil.has(ctx) || isSafe(call)) && !isNested(call)

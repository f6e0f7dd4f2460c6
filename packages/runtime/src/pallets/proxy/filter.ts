/** Whether a type of proxy may make a call. */
import type * as f from '@taonet/frame'
import type { ProxyType } from '../../common/proxy-types.ts'
import { type CallRef, type ConditionalCall, FILTER_RULES } from './filter-rules.ts'

const isNamed = (ref: CallRef, { pallet, name }: f.CallValue): boolean =>
  ref === `${pallet}.${name}` || ref === `${pallet}.*`

function isAllowed(entry: CallRef | ConditionalCall, call: f.CallValue): boolean {
  if (typeof entry === 'string') return isNamed(entry, call)
  if (!isNamed(entry.call, call)) return false
  const value = (call.args as Readonly<Record<string, unknown>>)[entry.param]
  if (entry.nested !== undefined) return isNamed(entry.nested, value as f.CallValue)
  return entry.lessThan === undefined || (value as bigint) < entry.lessThan
}

/** source  opentensor/subtensor support/macros/src/proxy_filter.rs generate_filter_fn */
export function mayCall(type: ProxyType, call: f.CallValue): boolean {
  const rule = FILTER_RULES[type]
  switch (rule.mode) {
    case 'AllowAll':
      return true
    case 'DenyAll':
      return false
    case 'Deny':
      return !rule.calls.some((ref) => isNamed(ref, call))
    case 'Allow':
      return (
        rule.calls.some((entry) => isAllowed(entry, call)) &&
        !rule.exceptions?.some((ref) => isNamed(ref, call))
      )
  }
}

/**
 * Whether type `a` may do all that type `b` may, as far as the chain says so.
 *
 * source  opentensor/subtensor runtime/src/lib.rs InstanceFilter::is_superset
 */
export function isSuperset(a: ProxyType, b: ProxyType): boolean {
  if (a === b || a === 'Any') return true
  if (b === 'Any') return false
  if (a === 'NonTransfer') return b !== 'Transfer' && b !== 'SmallTransfer'
  return a === 'Transfer' && b === 'SmallTransfer'
}

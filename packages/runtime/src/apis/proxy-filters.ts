/** What each type of proxy may call, for clients to show. */
import * as f from '@taonet/frame'
import {
  type CallCondition,
  type CallInfo,
  type FilterMode,
  ProxyFilterInfo,
  ProxyType,
  ProxyTypeInfo,
} from '../common/proxy-types.ts'
import {
  type CallRef,
  type ConditionalCall,
  FILTER_RULES,
  type FilterRule,
} from '../pallets/proxy/filter-rules.ts'

/** Types that no longer mean anything. `source` opentensor/subtensor common/src/lib.rs is_deprecated */
const DEPRECATED: readonly ProxyType[] = ['Triumvirate', 'Senate', 'Governance', 'RootWeights']
const TYPES = Object.keys(FILTER_RULES) as ProxyType[]

const indexOf = (type: ProxyType): number => ProxyType.encode(type)[0] as number

const TYPE_INFOS: readonly ProxyTypeInfo[] = TYPES.map((type) => ({
  name: f.utf8(type),
  index: indexOf(type),
  deprecated: DEPRECATED.includes(type),
})).sort((a, b) => a.index - b.index)

const partsOf = (ref: CallRef): [pallet: string, name: string] => {
  const dot = ref.indexOf('.')
  return [ref.slice(0, dot), ref.slice(dot + 1)]
}

function conditionOf({ param, lessThan, nested }: ConditionalCall): CallCondition | undefined {
  if (lessThan !== undefined)
    return { type: 'ParamLessThan', value: { param_name: f.utf8(param), limit: lessThan } }
  if (nested === undefined) return undefined
  const [pallet_name, call_name] = partsOf(nested).map(f.utf8) as [Uint8Array, Uint8Array]
  return { type: 'NestedCallMustBe', value: { pallet_name, call_name } }
}

/** A call with the numbers that it has in the runtime; all calls of a pallet have no number. */
function callInfo(runtime: f.Runtime, entry: CallRef | ConditionalCall): CallInfo {
  const [pallet, name] = partsOf(typeof entry === 'string' ? entry : entry.call)
  const pallet_index = runtime.indexOf(pallet)
  f.assert(pallet_index !== undefined, `rules of proxies name a pallet: ${pallet}`)
  const isWhole = name === '*'
  return {
    pallet_name: f.utf8(pallet),
    pallet_index,
    call_name: isWhole ? undefined : f.utf8(name),
    call_index: isWhole ? undefined : runtime.findCall({ pallet, name, args: {} }).def.index,
    condition: typeof entry === 'string' ? undefined : conditionOf(entry),
  }
}

const calls = (rule: FilterRule): readonly (CallRef | ConditionalCall)[] =>
  'calls' in rule ? rule.calls : []
const exceptions = (rule: FilterRule): readonly CallRef[] =>
  rule.mode === 'Allow' ? (rule.exceptions ?? []) : []

function filterInfo(runtime: f.Runtime, type: ProxyType): ProxyFilterInfo {
  const rule = FILTER_RULES[type]
  const filter_mode: FilterMode = rule.mode
  return {
    proxy_type: indexOf(type),
    name: f.utf8(type),
    deprecated: DEPRECATED.includes(type),
    filter_mode,
    calls: calls(rule).map((entry) => callInfo(runtime, entry)),
    exceptions: exceptions(rule).map((entry) => callInfo(runtime, entry)),
  }
}

/** source  opentensor/subtensor pallets/subtensor/runtime-api/src/lib.rs ProxyFilterRuntimeApi */
export const ProxyFilterRuntimeApi = f.api('ProxyFilterRuntimeApi', 1, {
  get_proxy_types: f.method({}, f.vec(ProxyTypeInfo), () => [...TYPE_INFOS]),
  /** The filter of one type, or all of them. */
  get_proxy_filter: f.method(
    { proxy_type: f.option(f.u8) },
    f.vec(ProxyFilterInfo),
    ({ runtime }, { proxy_type }) =>
      TYPES.filter((type) => proxy_type === undefined || proxy_type === indexOf(type)).map((type) =>
        filterInfo(runtime, type),
      ),
  ),
})

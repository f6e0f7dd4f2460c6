/** Every type of proxy × every call, through a real proxy: exactly the calls of its rule pass the filter. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import { ProxyType } from '../../src/common/proxy-types.ts'
import { Proxy } from '../../src/pallets/proxy/index.ts'
import { PALLETS } from '../../src/runtime.ts'
import { numbers } from '../chain/arbitrary.ts'
import { accessByCall, reasonOf, takes, WITHOUT_VALUES } from './origins.ts'
import { ENDING, MAY_GRANT, PROXY_ACCESS } from './proxy-access.ts'
import { callOf, makeWorld } from './world.ts'

const { CallFiltered } = f.System.errors
const world = makeWorld()
const { ctx, signers } = world
/** Who is acted for: somebody without a subnet, and somebody with one. */
const REALS = ['coldkey', 'owner'] as const
type Real = (typeof REALS)[number]
const delegate = signers.stranger
const CALLS = PALLETS.flatMap(([, { calls }]) => Object.values(calls ?? {})) as f.AnyCall[]
const TYPES = Object.keys(PROXY_ACCESS) as ProxyType[]
const def = typeof ProxyType.type.def === 'function' ? ProxyType.type.def() : ProxyType.type.def
const VARIANTS = def.tag === 'variant' ? def.variants.map(({ name }) => name) : []
/** Calls that change proxies; what they may change is a table of its own. */
const GRANTING = new Set(['Proxy.add_proxy', 'Proxy.remove_proxy'])

/** Half a TAO, or half an alpha. */
const LIMIT = 500_000_000n
const code = new Uint8Array()
interface Condition {
  readonly met: Readonly<Record<string, unknown>>
  readonly unmet: Readonly<Record<string, unknown>>
}
/** Arguments with which a call that is allowed under a condition is allowed, and is not. */
const CONDITIONS: Readonly<Partial<Record<ProxyType, Condition>>> = {
  SmallTransfer: {
    met: { value: LIMIT - 1n, alpha_amount: LIMIT - 1n },
    unmet: { value: LIMIT, alpha_amount: LIMIT },
  },
  SudoUncheckedSetCode: {
    met: { call: f.System.calls.set_code({ code }) },
    unmet: { call: f.System.calls.set_code_without_checks({ code }) },
  },
}

/** The call with those of the arguments that it has. */
function withArgs(call: f.CallValue, args: Readonly<Record<string, unknown>> = {}): f.CallValue {
  const own = call.args as Readonly<Record<string, unknown>>
  const given = Object.entries(args).filter(([key]) => key in own)
  return given.some(([key]) => key === 'value' && typeof own[key] !== 'bigint')
    ? call
    : { ...call, args: { ...own, ...Object.fromEntries(given) } }
}

/** Why what the delegate did in the other's name was refused; undefined if it was not. */
function refusal(
  type: ProxyType,
  call: f.CallValue,
  who: Real = 'coldkey',
): f.DispatchErrorWire | undefined {
  const real = signers[who]
  let result: f.DispatchResult | undefined
  ctx.dryRun(() => {
    Proxy.storage.Proxies.set(ctx, real, [[{ delegate, proxy_type: type, delay: 0 }], 0n])
    const seen = ctx.events.length
    const address = { type: 'Id', value: real } as const
    const act = Proxy.calls.proxy({ real: address, force_proxy_type: undefined, call })
    f.dispatch(ctx, f.Signed(delegate), act)
    const executed = ctx.events.slice(seen).findLast(({ event }) => event.name === 'ProxyExecuted')
    assert(executed, 'the proxy acts')
    result = (executed.event.data as { result: f.DispatchResult }).result
  })
  return result?.ok === false ? result.error : undefined
}

const is = (error: f.DispatchErrorWire | undefined, known: f.DispatchError): boolean =>
  JSON.stringify(error) === JSON.stringify(known.toWire())
const isFiltered = (type: ProxyType, call: f.CallValue): boolean =>
  is(refusal(type, call), CallFiltered)

/** A call that passes the filter meets what its signer would have met. */
function holdsOrigin(name: string, who: Real, error: f.DispatchErrorWire | undefined): void {
  const access = accessByCall.get(name)!
  const what = `${who}: ${JSON.stringify(error)}`
  if (reasonOf(name, access, who) !== undefined) assert(error !== undefined, what)
  else assert.equal(is(error, f.BadOrigin), !takes(access, who), what)
}

function holds(type: ProxyType, name: string, call: f.CallValue): void {
  const isAllowed = PROXY_ACCESS[type](name) && (!ENDING.has(name) || type === 'Any')
  const { met, unmet } = CONDITIONS[type] ?? {}
  for (const who of REALS) {
    const error = refusal(type, withArgs(call, met), who)
    assert.equal(is(error, CallFiltered), !isAllowed)
    if (isAllowed) holdsOrigin(name, who, error)
  }
  if (unmet) assert(isFiltered(type, withArgs(call, unmet)))
}

test('the tables have every type, and name only calls and types that there are', () => {
  assert.deepEqual([...TYPES].sort(), [...VARIANTS].sort())
  for (const name of GRANTING) assert(accessByCall.has(name))
  for (const name of ENDING) assert(accessByCall.has(name))
})

for (const type of TYPES)
  suite(type, () => {
    for (const item of CALLS) {
      const name = `${item.path.pallet}.${item.path.name}`
      if (GRANTING.has(name)) continue
      test(name, () => {
        const draw = numbers(item.def.index + 7)
        let made = 0
        for (let round = 0; round < 4 && made < 2; round++) {
          const call = callOf(world, item, draw)
          if (call === undefined) continue
          made++
          holds(type, name, call)
        }
        assert.equal(made > 0, !WITHOUT_VALUES.has(name), 'the call was made')
      })
    }

    const grants = (MAY_GRANT[type] ?? '').split(/\s+/)
    test(`hands out and takes away ${grants.filter(Boolean).length} types`, () => {
      for (const proxy_type of TYPES) {
        const definition = { delegate: { type: 'Id', value: signers.hotkey } as const, delay: 0 }
        const given = { ...definition, proxy_type }
        const mayGrant = grants.includes(proxy_type)
        assert.equal(!isFiltered(type, Proxy.calls.add_proxy(given)), mayGrant, proxy_type)
        assert.equal(!isFiltered(type, Proxy.calls.remove_proxy(given)), mayGrant, proxy_type)
      }
    })
  })

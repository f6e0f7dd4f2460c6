/** Every type of proxy × every call, through a real proxy: exactly the calls of its rule pass the filter. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import { ProxyType } from '../../src/common/proxy-types.ts'
import { Proxy } from '../../src/pallets/proxy/index.ts'
import { PALLETS } from '../../src/runtime.ts'
import { numbers } from '../chain/arbitrary.ts'
import { accessByCall } from './origins.ts'
import { PROXY_ACCESS } from './proxy-access.ts'
import { callOf, makeWorld } from './world.ts'

const { CallFiltered } = f.System.errors
const world = makeWorld()
const { ctx, signers } = world
const real = signers.coldkey
const delegate = signers.stranger
const CALLS = PALLETS.flatMap(([, { calls }]) => Object.values(calls ?? {})) as f.AnyCall[]
const TYPES = Object.keys(PROXY_ACCESS) as ProxyType[]
const def = typeof ProxyType.type.def === 'function' ? ProxyType.type.def() : ProxyType.type.def
const VARIANTS = def.tag === 'variant' ? def.variants.map(({ name }) => name) : []
/** Calls that change proxies, and would let the delegate become more than it is. */
const OF_PROXIES = new Set(['Proxy.add_proxy', 'Proxy.remove_proxy'])
/** These a proxy may make only if it is of type Any. */
const ENDING = new Set(['Proxy.remove_proxies', 'Proxy.kill_pure'])

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

/** Whether the filter stopped what the delegate did in the other's name. */
function isFiltered(type: ProxyType, call: f.CallValue): boolean {
  let result: unknown
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
  const { ok, error } = result as { ok: boolean; error?: f.DispatchErrorWire }
  return !ok && JSON.stringify(error) === JSON.stringify(CallFiltered.toWire())
}

test('the table has every type', () => {
  assert.deepEqual([...TYPES].sort(), [...VARIANTS].sort())
})

for (const type of TYPES)
  suite(type, () => {
    for (const item of CALLS) {
      const name = `${item.path.pallet}.${item.path.name}`
      if (OF_PROXIES.has(name)) continue
      const isAllowed = PROXY_ACCESS[type](name) && (!ENDING.has(name) || type === 'Any')
      test(`${name}: ${isAllowed ? 'passes' : 'is stopped'}`, () => {
        assert(accessByCall.has(name))
        const draw = numbers(item.def.index + 7)
        for (let round = 0; round < 2; round++) {
          const call = callOf(world, item, draw)
          if (call === undefined) continue
          const { met, unmet } = CONDITIONS[type] ?? {}
          assert.equal(isFiltered(type, withArgs(call, met)), !isAllowed)
          if (unmet) assert(isFiltered(type, withArgs(call, unmet)))
        }
      })
    }
  })

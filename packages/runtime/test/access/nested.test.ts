/** What a proxy may not do, it may not do inside of another call either, unless that call acts for somebody else. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import { Balances, freeBalance } from '../../src/pallets/balances/index.ts'
import { Multisig, multiAccountId } from '../../src/pallets/multisig/index.ts'
import { Proxy } from '../../src/pallets/proxy/index.ts'
import { derivativeAccountId } from '../../src/pallets/utility/derivative.ts'
import { Utility } from '../../src/pallets/utility/index.ts'
import { nobody } from '../chain/open-block.ts'
import { makeWorld } from './world.ts'

const { ctx, signers, others } = makeWorld()
const { coldkey: real, stranger: delegate, owner: other } = signers
const TAO = 1_000_000_000n
const target = nobody(81)
const addressOf = (value: f.AccountId) => ({ type: 'Id', value }) as const
const transfer = Balances.calls.transfer_allow_death({ dest: addressOf(target), value: TAO })
const remark = f.System.calls.remark({ remark: new Uint8Array() })

/** Whose money each call moves, and whether the proxy's limits reach into it. */
interface Wrapper {
  readonly call: f.CallValue
  readonly payer: f.AccountId
  readonly isLimited: boolean
}
const limited = (call: f.CallValue, payer = real): Wrapper => ({ call, payer, isLimited: true })
const free = (call: f.CallValue, payer: f.AccountId): Wrapper => ({ call, payer, isLimited: false })

/** source  opentensor/subtensor pallets/utility/src/lib.rs, pallets/proxy/src/lib.rs; polkadot-sdk substrate/frame/multisig */
const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  'the call itself': limited(transfer),
  batch: limited(Utility.calls.batch({ calls: [transfer] })),
  batch_all: limited(Utility.calls.batch_all({ calls: [transfer] })),
  force_batch: limited(Utility.calls.force_batch({ calls: [transfer] })),
  'if_else, first': limited(Utility.calls.if_else({ main: transfer, fallback: remark })),
  'if_else, second': limited(
    Utility.calls.if_else({
      main: Utility.calls.as_derivative({ index: 9, call: transfer }),
      fallback: transfer,
    }),
  ),
  as_derivative: limited(
    Utility.calls.as_derivative({ index: 1, call: transfer }),
    derivativeAccountId(real, 1),
  ),
  'proxy of another': free(
    Proxy.calls.proxy({ real: addressOf(other), force_proxy_type: undefined, call: transfer }),
    other,
  ),
  as_multi_threshold_1: free(
    Multisig.calls.as_multi_threshold_1({ other_signatories: [...others], call: transfer }),
    multiAccountId([real, ...others].sort(), 1),
  ),
}

/** Whether the money arrives when the delegate makes the call through a proxy of a type. */
function arrives(proxy_type: 'Any' | 'NonTransfer', { call, payer }: Wrapper): boolean {
  let balance = 0n
  ctx.dryRun(() => {
    const who = addressOf(payer)
    f.dispatch(ctx, f.Root, Balances.calls.force_set_balance({ who, new_free: 10n * TAO }))
    Proxy.storage.Proxies.set(ctx, real, [[{ delegate, proxy_type, delay: 0 }], 0n])
    Proxy.storage.Proxies.set(ctx, other, [[{ delegate: real, proxy_type: 'Any', delay: 0 }], 0n])
    const act = { real: addressOf(real), force_proxy_type: undefined, call }
    f.dispatch(ctx, f.Signed(delegate), Proxy.calls.proxy(act))
    balance = freeBalance(ctx, target)
  })
  return balance === TAO
}

suite('limits of a proxy', () => {
  for (const [name, wrapper] of Object.entries(WRAPPERS))
    test(`${name}: ${wrapper.isLimited ? 'hold' : 'do not reach'}`, () => {
      assert(arrives('Any', wrapper), 'a proxy without limits may')
      assert.equal(arrives('NonTransfer', wrapper), !wrapper.isLimited)
    })
})

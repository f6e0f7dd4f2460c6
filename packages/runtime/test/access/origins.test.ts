/** Every call × every kind of origin: only the right ones pass. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import { Multisig } from '../../src/pallets/multisig/index.ts'
import { PALLETS } from '../../src/runtime.ts'
import { numbers } from '../chain/arbitrary.ts'
import { type Access, accessByCall, type Kind, reasonOf, takes, WITHOUT_VALUES } from './origins.ts'
import { callOf, makeWorld, type Signer } from './world.ts'

const ROUNDS = 6
const world = makeWorld()
const { ctx, signers, others } = world
const CALLS = PALLETS.flatMap(([, { calls }]) => Object.values(calls ?? {})) as f.AnyCall[]

const as = (origin: f.Origin) => (call: f.CallValue) => f.dispatchBypassingFilter(ctx, origin, call)
const signedBy = (signer: Signer) => as(f.Signed(signers[signer]))
/** How each kind of origin makes a call. */
const MAKE: Readonly<Record<Kind, (call: f.CallValue) => f.PostInfo>> = {
  none: as(f.None),
  root: as(f.Root),
  stranger: signedBy('stranger'),
  coldkey: signedBy('coldkey'),
  hotkey: signedBy('hotkey'),
  owner: signedBy('owner'),
  sudo: signedBy('sudo'),
  multisig: (call) =>
    signedBy('stranger')(
      Multisig.calls.as_multi_threshold_1({ other_signatories: [...others], call }),
    ),
}
const KINDS = Object.keys(MAKE) as Kind[]

/** How a call was refused, whose changes are undone; one that makes its extrinsic impossible has run. */
function refusal(kind: Kind, call: f.CallValue): f.DispatchError | undefined {
  let outcome: f.Outcome | undefined
  ctx.dryRun(() => {
    try {
      outcome = f.outcomeOf(() => MAKE[kind](call))
    } catch (error) {
      if (!(error instanceof f.InvalidityError)) throw error
    }
  })
  return outcome?.ok === false ? outcome.error : undefined
}

function hold(access: Access, kind: Kind, call: f.CallValue): void {
  const error = refusal(kind, call)
  const what = `${kind}: ${error}: ${JSON.stringify(call, (_k, v) => (typeof v === 'bigint' ? `${v}` : v))}`
  if (takes(access, kind)) assert(error !== f.BadOrigin, what)
  else assert.equal(error, expected(`${call.pallet}.${call.name}`, access, kind), what)
}

function expected(call: string, access: Access, kind: Kind): f.DispatchError {
  const reason = reasonOf(call, access, kind)
  if (reason === undefined) return f.BadOrigin
  const [pallet = '', error = ''] = reason.split('.')
  return ctx.runtime.findPallet(pallet)?.errors?.[error] as f.DispatchError
}

test('the table has every call, and no other', () => {
  const names = CALLS.map(({ path }) => `${path.pallet}.${path.name}`)
  assert.deepEqual([...accessByCall.keys()].sort(), names.sort())
})

suite('origins', () => {
  for (const item of CALLS) {
    const name = `${item.path.pallet}.${item.path.name}`
    const access = accessByCall.get(name)!
    test(`${name}: ${access}`, () => {
      const draw = numbers(item.def.index + 1)
      let made = 0
      for (let round = 0; round < ROUNDS; round++) {
        const call = callOf(world, item, draw)
        if (call === undefined) continue
        made++
        const before = ctx.state.changes().length
        for (const kind of KINDS) hold(access, kind, call)
        assert.equal(ctx.state.changes().length, before)
      }
      assert.equal(made > 0, !WITHOUT_VALUES.has(name), 'the call was made')
    })
  }
})

/** Every call × every kind of origin: only the right ones pass. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import { Multisig } from '../../src/pallets/multisig/index.ts'
import { RequireSudo } from '../../src/pallets/sudo/errors.ts'
import { PALLETS } from '../../src/runtime.ts'
import { numbers } from '../chain/arbitrary.ts'
import { type Access, accessByCall } from './origins.ts'
import { callOf, makeWorld, type Signer } from './world.ts'

const ROUNDS = 6
const world = makeWorld()
const { ctx, signers, others } = world
const CALLS = PALLETS.flatMap(([, { calls }]) => Object.values(calls ?? {})) as f.AnyCall[]
const KINDS = [
  'none',
  'root',
  'stranger',
  'coldkey',
  'hotkey',
  'owner',
  'multisig',
  'sudo',
] as const
type Kind = (typeof KINDS)[number]

const SIGNERS: readonly Kind[] = ['stranger', 'coldkey', 'hotkey', 'owner', 'multisig', 'sudo']
/** Which origins each class of calls takes. */
const TAKES: Readonly<Record<Access, readonly Kind[]>> = {
  anybody: KINDS,
  somebody: ['root', ...SIGNERS],
  signedOrRoot: ['root', ...SIGNERS],
  signed: SIGNERS,
  later: SIGNERS,
  address: ['coldkey'],
  root: ['root'],
  none: ['none'],
  owner: ['owner'],
  ownerOrRoot: ['owner', 'root'],
  sudoer: ['sudo', 'root'],
  nobody: [],
}

function make(kind: Kind, call: f.CallValue): f.PostInfo {
  if (kind === 'none') return f.dispatchBypassingFilter(ctx, f.None, call)
  if (kind === 'root') return f.dispatchBypassingFilter(ctx, f.Root, call)
  if (kind !== 'multisig')
    return f.dispatchBypassingFilter(ctx, f.Signed(signers[kind satisfies Signer]), call)
  const wrapped = Multisig.calls.as_multi_threshold_1({ other_signatories: [...others], call })
  return f.dispatchBypassingFilter(ctx, f.Signed(signers.stranger), wrapped)
}

/** The refusal of a call, whose changes are undone. */
function refusal(kind: Kind, call: f.CallValue): f.DispatchError | undefined {
  let outcome: f.Outcome | undefined
  ctx.dryRun(() => {
    outcome = f.outcomeOf(() => make(kind, call))
  })
  return outcome?.ok === false ? outcome.error : undefined
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
      for (let round = 0; round < ROUNDS; round++) {
        const call = callOf(world, item, draw)
        if (call === undefined) continue
        const before = ctx.state.changes().length
        for (const kind of KINDS) hold(access, kind, call)
        assert.equal(ctx.state.changes().length, before)
      }
    })
  }
})

function hold(access: Access, kind: Kind, call: f.CallValue): void {
  const error = refusal(kind, call)
  const what = `${kind}: ${error}: ${JSON.stringify(call, (_k, v) => (typeof v === 'bigint' ? `${v}` : v))}`
  if (TAKES[access].includes(kind)) assert(error !== f.BadOrigin, what)
  else if (access === 'later' || access === 'nobody') assert(error !== undefined, what)
  else if (access === 'sudoer' && kind !== 'none') assert.equal(error, RequireSudo, what)
  else assert.equal(error, f.BadOrigin, what)
}

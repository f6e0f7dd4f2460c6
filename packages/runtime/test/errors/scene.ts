/** One refusal, played on a network that has lived: who calls what, after which change of the state. */
import assert from 'node:assert/strict'
import * as f from '@taonet/frame'
import { makeWorld, type Signer, type World } from '../access/world.ts'
import { reasons, refused } from '../chain/open-block.ts'

export type Args = Readonly<Record<string, unknown>>
export interface Scene {
  /** `Pallet.Error` */
  readonly error: string
  readonly who: Signer | 'root' | 'none'
  /** `Pallet.call` */
  readonly call: string
  /** Arguments that matter; the others are nothing: zero, empty, the first variant. */
  readonly args?: Args
  readonly before?: (ctx: f.Context) => void
  /** Root makes the call in the signer's name, which no guard looks at. */
  readonly guards?: false
}

export const world: World = makeWorld()
const ZEROS = new Uint8Array(512)

/** A call by its name. */
export function callNamed(name: string, args: Args = {}): f.CallValue {
  const [pallet = '', call = ''] = name.split('.')
  const { def } = world.ctx.runtime.findCall({ pallet, name: call, args })
  const all = Object.entries<f.AnyCodec>(def.args).map(([key, codec]) => [
    key,
    key in args ? args[key] : codec.read(new f.Reader(ZEROS)),
  ])
  return { pallet, name: call, args: Object.fromEntries(all) }
}

export function errorNamed(name: string): f.DispatchError {
  const [pallet = '', error = ''] = name.split('.')
  const found = world.ctx.runtime.findPallet(pallet)?.errors?.[error]
  assert(found, `there is no error ${name}`)
  return found
}

/** The origin that a scene's caller stands for. */
export function originOf(who: Scene['who']): f.Origin {
  if (who === 'root') return f.Root
  return who === 'none' ? f.None : f.Signed(world.signers[who])
}

/** Root dispatches as another; gives what it is told came of it. */
function resultAs(ctx: f.Context, who: Scene['who'], call: f.CallValue): f.DispatchResult {
  assert(who !== 'root' && who !== 'none', 'only accounts are stood in for')
  const as_origin = {
    type: 'system',
    value: { type: 'Signed', value: world.signers[who] },
  } as const
  f.dispatch(ctx, f.Root, callNamed('Utility.dispatch_as', { as_origin, call }))
  const { event } = ctx.events.at(-1)!
  assert.equal(event.name, 'DispatchedAs')
  return (event.data as { result: f.DispatchResult }).result
}

/** Plays a scene and undoes it; the call has to be refused for this reason, and leave no trace. */
export function play({ error, who, call, args, before, guards }: Scene): void {
  const { ctx } = world
  const expected = errorNamed(error)
  const made = callNamed(call, args)
  ctx.dryRun(() => {
    before?.(ctx)
    const rows = ctx.state.changes().length
    if (guards === false) {
      const result = resultAs(ctx, who, made)
      assert.deepEqual(result, { ok: false, error: expected.toWire() })
      reasons.add(expected)
      return
    }
    refused(expected, () => f.dispatch(ctx, originOf(who), made))
    assert.equal(ctx.state.changes().length, rows)
  })
}

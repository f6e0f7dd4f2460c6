/** One refusal, played on a network that has lived: who calls what, after which change of the state. */
import assert from 'node:assert/strict'
import * as f from '@taonet/frame'
import { makeWorld, type Signer, type World } from '../access/world.ts'
import { refused } from '../chain/open-block.ts'

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

/** Plays a scene and undoes it; the call has to be refused for this reason, and leave no trace. */
export function play({ error, who, call, args, before }: Scene): void {
  const { ctx, signers } = world
  const origin = who === 'root' ? f.Root : who === 'none' ? f.None : f.Signed(signers[who])
  ctx.dryRun(() => {
    before?.(ctx)
    const rows = ctx.state.changes().length
    refused(errorNamed(error), () => f.dispatch(ctx, origin, callNamed(call, args)))
    assert.equal(ctx.state.changes().length, rows)
  })
}

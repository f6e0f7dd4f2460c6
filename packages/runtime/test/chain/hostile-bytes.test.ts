/** Bytes from outside: whatever they are, only the protocol's own refusals come out. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { slotItem } from '../../src/pallets/aura/index.ts'
import { Keys } from '../../src/pallets/subtensor/storage.ts'
import { PALLETS, spec425 } from '../../src/runtime.ts'
import { arbitrary, type Draw, numbers } from './arbitrary.ts'
import { keyOf, LocalChain } from './local-chain.ts'
import { readVector, replayedState } from './vectors.ts'

interface File {
  readonly blocks: readonly { readonly body?: readonly string[] }[]
}
const ROUNDS = Number(process.env.HOSTILE_ROUNDS ?? 20)

/** One change: a bit, a byte, a cut, a repeat; the length in front follows in half of the cases. */
function damaged(bytes: Uint8Array, draw: Draw): Uint8Array {
  const from = new f.Reader(bytes)
  from.compact()
  const body = bytes.slice(from.at)
  const at = draw(body.length)
  const kind = draw(4)
  if (kind === 0) body[at]! ^= 1 << draw(8)
  if (kind === 1) body[at] = draw(256)
  const changed =
    kind < 2
      ? body
      : f.concatBytes(
          body.subarray(0, at),
          body.subarray(kind === 2 ? at + 1 + draw(8) : draw(at + 1)),
        )
  const out = new f.Writer()
  out.compact(draw(2) === 0 ? body.length : changed.length)
  out.bytes(changed)
  return out.take()
}

const isRefusal = (error: unknown) =>
  error instanceof f.InvalidityError || error instanceof f.CodecError

test('damaged transactions are refused, or are other transactions', () => {
  const { blocks } = readVector<File>('extrinsics.json')
  const extrinsics = blocks.flatMap(({ body = [] }) => body)
  const chain = new LocalChain()
  chain.run()
  const builder = chain.open()
  const { ctx } = chain
  const draw = numbers(425)
  const attempt = (run: () => unknown, bytes: Uint8Array) => {
    try {
      run()
    } catch (error) {
      assert(isRefusal(error), `${f.toHex(bytes)}: ${String(error)}`)
    }
  }
  const block_hash = chain.head.hash
  const verify = () => true
  for (let round = 0; round < ROUNDS; round++)
    for (const extrinsic of extrinsics) {
      const bytes = damaged(f.fromHex(extrinsic), draw)
      const candidate = { bytes, source: 'External', block_hash, verify } as const
      attempt(() => f.validateTransaction(ctx, candidate), bytes)
      attempt(() => ctx.layer(() => f.applyExtrinsic(ctx, bytes, verify)), bytes)
    }
  chain.seal(builder)
})

/** A call fails, or makes its whole extrinsic impossible. */
const isRefusedCall = (error: unknown) =>
  error instanceof f.DispatchError ||
  error instanceof f.RefusedWithPost ||
  error instanceof f.InvalidityError

/** The call that bytes say, if they say any. */
function readCall(ctx: f.Context, bytes: Uint8Array): f.CallValue | undefined {
  try {
    return ctx.runtime.call.decode(bytes)
  } catch (error) {
    assert(error instanceof f.CodecError, `${f.toHex(bytes)}: ${String(error)}`)
    return undefined
  }
}

function tryDispatch(ctx: f.Context, origin: f.Origin, call: f.CallValue): void {
  try {
    ctx.dryRun(() => f.dispatchBypassingFilter(ctx, origin, call))
  } catch (error) {
    if (isRefusedCall(error)) return
    const bytes = f.toHex(ctx.runtime.call.encode(call))
    throw new Error(`${call.pallet}.${call.name} as ${JSON.stringify(origin)}: ${bytes}`, {
      cause: error,
    })
  }
}

test('calls with any arguments run or are refused', () => {
  const { rows, last } = replayedState(process.env.HOSTILE_STATE ?? '04-staking.json.gz')
  const chain = new f.TestChain({ runtime: spec425(), rows, checkState: false })
  chain.open({ number: last + 1, preDigest: [slotItem(1n << 32n)] })
  const { ctx } = chain
  const draw = numbers(Number(process.env.HOSTILE_SEED ?? 1))
  const accounts = [
    ...f.system.storage.Account.keysOf(ctx).map(([who]) => who),
    ...Keys.entries(ctx).map(([, hotkey]) => hotkey),
    keyOf('//Nobody').account,
  ]
  for (const [index, { calls }] of PALLETS)
    for (const { def } of Object.values(calls ?? {}))
      for (let round = 0; round < ROUNDS; round++) {
        const parts = Object.values<f.AnyCodec>(def.args).map((type) =>
          arbitrary(type, draw, accounts),
        )
        const call = readCall(ctx, f.concatBytes(Uint8Array.of(index, def.index), ...parts))
        if (!call) continue
        const someone = f.Signed(accounts[draw(accounts.length)]!)
        for (const origin of [f.Root, f.None, someone]) tryDispatch(ctx, origin, call)
      }
})

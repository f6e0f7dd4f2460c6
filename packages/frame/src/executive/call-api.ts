/** Runtime APIs as exported functions: bytes in, bytes out. */
import { type AnyCodec, CodecError, Reader } from '../codec/index.ts'
import type { AnyMethod } from '../pallet/api.ts'
import type { Context } from '../pallet/context.ts'
import type { Runtime } from '../pallet/runtime.ts'

/** The runtime exports no function of that name. */
export class UnknownMethod extends Error {
  override readonly name = 'UnknownMethod'
  readonly method: string
  constructor(method: string) {
    super(`Exported method ${method} is not found`)
    this.method = method
  }
}

const tables = new WeakMap<Runtime, Map<string, AnyMethod>>()

function tableOf(runtime: Runtime): Map<string, AnyMethod> {
  let table = tables.get(runtime)
  if (!table) {
    table = new Map()
    for (const { name, methods } of runtime.parts.apis)
      for (const [method, def] of Object.entries(methods)) table.set(`${name}_${method}`, def)
    tables.set(runtime, table)
  }
  return table
}

/**
 * Runs `Api_method` on the context's state and keeps nothing of what it wrote.
 *
 * shape   input is the arguments' SCALE in order, and what follows them is ignored; a method without
 *         arguments takes no bytes at all; output is the result's SCALE
 * refuses UnknownMethod; CodecError for input that is not the arguments
 * source  polkadot-sdk substrate/primitives/api/proc-macro/src/impl_runtime_apis.rs
 */
export function callApi(ctx: Context, method: string, input: Uint8Array): Uint8Array {
  const def = tableOf(ctx.runtime).get(method)
  if (!def) throw new UnknownMethod(method)
  const from = new Reader(input)
  const args: Record<string, unknown> = {}
  const inputs = Object.entries(def.inputs as Record<string, AnyCodec>)
  for (const [name, codec] of inputs) args[name] = codec.read(from)
  if (inputs.length === 0 && from.left > 0)
    throw new CodecError(`${method} takes no arguments, but there are ${from.left} bytes`)
  const { block, phase } = ctx
  try {
    return ctx.dryRun(() => def.output.encode(def.run(ctx, args)))
  } finally {
    Object.assign(ctx, { block, phase })
  }
}

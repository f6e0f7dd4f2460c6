/** Errors in blocks of the production runtime, which ours builds byte for byte. */
import * as f from '@taonet/frame'
import { genesisRows, openCorpus } from '../../../../scripts/replay/corpus.ts'
import { Replayer } from '../../../../scripts/replay/runner.ts'
import { spec425 } from '../../src/runtime.ts'

const VECTORS = new URL('../../../../vectors/', import.meta.url).pathname

/** Adds the errors of pallets that a decoded value reports, however deep they lie. */
function collect(runtime: f.Runtime, value: unknown, into: Set<f.DispatchError>): void {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return
  const { type, value: inner } = value as { type?: unknown; value?: unknown }
  if (type === 'Module') {
    const { index, error } = inner as { index: number; error: string }
    const found = runtime.findError(index, Number.parseInt(error.slice(2, 4), 16))
    if (found) into.add(found)
  }
  for (const part of Object.values(value)) collect(runtime, part, into)
}

export interface Replayed {
  readonly errors: ReadonlySet<f.DispatchError>
  /** Numbers of blocks that came out otherwise. */
  readonly different: readonly number[]
}

/** Replays a corpus of `vectors/replay`. */
export async function replayed(name: string): Promise<Replayed> {
  const { head, blocks } = await openCorpus(`${VECTORS}replay/${name}.json.gz`)
  const runtime = spec425()
  const rows = await genesisRows(`${VECTORS}runtime-425/genesis.json`, head.genesis)
  const replayer = new Replayer(runtime, rows)
  const errors = new Set<f.DispatchError>()
  const different: number[] = []
  for await (const block of blocks) {
    if (!replayer.run(block).passed) different.push(block.number)
    else collect(runtime, f.system.storage.Events.codec.decode(f.fromHex(block.events)), errors)
  }
  return { errors, different }
}

/**
 * Whole blocks of a large network: `node --conditions=source bench/blocks-network.bench.ts [cycles]`.
 *
 * 128 subnets of 256 neurons (large-network.ts), tempo 360, so that 128 of 360 blocks have an epoch; with and without the
 * root claims that a block pays out by itself. Production's figures are spec 425 compiled natively, 2-core x86-64 at
 * 2.6 GHz, 2026-11-22: whole blocks through the executive with both state roots, committed to memory.
 *
 * Where the time goes is sampled in one further cycle: a sample belongs to the innermost function's folder.
 *
 * target  whole blocks 3 times as fast as production; 1,000 simulated blocks a second
 *
 * 2026-11-23, the same kind of machine, Node 24.9:
 * ```
 * 0 claims │ with roots │   25.29 ms │    39.5 a second │ native 15.3 │  2.6×
 * 0 claims │ simulated  │    3.22 ms │   310.7 a second │ native 15.3 │ 20.3×
 * 5 claims │ with roots │   46.32 ms │    21.6 a second │ native 5.9  │  3.7×
 * 5 claims │ simulated  │    7.71 ms │   129.6 a second │ native 5.9  │ 22.0×
 * ```
 */
import { spawnSync } from 'node:child_process'
import { Session } from 'node:inspector/promises'
import { Simulation } from '@taonet/runtime'
import { FIRST_BLOCK, LargeNetwork, TEMPO } from './large-network.ts'

const CYCLE = TEMPO
const SUBNETS = 128
/** Blocks a second of production, by root claims per block. */
const NATIVE: Readonly<Record<number, number>> = { 0: 15.3, 5: 5.9 }

/** Folders whose functions count as one kind of work; what is left is arithmetic and control. */
const KINDS: readonly (readonly [kind: string, folder: RegExp])[] = [
  ['rows', /frame\/src\/storage\//],
  ['encoding', /frame\/src\/codec\//],
  ['hashing', /frame\/src\/(trie|crypto)\/|noble/],
]

interface Sampled {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly url: string; readonly functionName: string }
  }[]
  readonly samples?: readonly number[] | undefined
  readonly timeDeltas?: readonly number[] | undefined
}

function kindOf({ url, functionName }: Sampled['nodes'][number]['callFrame']): string {
  if (functionName === '(garbage collector)') return 'garbage'
  return KINDS.find(([, folder]) => folder.test(url))?.[0] ?? 'arithmetic'
}

/** Parts of the time by kind of work, in percent. */
function shares({ nodes, samples = [], timeDeltas = [] }: Sampled): Map<string, number> {
  const kinds = new Map(nodes.map(({ id, callFrame }) => [id, kindOf(callFrame)]))
  const sums = new Map<string, number>()
  let total = 0
  for (const [i, id] of samples.entries()) {
    const kind = kinds.get(id) ?? 'arithmetic'
    sums.set(kind, (sums.get(kind) ?? 0) + (timeDeltas[i] ?? 0))
    total += timeDeltas[i] ?? 0
  }
  return new Map([...sums].map(([kind, time]) => [kind, (100 * time) / total]))
}

async function sampled(run: () => void): Promise<Map<string, number>> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  run()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return shares(profile)
}

async function bench(claims: number, roots: 'each block' | 'left out', cycles: number) {
  const network = new LargeNetwork({ subnets: SUBNETS, rootClaims: claims })
  const { runtime } = network.ctx
  const simulation = new Simulation({ runtime, rows: network.rows(), roots, number: FIRST_BLOCK })
  simulation.advance(2 * CYCLE)
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < cycles; i++) {
    const start = performance.now()
    simulation.advance(CYCLE)
    best = Math.min(best, (performance.now() - start) / CYCLE)
  }
  const parts = await sampled(() => simulation.advance(CYCLE))
  const rate = 1000 / best
  const native = NATIVE[claims] ?? 0
  const where = [...parts].map(([kind, part]) => `${kind} ${part.toFixed(0)} %`).join(', ')
  const name = roots === 'each block' ? 'with roots' : 'simulated '
  console.log(
    `${claims} claims │ ${name} │ ${best.toFixed(2).padStart(7)} ms │ ${rate.toFixed(1).padStart(7)} a second │ native ${native} │ ${(rate / native).toFixed(1)}× │ ${where}`,
  )
}

const [, file = '', cycles = '3', claims, roots] = process.argv
if (claims !== undefined)
  await bench(Number(claims), roots === 'exact' ? 'each block' : 'left out', Number(cycles))
// each in a process of its own: what one leaves on the heap is no matter of the next
else
  for (const each of ['0', '5'])
    for (const kind of ['exact', 'simulated'])
      spawnSync(process.execPath, [...process.execArgv, file, cycles, each, kind], {
        stdio: 'inherit',
      })

/**
 * SubtensorModule's part of a block on a large network: `node --conditions=source bench/block-step.bench.ts [cycles]`.
 *
 * Production's figures are `on_initialize` of spec 425 compiled natively over an in-memory trie, 2-core x86-64 at
 * 2.6 GHz, 2026-11-22.
 *
 * target  faster than production in every row
 */
import { LargeNetwork, TEMPO } from './large-network.ts'

const SUBNETS = 128
/** Milliseconds of production, medians: without an epoch, with one, mean over all. */
const NATIVE: Record<number, readonly [number, number, number]> = {
  0: [23.1, 63.7, 37.7],
  5: [41.4, 183, 112.9],
}

const least = (times: number[]) => Math.min(...times)
const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0
const mean = (times: number[]) => times.reduce((sum, t) => sum + t, 0) / times.length
const show = (n: number) => n.toFixed(2).padStart(8)

function run(rootClaims: number, cycles: number): void {
  const network = new LargeNetwork({ subnets: SUBNETS, rootClaims })
  const times: Record<'quiet' | 'epoch' | 'commit', number[]> = { quiet: [], epoch: [], commit: [] }
  for (let block = 0; block < TEMPO * (1 + cycles); block++) {
    network.begin()
    const start = performance.now()
    network.step()
    const stepped = performance.now()
    const kind = network.hasEpoch ? 'epoch' : 'quiet'
    const committing = performance.now()
    network.commit()
    if (block < TEMPO) continue
    times[kind].push(stepped - start)
    times.commit.push(performance.now() - committing)
  }
  const all = mean([...times.quiet, ...times.epoch])
  const native = NATIVE[rootClaims]!
  const rows: [string, number[], number][] = [
    ['no epoch', times.quiet, native[0]],
    ['epoch', times.epoch, native[1]],
  ]
  for (const [name, sample, theirs] of rows)
    console.log(
      `${rootClaims} claims │ ${name.padEnd(8)} │ ours min ${show(least(sample))} med ${show(median(sample))} │ native med ${show(theirs)} │ ${(theirs / median(sample)).toFixed(1)}×`,
    )
  console.log(`${rootClaims} claims │ mean     │ ours ${show(all)} │ native ${show(native[2])}`)
  console.log(`commit to memory ${show(median(times.commit))} ms`)
}

const cycles = Number(process.argv[2] ?? 1)
for (const rootClaims of process.argv[3] === undefined ? [0, 5] : [Number(process.argv[3])])
  run(rootClaims, cycles)

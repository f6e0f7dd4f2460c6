/**
 * Replays corpora of the production runtime: `npm run replay -- [flags] FILE…`
 *
 *   --stop        end at the first block that differs
 *   --summary     group the failures by call and by storage item instead of printing each
 *   --lines N     print at most N lines of a block's differences (default 40)
 *   --blocks A-B  print only failures of these block numbers
 *   --invariants  also check the rules about the whole state after each block
 *   --genesis F   file of the genesis rows (default vectors/runtime-425/genesis.json)
 */
import { parseArgs } from 'node:util'
import * as f from '@taonet/frame'
import { spec425 } from '@taonet/runtime'
import { CorpusError, genesisRows, openCorpus } from './replay/corpus.ts'
import { differences, Namer } from './replay/report.ts'
import { Replayer } from './replay/runner.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    stop: { type: 'boolean', default: false },
    summary: { type: 'boolean', default: false },
    lines: { type: 'string', default: '40' },
    blocks: { type: 'string' },
    invariants: { type: 'boolean', default: false },
    genesis: { type: 'string', default: 'vectors/runtime-425/genesis.json' },
  },
})

const [from, to] = (values.blocks ?? '0-4294967295').split('-').map(Number)
const isShown = (number: number) => number >= from! && number <= (to ?? from!)

/** Whether the rules about the whole state hold; says which do not. */
function holds(ctx: f.Context, number: number): boolean {
  try {
    f.tryState(ctx)
    return true
  } catch (error) {
    if (!(error instanceof f.InvariantError || error instanceof f.Impossible)) throw error
    console.log(`block ${number} leaves a state that is not whole: ${error.message}`)
    return false
  }
}

async function replay(file: string): Promise<{ passed: number; failed: number }> {
  const { head, blocks } = await openCorpus(file)
  const runtime = spec425()
  const replayer = new Replayer(runtime, await genesisRows(values.genesis, head.genesis))
  if (replayer.root !== head.genesis_block.state_root)
    throw new CorpusError(
      `${file}: genesis ${head.genesis} has root ${replayer.root}, the corpus starts from ${head.genesis_block.state_root}`,
    )
  const namer = new Namer(runtime)
  const tally = { passed: 0, failed: 0 }
  const byCall = new Map<string, number[]>()
  const byItem = new Map<string, number>()
  const started = performance.now()
  for await (const block of blocks) {
    const outcome = replayer.run(block)
    const isWhole = !values.invariants || holds(replayer.contextAfter(block.number), block.number)
    if (outcome.passed && isWhole) {
      tally.passed++
      continue
    }
    tally.failed++
    if (outcome.passed) continue
    const { blame, items, lines } = differences(namer, block, outcome)
    for (const call of blame) byCall.set(call, [...(byCall.get(call) ?? []), block.number])
    for (const item of items) byItem.set(item, (byItem.get(item) ?? 0) + 1)
    if (!values.summary && isShown(block.number)) {
      console.log(`block ${block.number} differs`)
      console.log(lines.slice(0, Number(values.lines)).join('\n'))
      if (lines.length > Number(values.lines)) console.log(`  … ${lines.length} lines`)
    }
    if (values.stop) break
  }
  if (values.summary) summary(byCall, byItem)
  const seconds = (performance.now() - started) / 1000
  const count = tally.passed + tally.failed
  const rate = `${seconds.toFixed(1)} s, ${Math.round(count / seconds)} blocks a second`
  console.log(`${head.name}: ${tally.passed} of ${count} blocks pass (${rate})`)
  return tally
}

function summary(byCall: Map<string, number[]>, byItem: Map<string, number>): void {
  const rows = [...byCall].sort(([, a], [, b]) => b.length - a.length)
  for (const [call, numbers] of rows)
    console.log(`${String(numbers.length).padStart(6)}  ${call}  (first ${numbers[0]})`)
  for (const [item, count] of [...byItem].sort(([, a], [, b]) => b - a).slice(0, 60))
    console.log(`${String(count).padStart(6)}  storage ${item}`)
}

let [passed, failed] = [0, 0]
for (const file of positionals) {
  try {
    const tally = await replay(file)
    passed += tally.passed
    failed += tally.failed
  } catch (error) {
    if (!(error instanceof CorpusError || (error instanceof Error && 'code' in error))) throw error
    process.stderr.write(`${file}: ${error.message}\n`)
    failed++
  }
}
if (positionals.length === 0)
  process.stderr.write('usage: npm run replay -- [--stop] [--summary] FILE…\n')
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || positionals.length === 0 ? 1 : 0

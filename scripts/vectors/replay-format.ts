/** Replay corpora among vector files: each block counts. */
import { spec425 } from '@taonet/runtime'
import { type CorpusBlock, type GenesisSets, genesisOf } from '../replay/corpus.ts'
import { differences, Namer } from '../replay/report.ts'
import { Replayer } from '../replay/runner.ts'
import { type Check, type Format, firstOf, type VectorFile } from './format.ts'

const SHOWN = 20

function* replayChecks(file: VectorFile): Generator<Check> {
  const runtime = spec425()
  const sets = file.beside('genesis.json') as GenesisSets
  const replayer = new Replayer(runtime, genesisOf(sets, file.data.genesis))
  const namer = new Namer(runtime)
  for (const block of file.data.blocks as CorpusBlock[])
    yield {
      name: `block ${block.number}`,
      run() {
        const outcome = replayer.run(block)
        if (outcome.passed) return
        const { lines } = differences(namer, block, outcome)
        throw new Error(lines.slice(0, SHOWN).join('\n'))
      },
    }
}

export const REPLAY_FORMAT: Format = {
  recognises: ({ data }) =>
    firstOf(data?.blocks)?.pre_digest !== undefined && firstOf(data?.blocks)?.diff !== undefined,
  sections: ['blocks'],
  remarks: ['coverage', 'errors', 'event_counts', 'genesis_block', 'storage_rows_changed'],
  checks: replayChecks,
}

/** Evidence that the scores mean something: graded summarisers against readers' own summaries. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { drawsOf } from '../../kit/seed.ts'
import { lead3 } from '../rank/lead.ts'
import { lexRank } from '../rank/lexrank.ts'
import { type Extract, extractOf } from '../rank/pick.ts'
import { randomExtract } from '../rank/random.ts'
import { textRank } from '../rank/textrank.ts'
import type { Task } from '../task.ts'
import { stems } from '../text/words.ts'
import { loadCorpus, OWN_CORPUS, sentencesOf } from '../validator/corpus.ts'
import { drawTask } from '../validator/draw-task.ts'
import { judge, yardstickOf } from './judge.ts'
import { referenceExtract } from './reference.ts'
import { meanRouge } from './rouge.ts'

const FILE = new URL('../../../../../vectors/summarize/abstracts.json', import.meta.url)
const { summaries } = JSON.parse(readFileSync(FILE, 'utf8')) as {
  summaries: Record<string, string>
}
const corpus = await loadCorpus(fileURLToPath(OWN_CORPUS))

type Summariser = (sentences: readonly string[], maxWords: number, seed: string) => Extract
const graded: Record<string, Summariser> = {
  lead3,
  random: (sentences, maxWords, seed) => randomExtract(sentences, maxWords, drawsOf(seed)),
  textRank,
  lexRank,
}

const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / values.length

test('without reference summaries the scores rank as agreement with a reader does', () => {
  const scores: number[] = []
  const agreement: number[] = []
  for (const summarise of Object.values(graded)) {
    const rows = corpus.documents.map((document) => {
      const sentences = sentencesOf(document)
      const task: Task = {
        docId: document.name,
        sentences,
        maxWords: 70,
        lang: 'en',
        kind: 'extractive',
      }
      const extract = summarise(sentences, 70, `evidence ${document.name}`)
      const yardstick = yardstickOf(task, corpus.background)
      const reader = stems(summaries[document.name.replace('.txt', '')]!)
      return [judge(extract, yardstick).raw, meanRouge(reader, stems(extract.summary))] as const
    })
    scores.push(mean(rows.map(([raw]) => raw)))
    agreement.push(mean(rows.map(([, rouge]) => rouge)))
  }
  for (const row of [scores, agreement]) {
    assert.deepEqual(
      [...row].sort((a, b) => a - b),
      row,
      `not rising: ${row}`,
    )
  }
})

test('on drawn tasks the better summariser scores clearly more, the trivial ones next to nothing', () => {
  const totals: Record<string, number[]> = {}
  for (let i = 0; i < 120; i++) {
    const task = drawTask(corpus, `evidence ${i}`, { kind: 'extractive', lang: 'en' })
    const yardstick = yardstickOf(task, corpus.background)
    for (const [name, summarise] of Object.entries(graded)) {
      const extract = summarise(task.sentences, task.maxWords, `lot ${i}`)
      const list = (totals[name] ??= [])
      list.push(judge(extract, yardstick).score)
    }
    const best = referenceExtract(
      yardstick.importance.bySentence.map((_, j) => honest(task)[j]!),
      yardstick.importance,
      task.maxWords,
    )
    assert.ok(Math.abs(judge(best, yardstick).score - 1) < 1e-9)
    assert.equal(
      judge(extractOf(task.sentences, task.sentences.keys().toArray()), yardstick).score,
      0,
    )
  }
  const [lead, random, text, lex] = ['lead3', 'random', 'textRank', 'lexRank'].map((name) =>
    mean(totals[name]!),
  )
  assert.ok(lead! < 0.15 && random! < 0.15, `${lead} ${random}`)
  assert.ok(text! > 1.5 * Math.max(lead!, random!), `${text}`)
  assert.ok(lex! > 1.2 * text!, `${lex} against ${text}`)
})

function honest({ sentences, trap }: Task): readonly string[] {
  return sentences.filter((_, index) => index !== trap?.index)
}

/** The whole score of one answer to one task. */
import { drawsOf, seedOf } from '../../kit/seed.ts'
import { randomExtract } from '../rank/random.ts'
import type { Answer, Task } from '../task.ts'
import { splitSentences } from '../text/sentences.ts'
import { countWords, stems } from '../text/words.ts'
import { type Evidence, evidenceOf, faithOf, verbatimShare } from './faith.ts'
import { brevityOf, type Spoiled, spoiledBy } from './guard.ts'
import {
  type Background,
  conceptsOf,
  type Importance,
  importanceOf,
  worthOf,
} from './importance.ts'
import { referenceExtract } from './reference.ts'
import { meanRouge } from './rouge.ts'

/** Shares of the parts in the raw score. */
const PARTS = { rouge: 0.5, coverage: 0.3, faith: 0.2 } as const
/** A score may exceed the reference's by this factor. */
const CEILING = 1.2
/** So many random extracts are averaged into the floor of a task. */
const FLOOR_DRAWS = 16

/** What a validator works out once per task; it never leaves the validator before scoring. */
export type Yardstick = {
  readonly task: Task
  readonly importance: Importance
  readonly evidence: Evidence
  readonly reference: readonly string[]
  readonly referenceWorth: number
  readonly passageWords: number
  /** Mean raw score of extracts drawn at random, and raw score of the reference itself. */
  readonly floor: number
  readonly best: number
}

/** All parts are shares of 1; `raw` joins them, `score` is raw between floor and reference. */
export type Judgement = {
  readonly score: number
  readonly raw: number
  readonly rouge: number
  readonly coverage: number
  readonly faith: number
  readonly brevity: number
  readonly spoiled?: Spoiled
}

const NOTHING = { score: 0, raw: 0, rouge: 0, coverage: 0, faith: 0, brevity: 0 } as const

/** Prepares the measure for one task; a planted sentence is no part of the passage. */
export function yardstickOf(task: Task, background: Background): Yardstick {
  const sentences = task.sentences.filter((_, index) => index !== task.trap?.index)
  const importance = importanceOf(sentences, background)
  const reference = referenceExtract(sentences, importance, task.maxWords).summary
  const base = {
    task,
    importance,
    evidence: evidenceOf(sentences),
    reference: stems(reference),
    referenceWorth: worthOf(importance, conceptsIn(reference)),
    passageWords: countWords(sentences.join(' ')),
  }
  const draws = drawsOf(seedOf('floor', task.docId, task.maxWords))
  let floor = 0
  for (let i = 0; i < FLOOR_DRAWS; i++) {
    const { summary } = randomExtract(sentences, task.maxWords, draws)
    floor += partsOf(summary, base).raw / FLOOR_DRAWS
  }
  return { ...base, floor, best: partsOf(reference, base).raw }
}

/**
 * Judges an answer: brevity × (0.5 ROUGE + 0.3 coverage + 0.2 faith), 0 if the answer is spoiled;
 * then scaled so that a random extract is 0 on average and the reference 1, within 0…1.2.
 *
 * - ROUGE: mean F1 of ROUGE-1, -2 and -L, stemmed, against the reference extract.
 * - coverage: worth of the concepts in the answer ÷ that of the reference, at most 1.
 * - faith: share of supported sentences; in an extractive task, of sentences taken word for word.
 */
export function judge(answer: Answer, yardstick: Yardstick): Judgement {
  const spoiled = spoiledBy(answer.summary, yardstick.task)
  if (spoiled !== undefined) return { ...NOTHING, spoiled }
  const parts = partsOf(answer.summary, yardstick)
  const span = yardstick.best - yardstick.floor
  const scaled = span > 1e-9 ? (parts.raw - yardstick.floor) / span : parts.raw / yardstick.best
  return { score: Math.max(0, Math.min(CEILING, scaled || 0)), ...parts }
}

function partsOf(
  summary: string,
  yardstick: Omit<Yardstick, 'floor' | 'best'>,
): Omit<Judgement, 'score' | 'spoiled'> {
  const rouge = meanRouge(yardstick.reference, stems(summary))
  const worth = worthOf(yardstick.importance, conceptsIn(summary))
  const coverage = Math.min(1, worth / Math.max(yardstick.referenceWorth, 1e-9))
  const exact = yardstick.task.kind === 'extractive'
  const faith = (exact ? verbatimShare : faithOf)(summary, yardstick.evidence)
  const brevity = brevityOf(countWords(summary), yardstick.passageWords)
  const joined = PARTS.rouge * rouge + PARTS.coverage * coverage + PARTS.faith * faith
  return { raw: brevity * joined, rouge, coverage, faith, brevity }
}

function conceptsIn(summary: string): Set<string> {
  const all = new Set<string>()
  for (const sentence of splitSentences(summary)) {
    for (const concept of conceptsOf(sentence)) all.add(concept)
  }
  return all
}

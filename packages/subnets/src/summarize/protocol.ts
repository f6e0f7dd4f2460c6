/** The subnet's message: a validator asks with a passage, a miner answers with a summary. */
import { type FieldInput, type SynapseOf, synapse, t } from '@taonet/sdk'
import type { Task, TaskKind } from './task.ts'

/**
 * Request: `doc_id`, `sentences` (the passage), `max_words`, `lang` (BCP 47), `task` (`extractive` or
 * `abstractive`); all of them are bound by the signature. Answer: `summary`, and for extracts `cited`,
 * the sentences it is made of by index.
 */
export const Summarize = synapse(
  'Summarize',
  {
    doc_id: t.str,
    sentences: t.list(t.str),
    max_words: t.int,
    lang: t.str,
    task: t.str,
    summary: t.default(t.str, ''),
    cited: t.default(t.list(t.int), []),
  },
  { required_hash_fields: ['doc_id', 'sentences', 'max_words', 'lang', 'task'] },
)
export type Summarize = SynapseOf<typeof Summarize>

/** Version of these rules; validators send it with their weights. */
export const VERSION_KEY = 1n

/** Limits that keep one request from becoming a burden; far above what `drawTask` makes. */
export const LIMITS = { sentences: 400, characters: 200_000, maxWords: 5000 } as const

/** The request of a task; the trap's place stays with the validator. */
export function requestOf(task: Task): FieldInput<(typeof Summarize)['fields']> {
  return {
    doc_id: task.docId,
    sentences: [...task.sentences],
    max_words: task.maxWords,
    lang: task.lang,
    task: task.kind,
  }
}

/** Why a miner should not work on a request, or undefined if it may. */
export function refusalOf(message: Summarize): string | undefined {
  const { sentences, max_words, task } = message
  if (task !== 'extractive' && task !== 'abstractive')
    return 'task must be extractive or abstractive'
  if (sentences.length < 1 || sentences.length > LIMITS.sentences) {
    return `expected 1 to ${LIMITS.sentences} sentences, got ${sentences.length}`
  }
  if (max_words < 1 || max_words > LIMITS.maxWords) {
    return `max_words must be from 1 to ${LIMITS.maxWords}, got ${max_words}`
  }
  const characters = sentences.reduce((sum, sentence) => sum + sentence.length, 0)
  if (characters > LIMITS.characters) return `the passage exceeds ${LIMITS.characters} characters`
  return undefined
}

/** The task of an accepted request, as a summariser sees it. */
export function taskOf(message: Summarize): Omit<Task, 'trap'> {
  return {
    docId: message.doc_id,
    sentences: message.sentences,
    maxWords: message.max_words,
    lang: message.lang,
    kind: message.task as TaskKind,
  }
}

/** What a document is about, read off the document itself: weighted concepts. */
import { contentStems } from '../text/words.ts'

/** Fewer recurring concepts than this, and single mentions count as well. */
const ENOUGH = 8

/** How many documents of a collection hold a concept. */
export type Background = {
  readonly documents: number
  readonly holders: ReadonlyMap<string, number>
}

/** Concepts of a document, with their worth and with the sentences that hold them. */
export type Importance = {
  readonly worth: ReadonlyMap<string, number>
  readonly bySentence: readonly ReadonlySet<string>[]
}

/** Content stems and pairs of neighbouring content stems of one sentence. */
export function conceptsOf(sentence: string): Set<string> {
  const stems = contentStems(sentence)
  const concepts = new Set(stems)
  for (let i = 1; i < stems.length; i++) concepts.add(`${stems[i - 1]} ${stems[i]}`)
  return concepts
}

/** Counts over a collection, each document a list of sentences. */
export function backgroundOf(documents: Iterable<readonly string[]>): Background {
  const holders = new Map<string, number>()
  let count = 0
  for (const sentences of documents) {
    count++
    const all = new Set<string>()
    for (const sentence of sentences) for (const concept of conceptsOf(sentence)) all.add(concept)
    for (const concept of all) holders.set(concept, (holders.get(concept) ?? 0) + 1)
  }
  return { documents: count, holders }
}

/**
 * Worth of every concept that recurs: ln(1 + sentences that hold it) × its rarity in the
 * collection, ln(1 + documents ÷ documents that hold it).
 *
 * source after Gillick and Favre, "A scalable global model for summarization", 2009: concepts are
 *        worth as much as the document repeats them; the rarity keeps common words from winning
 */
export function importanceOf(sentences: readonly string[], background: Background): Importance {
  const bySentence = sentences.map(conceptsOf)
  const held = new Map<string, number>()
  for (const concepts of bySentence) {
    for (const concept of concepts) held.set(concept, (held.get(concept) ?? 0) + 1)
  }
  const recurring = [...held].filter(([, count]) => count > 1)
  const worth = new Map<string, number>()
  for (const [concept, count] of recurring.length >= ENOUGH ? recurring : held) {
    const documents = Math.max(background.documents, 1)
    const rarity = Math.log(1 + documents / (background.holders.get(concept) ?? 1))
    worth.set(concept, Math.log(1 + count) * rarity)
  }
  return { worth, bySentence }
}

/** Total worth of the concepts in a set of them; each counts once. */
export function worthOf(importance: Importance, concepts: Iterable<string>): number {
  let sum = 0
  for (const concept of new Set(concepts)) sum += importance.worth.get(concept) ?? 0
  return sum
}

/** LexRank: sentences whose rare words recur in many others come first. */
import { contentStems } from '../text/words.ts'
import { centrality, similarityGraph } from './centrality.ts'
import { byScore, type Extract, takeInOrder } from './pick.ts'

const THRESHOLD = 0.1

type Vector = { readonly weights: ReadonlyMap<string, number>; readonly length: number }

/**
 * Extract by LexRank: edges between sentences of a cosine above 0.1, all of equal weight.
 *
 * source Erkan and Radev, "LexRank: graph-based lexical centrality", 2004, section 3.2
 */
export function lexRank(sentences: readonly string[], maxWords: number): Extract {
  return takeInOrder(sentences, byScore(lexRankScores(sentences)), maxWords)
}

/** Centrality in the graph of similar sentences, similar meaning a tf-idf cosine above 0.1. */
export function lexRankScores(sentences: readonly string[]): number[] {
  const vectors = vectorsOf(sentences.map(contentStems))
  return centrality(
    similarityGraph(vectors.length, (i, j) =>
      cosine(vectors[i]!, vectors[j]!) > THRESHOLD ? 1 : 0,
    ),
  )
}

function vectorsOf(bags: readonly (readonly string[])[]): Vector[] {
  const seenIn = new Map<string, number>()
  for (const bag of bags) {
    for (const word of new Set(bag)) seenIn.set(word, (seenIn.get(word) ?? 0) + 1)
  }
  return bags.map((bag) => {
    const weights = new Map<string, number>()
    for (const word of bag) {
      const rarity = Math.log(bags.length / seenIn.get(word)!)
      weights.set(word, (weights.get(word) ?? 0) + rarity)
    }
    let square = 0
    for (const weight of weights.values()) square += weight * weight
    return { weights, length: Math.sqrt(square) }
  })
}

function cosine(a: Vector, b: Vector): number {
  if (a.length === 0 || b.length === 0) return 0
  let dot = 0
  for (const [word, weight] of a.weights) dot += weight * (b.weights.get(word) ?? 0)
  return dot / (a.length * b.length)
}

/** TextRank: sentences that share words with many others come first. */
import { contentStems } from '../text/words.ts'
import { centrality, similarityGraph } from './centrality.ts'
import { byScore, type Extract, takeInOrder } from './pick.ts'

/**
 * Extract by TextRank.
 *
 * source Mihalcea and Tarau, "TextRank: bringing order into texts", 2004, section 4
 */
export function textRank(sentences: readonly string[], maxWords: number): Extract {
  return takeInOrder(sentences, byScore(textRankScores(sentences)), maxWords)
}

/** Centrality where sentences are as similar as shared words ÷ (log|a| + log|b|). */
export function textRankScores(sentences: readonly string[]): number[] {
  const bags = sentences.map((sentence) => new Set(contentStems(sentence)))
  return centrality(similarityGraph(bags.length, (i, j) => overlap(bags[i]!, bags[j]!)))
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const scale = Math.log(a.size) + Math.log(b.size)
  if (!(scale > 0)) return 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared / scale
}

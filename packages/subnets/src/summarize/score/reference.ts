/** The extract a validator compares with: as much of the document's worth as the limit allows. */
import { type Extract, extractOf } from '../rank/pick.ts'
import { countWords } from '../text/words.ts'
import type { Importance } from './importance.ts'

/**
 * Greedy cover: again and again the sentence that adds most worth per word, while it fits.
 * The single sentence of most worth is taken instead if it alone is worth more.
 *
 * source Khuller, Moss and Naor, "The budgeted maximum coverage problem", 1999: within a constant
 *        factor of the best possible cover
 * cost   O(sentences² × concepts)
 */
export function referenceExtract(
  sentences: readonly string[],
  importance: Importance,
  maxWords: number,
): Extract {
  const sizes = sentences.map(countWords)
  const greedy = greedyCover(importance, sizes, maxWords)
  const single = bestSingle(importance, sizes, maxWords)
  const better = single !== undefined && single.worth > greedy.worth
  return extractOf(sentences, better ? [single.index] : greedy.taken)
}

function greedyCover(
  importance: Importance,
  sizes: readonly number[],
  maxWords: number,
): { taken: number[]; worth: number } {
  const taken: number[] = []
  const covered = new Set<string>()
  let left = maxWords
  let worth = 0
  for (;;) {
    let best = -1
    let bestGain = 0
    for (let i = 0; i < sizes.length; i++) {
      if (sizes[i] === 0 || sizes[i]! > left || taken.includes(i)) continue
      const gain = gainOf(importance, i, covered)
      if (best < 0 ? gain > 0 : gain / sizes[i]! > bestGain / sizes[best]!) {
        best = i
        bestGain = gain
      }
    }
    if (best < 0) return { taken, worth }
    taken.push(best)
    left -= sizes[best]!
    worth += bestGain
    for (const concept of importance.bySentence[best]!) covered.add(concept)
  }
}

function bestSingle(
  importance: Importance,
  sizes: readonly number[],
  maxWords: number,
): { index: number; worth: number } | undefined {
  let best: { index: number; worth: number } | undefined
  for (let index = 0; index < sizes.length; index++) {
    if (sizes[index]! > maxWords) continue
    const worth = gainOf(importance, index, new Set())
    if (worth > (best?.worth ?? 0)) best = { index, worth }
  }
  return best
}

function gainOf(importance: Importance, index: number, covered: ReadonlySet<string>): number {
  let gain = 0
  for (const concept of importance.bySentence[index]!) {
    if (!covered.has(concept)) gain += importance.worth.get(concept) ?? 0
  }
  return gain
}

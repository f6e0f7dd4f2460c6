/** ROUGE: overlap of a summary with a reference, as precision, recall and their harmonic mean. */

/** Shares of 1. */
export type Rouge = { readonly precision: number; readonly recall: number; readonly f1: number }

/**
 * ROUGE-N over word lists: shared n-grams, each counted at most as often as in either text.
 *
 * source Lin, "ROUGE: a package for automatic evaluation of summaries", 2004, section 2
 */
export function rougeN(reference: readonly string[], summary: readonly string[], n: number): Rouge {
  const wanted = countGrams(reference, n)
  const given = countGrams(summary, n)
  let shared = 0
  for (const [gram, count] of given) shared += Math.min(count, wanted.get(gram) ?? 0)
  return toRouge(shared, gramTotal(summary, n), gramTotal(reference, n))
}

/**
 * ROUGE-L over word lists: length of the longest common subsequence, the texts taken as one line.
 *
 * source Lin 2004, section 3.1
 * cost   O(words × words)
 */
export function rougeL(reference: readonly string[], summary: readonly string[]): Rouge {
  return toRouge(longestCommon(reference, summary), summary.length, reference.length)
}

/** Mean F1 of ROUGE-1, ROUGE-2 and ROUGE-L. */
export function meanRouge(reference: readonly string[], summary: readonly string[]): number {
  const one = rougeN(reference, summary, 1).f1
  const two = rougeN(reference, summary, 2).f1
  return (one + two + rougeL(reference, summary).f1) / 3
}

/** N-grams with their counts; words are joined by a space. */
export function countGrams(tokens: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i + n <= tokens.length; i++) {
    const gram = n === 1 ? tokens[i]! : tokens.slice(i, i + n).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

function gramTotal(tokens: readonly string[], n: number): number {
  return Math.max(tokens.length - n + 1, 0)
}

function toRouge(shared: number, given: number, wanted: number): Rouge {
  const precision = shared / Math.max(given, 1)
  const recall = shared / Math.max(wanted, 1)
  const sum = precision + recall
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum }
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let above = new Uint32Array(b.length + 1)
  let row = new Uint32Array(b.length + 1)
  for (const token of a) {
    for (let j = 1; j <= b.length; j++) {
      row[j] = token === b[j - 1] ? above[j - 1]! + 1 : Math.max(above[j]!, row[j - 1]!)
    }
    const spare = above
    above = row
    row = spare
  }
  return above[b.length]!
}

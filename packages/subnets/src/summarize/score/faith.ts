/** Whether a summary says only what the passage says. */
import { splitSentences } from '../text/sentences.ts'
import { contentStems, numbersOf, words } from '../text/words.ts'

/** Share of a sentence's content words that must occur in the passage. */
const KNOWN_SHARE = 0.8

/** What a passage holds, as looked up by `faithOf`. */
export type Evidence = {
  readonly stems: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  /** The sentences as bare words, the longest first. */
  readonly lines: readonly string[]
}

/** Collects content words, numbers and whole sentences of a passage. */
export function evidenceOf(sentences: readonly string[]): Evidence {
  const text = sentences.join(' ')
  return {
    stems: new Set(contentStems(text)),
    numbers: new Set(numbersOf(text)),
    lines: [...new Set(sentences.map(lineOf))].sort((a, b) => b.length - a.length),
  }
}

/**
 * Share of the summary's sentences that the passage supports: at least 0.8 of the content words and
 * every number occur there. A sentence without content words counts as unsupported.
 */
export function faithOf(summary: string, evidence: Evidence): number {
  const sentences = splitSentences(summary)
  const supported = sentences.filter((sentence) => {
    const stems = contentStems(sentence)
    const known = stems.filter((stem) => evidence.stems.has(stem)).length
    const numbers = numbersOf(sentence).every((number) => evidence.numbers.has(number))
    return stems.length > 0 && numbers && known >= KNOWN_SHARE * stems.length
  })
  return sentences.length === 0 ? 0 : supported.length / sentences.length
}

/** Share of the summary's words that belong to sentences taken whole from the passage. */
export function verbatimShare(summary: string, evidence: Evidence): number {
  const total = words(summary).length
  let rest = ` ${lineOf(summary)} `
  for (const line of evidence.lines) {
    if (line !== '' && rest.includes(` ${line} `)) rest = rest.replaceAll(` ${line} `, ' | ')
  }
  const left = rest.split(' ').filter((word) => word !== '' && word !== '|').length
  return total === 0 ? 0 : 1 - left / total
}

function lineOf(sentence: string): string {
  return words(sentence).join(' ')
}

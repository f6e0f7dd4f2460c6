/** Cuts running text into sentences. */

/** Abbreviations after which a full stop does not end a sentence, lower case, without the stop. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof sr jr st mt rev gen col capt lt sgt gov sen rep hon ' +
    'vs cf ca approx fig figs no nos vol vols ed eds pp al dept est inc ltd co corp ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
)

/** A run of end marks, then closing quotes or brackets. Nothing follows, so that it never retries. */
const END = /[.!?…。！？]+["'”’»)\]」』）]*/gu
/** After these no space is needed. */
const IDEOGRAPHIC = /^[。！？]/u
/** So many characters before a full stop tell an abbreviation. */
const LOOK_BACK = 24
const STARTS_LOWER = /^["'“‘«([]*\p{Ll}/u
const INITIALS = /(?:^|[\s.([])\p{Lu}$/u
const DOTTED = /(?:^|\s)(?:\p{L}\.)+\p{L}$/u

/**
 * Sentences of a text, in order, each with single spaces and no surrounding space.
 *
 * A blank line always ends a sentence. A full stop does not when the next word starts in lower
 * case or when it closes an abbreviation, an initial or a dotted form such as `e.g.`.
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = []
  for (const paragraph of text.split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/)) {
    const flat = paragraph.replace(/\s+/g, ' ').trim()
    if (flat !== '') splitParagraph(flat, sentences)
  }
  return sentences
}

function splitParagraph(flat: string, into: string[]): void {
  let start = 0
  for (const match of flat.matchAll(END)) {
    const end = match.index + match[0].length
    const before = flat.slice(Math.max(start, match.index - LOOK_BACK), match.index)
    if (!isBoundary(before, match[0], flat.slice(end, end + LOOK_BACK))) continue
    into.push(flat.slice(start, end).trim())
    start = end
  }
  const last = flat.slice(start).trim()
  if (last !== '') into.push(last)
}

/** `after` begins right behind the mark and is empty at the end of the paragraph. */
function isBoundary(before: string, mark: string, after: string): boolean {
  if (IDEOGRAPHIC.test(mark)) return after !== ''
  if (!after.startsWith(' ') || STARTS_LOWER.test(after.trimStart())) return false
  if (mark !== '.') return true
  if (INITIALS.test(before) || DOTTED.test(before)) return false
  const word = /[\p{L}]+$/u.exec(before)?.[0].toLowerCase()
  return word === undefined || !ABBREVIATIONS.has(word)
}

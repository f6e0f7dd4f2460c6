/** Words of a text: for comparing (lower case, optionally stemmed) and for counting. */
import { stem } from './porter.ts'
import { STOP_WORDS } from './stop-words.ts'

/** One sign of a script without spaces is a word; elsewhere a run of letters, marks and digits. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+/gu
const COUNTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+(?:['’.,-](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+)*/gu
const NUMBER = /\p{Nd}+(?:[.,]\p{Nd}+)*/gu

/**
 * Lower-case words of a text in order, marks and punctuation dropped.
 *
 * On ASCII text this is the tokeniser of the Python package `rouge-score` 0.1.2 without stemming.
 * differs: letters outside a–z are kept, so that other languages can be scored too.
 */
export function words(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(TOKEN) ?? []
}

/** Words as `rouge-score` compares them with `use_stemmer`: those over three letters are stemmed. */
export function stems(text: string): string[] {
  return words(text).map((word) => (word.length > 3 ? stem(word) : word))
}

/** Stems of the words that carry meaning: no stop words, nothing of a single letter. */
export function contentStems(text: string): string[] {
  return words(text).filter(isContent).map(stem)
}

function isContent(word: string): boolean {
  if (STOP_WORDS.has(word)) return false
  return word.length > 1 || /[\p{N}\p{Script=Han}]/u.test(word)
}

/** How many words a reader would count: `don't`, `well-known` and `3,000` are one each. */
export function countWords(text: string): number {
  return text.match(COUNTED)?.length ?? 0
}

/** Numbers of a text, grouping commas dropped, so that `3,000` and `3000` are the same. */
export function numbersOf(text: string): string[] {
  return (text.match(NUMBER) ?? []).map((lexeme) => lexeme.replace(/,(?=\p{Nd}{3})/gu, ''))
}

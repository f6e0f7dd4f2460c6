/**
 * Porter's stemming algorithm for English, with the extensions of NLTK.
 *
 * source M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980; the extensions are
 * those that the Python package `nltk` applies by default, which `rouge-score` uses.
 */

const IRREGULAR: Readonly<Record<string, string>> = {
  sky: 'sky',
  skies: 'sky',
  dying: 'die',
  lying: 'lie',
  tying: 'tie',
  news: 'news',
  innings: 'inning',
  inning: 'inning',
  outings: 'outing',
  outing: 'outing',
  cannings: 'canning',
  canning: 'canning',
  howe: 'howe',
  proceed: 'proceed',
  exceed: 'exceed',
  succeed: 'succeed',
}

/** Suffix, replacement; the first suffix that fits decides, whether or not its rule applies. */
type Rules = readonly (readonly [string, string])[]

const STEP2: Rules = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['fulli', 'ful'],
]

const STEP3: Rules = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
]

const STEP4 =
  'al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize'.split(' ')

/** Stem of one lower-case English word; words of one or two letters stay as they are. */
export function stem(word: string): string {
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word]!
  if (word.length <= 2) return word
  let out = step1a(word)
  out = step1b(out)
  out = step1c(out)
  out = step2(out)
  out = step3(out)
  out = step4(out)
  return step5(out)
}

function isConsonant(word: string, at: number): boolean {
  const letter = word[at]!
  if ('aeiou'.includes(letter)) return false
  if (letter === 'y') return at === 0 || !isConsonant(word, at - 1)
  return true
}

/** Porter's m: how often a vowel run is followed by a consonant run. */
function measure(base: string): number {
  let count = 0
  let wasVowel = false
  for (let i = 0; i < base.length; i++) {
    const consonant = isConsonant(base, i)
    if (consonant && wasVowel) count++
    wasVowel = !consonant
  }
  return count
}

function hasVowel(base: string): boolean {
  for (let i = 0; i < base.length; i++) if (!isConsonant(base, i)) return true
  return false
}

function endsDouble(word: string): boolean {
  const end = word.length - 1
  return end >= 1 && word[end] === word[end - 1] && isConsonant(word, end)
}

/** Porter's *o, and NLTK's addition for two letters: vowel then consonant. */
function endsShort(word: string): boolean {
  const end = word.length - 1
  if (end === 1) return !isConsonant(word, 0) && isConsonant(word, 1)
  return (
    end >= 2 &&
    isConsonant(word, end) &&
    !isConsonant(word, end - 1) &&
    isConsonant(word, end - 2) &&
    !'wxy'.includes(word[end]!)
  )
}

function step1a(word: string): string {
  if (word.endsWith('ies') && word.length === 4) return word.slice(0, -1)
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2)
  if (word.endsWith('ss') || !word.endsWith('s')) return word
  return word.slice(0, -1)
}

function step1b(word: string): string {
  if (word.endsWith('ied')) return word.slice(0, word.length === 4 ? -1 : -2)
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const cut = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0
  if (cut === 0) return word
  const base = word.slice(0, -cut)
  if (!hasVowel(base)) return word
  if (base.endsWith('at') || base.endsWith('bl') || base.endsWith('iz')) return `${base}e`
  if (endsDouble(base)) return 'lsz'.includes(base.at(-1)!) ? base : base.slice(0, -1)
  return measure(base) === 1 && endsShort(base) ? `${base}e` : base
}

/** NLTK: y becomes i after a consonant that is not the word's first letter. */
function step1c(word: string): string {
  if (!word.endsWith('y')) return word
  const base = word.slice(0, -1)
  return base.length > 1 && isConsonant(base, base.length - 1) ? `${base}i` : word
}

function step2(word: string): string {
  if (word.endsWith('alli') && measure(word.slice(0, -4)) > 0) return step2(word.slice(0, -2))
  if (word.endsWith('logi')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  return applyFirst(word, STEP2)
}

function step3(word: string): string {
  return applyFirst(word, STEP3)
}

function applyFirst(word: string, rules: Rules): string {
  for (const [suffix, replacement] of rules) {
    if (!word.endsWith(suffix)) continue
    const base = word.slice(0, word.length - suffix.length)
    return measure(base) > 0 ? base + replacement : word
  }
  return word
}

function step4(word: string): string {
  for (const suffix of STEP4) {
    if (!word.endsWith(suffix)) continue
    const base = word.slice(0, word.length - suffix.length)
    if (measure(base) <= 1) return word
    return suffix !== 'ion' || /[st]$/.test(base) ? base : word
  }
  return word
}

function step5(word: string): string {
  let out = word
  if (out.endsWith('e')) {
    const base = out.slice(0, -1)
    const m = measure(base)
    if (m > 1 || (m === 1 && !endsShort(base))) out = base
  }
  return out.endsWith('ll') && measure(out.slice(0, -1)) > 1 ? out.slice(0, -1) : out
}

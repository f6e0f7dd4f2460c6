/**
 * JSON that keeps what Python's keeps: integers of any size, the difference of `3` and `3.0`, and the
 * order of object keys (plain objects reorder keys that look like integers).
 */
import { SynapseError } from './errors.ts'
import { floatText } from './python-text.ts'
import { EnumMember, Float, type Json, type PythonValue, Tuple } from './values.ts'

/** Deeper documents are refused before they exhaust the stack. */
const MAX_DEPTH = 256
/** Python refuses longer integers too. */
const MAX_INTEGER_DIGITS = 4300
const SPACE = /[ \t\n\r]*/y
const NUMBER = /(-?(?:0|[1-9]\d*))(\.\d+)?([eE][+-]?\d+)?/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const NEEDS_DECODING = /[\\\u0000-\u001f]/

/**
 * Value of a JSON text.
 *
 * refuses INVALID_JSON: what Python's parser refuses, in its words; NaN and Infinity; depth over 256
 */
export function parseJson(text: string): Json {
  const parser = new Parser(text)
  return parser.document()
}

/**
 * JSON text of a value, without spaces.
 *
 * refuses INVALID_VALUE: a number that is not finite
 */
export function formatJson(value: PythonValue): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number') {
    if (Number.isInteger(value)) return BigInt(value).toString()
    return floatText(finite(value))
  }
  if (value instanceof Float) return floatText(finite(value.value))
  if (value instanceof EnumMember) return JSON.stringify(value.value)
  if (value instanceof Map) {
    const entries: string[] = []
    for (const [key, item] of value)
      entries.push(`${JSON.stringify(String(key))}:${formatJson(item)}`)
    return `{${entries.join(',')}}`
  }
  const items = value instanceof Tuple ? value.items : (value as readonly PythonValue[])
  return `[${items.map(formatJson).join(',')}]`
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value
  throw new SynapseError('INVALID_VALUE', `expected a finite number, got ${value}`)
}

class Parser {
  readonly #text: string
  #position = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  document(): Json {
    this.#skipSpace()
    const value = this.#value()
    this.#skipSpace()
    if (this.#position < this.#text.length) this.#fail('Extra data')
    return value
  }

  #value(): Json {
    const text = this.#text
    const at = this.#position
    switch (text[at]) {
      case '"':
        return this.#string()
      case '{':
        return this.#nested(() => this.#object())
      case '[':
        return this.#nested(() => this.#array())
      case 't':
        return this.#word('true', true)
      case 'f':
        return this.#word('false', false)
      case 'n':
        return this.#word('null', null)
      default:
        return this.#number()
    }
  }

  #nested<T>(read: () => T): T {
    if (++this.#depth > MAX_DEPTH) this.#fail('Nested too deeply')
    this.#position++
    this.#skipSpace()
    const value = read()
    this.#depth--
    return value
  }

  #object(): Map<string, Json> {
    const entries = new Map<string, Json>()
    if (this.#take('}')) return entries
    for (;;) {
      if (this.#text[this.#position] !== '"') {
        this.#fail('Expecting property name enclosed in double quotes')
      }
      const key = this.#string()
      this.#skipSpace()
      if (!this.#take(':')) this.#fail("Expecting ':' delimiter")
      this.#skipSpace()
      const value = this.#value()
      entries.set(key, value)
      this.#skipSpace()
      if (this.#take('}')) return entries
      if (!this.#take(',')) this.#fail("Expecting ',' delimiter")
      this.#skipSpace()
    }
  }

  #array(): Json[] {
    const items: Json[] = []
    if (this.#take(']')) return items
    for (;;) {
      items.push(this.#value())
      this.#skipSpace()
      if (this.#take(']')) return items
      if (!this.#take(',')) this.#fail("Expecting ',' delimiter")
      this.#skipSpace()
    }
  }

  #string(): string {
    const start = this.#position
    const end = this.#closingQuote(start + 1)
    this.#position = end + 1
    const raw = this.#text.slice(start + 1, end)
    if (!NEEDS_DECODING.test(raw)) return raw
    try {
      return JSON.parse(this.#text.slice(start, end + 1)) as string
    } catch {
      this.#position = start
      return this.#fail('Invalid escape or control character in string')
    }
  }

  #closingQuote(from: number): number {
    const text = this.#text
    let end = text.indexOf('"', from)
    while (end !== -1) {
      let slash = end
      while (slash > from && text[slash - 1] === '\\') slash--
      if ((end - slash) % 2 === 0) return end
      end = text.indexOf('"', end + 1)
    }
    return this.#fail('Unterminated string starting at')
  }

  #word<T extends Json>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#position)) this.#fail('Expecting value')
    this.#position += word.length
    return value
  }

  #number(): number | bigint | Float {
    NUMBER.lastIndex = this.#position
    const match = NUMBER.exec(this.#text)
    if (!match) return this.#fail('Expecting value')
    const [lexeme, integer = '', fraction, exponent] = match
    this.#position += lexeme.length
    if (fraction === undefined && exponent === undefined) return this.#integer(integer)
    const value = Number(lexeme)
    if (!Number.isFinite(value)) this.#fail('Number out of range')
    return Number.isInteger(value) ? new Float(value) : value
  }

  #integer(digits: string): number | bigint {
    if (digits.length > MAX_INTEGER_DIGITS) this.#fail('Integer too long')
    const value = Number(digits)
    // Minus zero is zero in Python's integers.
    return Number.isSafeInteger(value) ? value + 0 : BigInt(digits)
  }

  #take(character: string): boolean {
    if (this.#text[this.#position] !== character) return false
    this.#position++
    return true
  }

  #skipSpace(): void {
    SPACE.lastIndex = this.#position
    SPACE.exec(this.#text)
    this.#position = SPACE.lastIndex
  }

  #fail(reason: string): never {
    throw new SynapseError('INVALID_JSON', reason, { data: { position: this.#position } })
  }
}

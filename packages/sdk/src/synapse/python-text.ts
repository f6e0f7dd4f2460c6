/** Text of values as Python's `str()` prints them: what body hashes are taken of. */
import { EnumMember, Float, type PythonValue, Tuple } from './values.ts'

/** Non-printable characters, which `repr` escapes: all of the separators but the plain space. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]/u
const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** Python's `str(value)`: strings are themselves, everything else is its `repr`. */
export function strText(value: PythonValue): string {
  return typeof value === 'string' ? value : reprText(value)
}

/** Python's `repr(value)`, as containers print their items. */
export function reprText(value: PythonValue): string {
  if (value === null) return 'None'
  if (value === true) return 'True'
  if (value === false) return 'False'
  if (typeof value === 'string') return reprString(value)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number') {
    return Number.isInteger(value) ? BigInt(value).toString() : floatText(value)
  }
  if (value instanceof Float) return floatText(value.value)
  if (value instanceof EnumMember) return `${value.enumeration}.${value.member}`
  if (value instanceof Tuple) {
    const items = value.items.map(reprText)
    return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`
  }
  if (value instanceof Map) {
    const entries: string[] = []
    for (const [key, item] of value) entries.push(`${reprText(key)}: ${reprText(item)}`)
    return `{${entries.join(', ')}}`
  }
  return `[${(value as readonly PythonValue[]).map(reprText).join(', ')}]`
}

/** Python's text of a float: shortest that reads back, exponents outside 1e-4 … 1e16. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0'
  const [mantissa = '', power = ''] = value.toExponential().split('e')
  const exponent = Number(power)
  if (exponent < -4 || exponent >= 16) {
    const digits = String(Math.abs(exponent)).padStart(2, '0')
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${digits}`
  }
  return plainText(mantissa, exponent)
}

/** Digits of `mantissa` with the point moved `exponent` places to the right. */
function plainText(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : ''
  const digits = mantissa.replace('-', '').replace('.', '')
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`
}

function reprString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  let shown = ''
  for (const character of text) shown += escaped(character, quote)
  return quote + shown + quote
}

function escaped(character: string, quote: string): string {
  const named = NAMED_ESCAPES[character]
  if (named !== undefined) return named
  if (character === quote) return `\\${quote}`
  if (character === ' ' || !UNPRINTABLE.test(character)) return character
  const code = character.codePointAt(0) ?? 0
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`
  return `\\U${code.toString(16).padStart(8, '0')}`
}

// JSON numbers beyond 2^53: ids are echoed as they came, amounts are written in full.

/** A piece of JSON text that `JSON.stringify` copies as it is. */
export interface RawJson {
  readonly rawJSON: string
}

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown

/** `JSON` as engines have it since 2024; the compiler's library does not know these two yet. */
const json = JSON as unknown as {
  rawJSON(text: string): RawJson
  parse(text: string, reviver?: Reviver): unknown
}

/** A whole number as JSON, whatever its size. */
export function jsonInteger(value: bigint): number | RawJson {
  const isSafe = value <= 9007199254740991n && value >= -9007199254740991n
  return isSafe ? Number(value) : json.rawJSON(value.toString())
}

const LONG_NUMBER = /[[,:]\s*-?\d{16}/
const INTEGER = /^-?\d+$/

/** Parses, but keeps whole numbers that no double holds as they were written; throws SyntaxError. */
export function parseJson(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return json.parse(text)
  return json.parse(text, (_key, value, { source }) => {
    if (typeof value !== 'number' || Number.isSafeInteger(value) || source === undefined)
      return value
    return INTEGER.test(source) ? json.rawJSON(source) : value
  })
}

/** True for what `jsonInteger` or `parseJson` made of a large number. */
export function isRawJson(value: unknown): value is RawJson {
  return (JSON as unknown as { isRawJSON(value: unknown): boolean }).isRawJSON(value)
}

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

/** Parses; throws SyntaxError. */
export function parseJson(text: string): unknown {
  return json.parse(text)
}

/** Parses, but keeps every number under the key `id` as it was written when a double cannot. */
export function parseJsonKeepingIds(text: string): unknown {
  return json.parse(text, (key, value, context) => {
    if (key !== 'id' || typeof value !== 'number' || Number.isSafeInteger(value)) return value
    return context.source === undefined ? value : json.rawJSON(context.source)
  })
}

/** True for what `jsonInteger` or `parseJsonKeepingIds` made of a number. */
export function isRawJson(value: unknown): value is RawJson {
  return (JSON as unknown as { isRawJSON(value: unknown): boolean }).isRawJSON(value)
}

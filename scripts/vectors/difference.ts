/** Says how two values differ, place by place. */
import { AssertionError } from 'node:assert/strict'

const SHOWN = 12
const LONG = 200

/** A value on one line, whole. */
function plainText(value: unknown): string {
  const plain = (_: string, part: unknown): unknown => {
    if (typeof part === 'bigint') return `${part}n`
    if (part instanceof Map) return Object.fromEntries(part)
    if (part instanceof Uint8Array) return `0x${Buffer.from(part).toString('hex')}`
    return part
  }
  return JSON.stringify(value, plain) ?? String(value)
}

/** Long texts are cut, from shortly before the place where they differ. */
function cut(text: string, from: number): string {
  if (text.length <= LONG) return text
  const start = Math.max(0, from - LONG / 4)
  const end = start + LONG
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''} (at ${from} of ${text.length})`
}

/** Two values on a line each, so that the difference shows. */
function pair(wanted: unknown, got: unknown): [string, string] {
  const [a, b] = [plainText(wanted), plainText(got)]
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  return [cut(a, from), cut(b, from)]
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  !(value instanceof Uint8Array) &&
  !(value instanceof Map)

function* differing(
  wanted: unknown,
  got: unknown,
  path: string,
): Generator<readonly [path: string, wanted: unknown, got: unknown]> {
  if (isTree(wanted) && isTree(got))
    for (const key of new Set([...Object.keys(wanted), ...Object.keys(got)]))
      yield* differing(wanted[key], got[key], `${path}.${key}`)
  else if (plainText(wanted) !== plainText(got)) yield [path, wanted, got]
}

const firstLine = ({ message }: Error): string => message.split('\n')[0] ?? ''

/** Lines that tell why a check failed. */
export function explain(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)]
  if (!(error instanceof AssertionError) || !('expected' in error) || error.operator === 'fail')
    return [firstLine(error), ...frames(error)]
  // The message says more than the values where a claim was checked.
  if (error.expected === true || error.operator === '==')
    return [error.message.split('\n').slice(0, SHOWN).join('\n    ')]
  const places = [...differing(error.expected, error.actual, '')]
  const lines = places.slice(0, SHOWN).flatMap(([path, wanted, got]) => {
    const at = path === '' ? '' : `${path.slice(1)}: `
    const [ours, theirs] = pair(got, wanted)
    return [`${at}wanted ${theirs}`, `${' '.repeat(at.length)}got    ${ours}`]
  })
  if (places.length > SHOWN) lines.push(`… ${places.length} places`)
  return error.generatedMessage ? lines : [firstLine(error), ...lines]
}

/** Where in our code an unexpected error was thrown. */
const frames = ({ stack, name }: Error): string[] =>
  name === 'AssertionError'
    ? []
    : (stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [])
        .slice(0, 3)
        .map((line) => line.trim())

/** Log lines: time, level, what happened, then `key=value` pairs. */
import { printable } from './printable.ts'

export type Level = 'debug' | 'info' | 'warn' | 'error'
export type Fields = Readonly<Record<string, string | number | bigint | boolean | undefined>>

export type Log = {
  debug(message: string, fields?: Fields): void
  info(message: string, fields?: Fields): void
  warn(message: string, fields?: Fields): void
  error(message: string, fields?: Fields): void
}

const RANK: Readonly<Record<Level, number>> = { debug: 0, info: 1, warn: 2, error: 3 }

/**
 * A log that passes finished lines to `write`, those below `level` left out. Values are made
 * printable, since many come from strangers.
 */
export function createLog(
  write: (line: string) => void,
  level: Level = 'info',
  now: () => Date = () => new Date(),
): Log {
  const at =
    (of: Level) =>
    (message: string, fields: Fields = {}) => {
      if (RANK[of] < RANK[level]) return
      write(`${now().toISOString()} ${of.toUpperCase().padEnd(5)} ${formatLine(message, fields)}`)
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

function formatLine(message: string, fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([key, value]) => {
    if (value === undefined) return []
    const text = printable(value)
    return [`${key}=${/[\s"=]/.test(text) || text === '' ? JSON.stringify(text) : text}`]
  })
  return [printable(message, 400), ...pairs].join(' ')
}

/** Short text of anything thrown, with its causes. */
export function reasonOf(thrown: unknown): string {
  const parts: string[] = []
  for (let at: unknown = thrown; at !== undefined && parts.length < 4; ) {
    parts.push(at instanceof Error ? at.message : String(at))
    at = at instanceof Error ? at.cause : undefined
  }
  return printable(parts.filter((part) => part !== '').join(': '), 300)
}

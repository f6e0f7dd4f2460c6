/** Settings of a process from command line and environment, declared once. */
import { SubnetError } from './errors.ts'

/** `text` takes any value, `whole` an integer, `number` a finite number, `switch` no value. */
type Kind = 'text' | 'whole' | 'number' | 'switch'
type ValueOf = { text: string; whole: number; number: number; switch: boolean }

export type Flag<K extends Kind = Kind> = {
  readonly kind: K
  /** One line for `--help`. */
  readonly help: string
  /** Other spellings, without dashes: those that users of bittensor type. */
  readonly aliases?: readonly string[]
  /** Environment variable that stands in for an absent flag. */
  readonly env?: string
  readonly default?: ValueOf[K]
  readonly min?: number
  readonly max?: number
  /** The only values allowed. */
  readonly oneOf?: readonly string[]
}

export type Flags = Readonly<Record<string, Flag>>

type Required = { readonly default: unknown } | { readonly kind: 'switch' }

/** Values of declared flags; those without default may be undefined. */
export type Settings<F extends Flags> = {
  readonly [K in keyof F]: F[K] extends Required
    ? ValueOf[F[K]['kind']]
    : ValueOf[F[K]['kind']] | undefined
}

/**
 * Reads `--name value`, `--name=value` and `--name` for switches (`--no-name` turns one off). The
 * command line wins over the environment, the environment over the default.
 *
 * refuses (SubnetError BAD_FLAG) unknown names, missing or unfit values, values without a flag
 */
export function readFlags<const F extends Flags>(
  flags: F,
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Settings<F> {
  const given = new Map<string, string>()
  for (let i = 0; i < argv.length; i++) {
    const { name, value } = splitArgument(flags, argv[i]!)
    const flag = flags[name]!
    if (value !== undefined) given.set(name, value)
    else if (flag.kind === 'switch') given.set(name, argv[i]!.startsWith('--no-') ? 'no' : 'yes')
    else if (argv[i + 1] === undefined) throw bad(`--${name} needs a value`)
    else given.set(name, argv[++i]!)
  }
  const settings: Record<string, unknown> = {}
  for (const [name, flag] of Object.entries(flags)) {
    const text = given.get(name) ?? (flag.env === undefined ? undefined : env[flag.env])
    settings[name] = text === undefined ? absentValue(flag) : parseValue(name, flag, text)
  }
  return settings as Settings<F>
}

/** Lines of help: one flag each. */
export function describeFlags(flags: Flags): string {
  return Object.entries(flags)
    .map(([name, flag]) => {
      const value = flag.kind === 'switch' ? '' : ` <${flag.oneOf?.join('|') ?? flag.kind}>`
      const notes = [
        flag.default === undefined ? '' : `default ${flag.default}`,
        flag.env === undefined ? '' : `env ${flag.env}`,
      ].filter((note) => note !== '')
      const tail = notes.length === 0 ? '' : ` (${notes.join('; ')})`
      return `  ${`--${name}${value}`.padEnd(34)} ${flag.help}${tail}`
    })
    .join('\n')
}

function splitArgument(flags: Flags, argument: string): { name: string; value?: string } {
  const match = /^--([^=]+)(?:=(.*))?$/s.exec(argument)
  if (match === null) throw bad(`expected a flag, got ${argument}`)
  const typed = match[1]!
  const name = findName(flags, typed) ?? findSwitch(flags, typed)
  if (name === undefined) throw bad(`unknown flag --${typed}; --help lists all`)
  return match[2] === undefined ? { name } : { name, value: match[2] }
}

function findName(flags: Flags, typed: string): string | undefined {
  if (Object.hasOwn(flags, typed)) return typed
  return Object.keys(flags).find((name) => flags[name]!.aliases?.includes(typed))
}

function findSwitch(flags: Flags, typed: string): string | undefined {
  const name = typed.startsWith('no-') ? findName(flags, typed.slice(3)) : undefined
  return name !== undefined && flags[name]!.kind === 'switch' ? name : undefined
}

function absentValue(flag: Flag): unknown {
  return flag.kind === 'switch' ? (flag.default ?? false) : flag.default
}

function parseValue(name: string, flag: Flag, text: string): unknown {
  if (flag.kind === 'switch') {
    if (/^(yes|true|1|on)$/i.test(text)) return true
    if (/^(no|false|0|off)$/i.test(text)) return false
    throw bad(`--${name}: expected yes or no, got ${text}`)
  }
  if (flag.kind === 'text') {
    if (flag.oneOf?.includes(text) === false) {
      throw bad(`--${name}: expected one of ${flag.oneOf.join(', ')}, got ${text}`)
    }
    return text
  }
  const value = text.trim() === '' ? Number.NaN : Number(text)
  const { min = -Infinity, max = Infinity } = flag
  const fits = flag.kind === 'whole' ? Number.isSafeInteger(value) : Number.isFinite(value)
  if (fits && value >= min && value <= max) return value
  const range = Number.isFinite(min) || Number.isFinite(max) ? ` from ${min} to ${max}` : ''
  throw bad(`--${name}: expected a ${flag.kind} number${range}, got ${text}`)
}

function bad(message: string): SubnetError {
  return new SubnetError('BAD_FLAG', message)
}

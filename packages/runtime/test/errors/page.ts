/** docs/errors.md from the tables of the tests. */
import { PALLETS } from '../../src/runtime.ts'
import { OPEN } from './open.ts'
import { UNREACHABLE } from './unreachable.ts'

type Kind = 'raised' | 'unreachable' | 'open'

const kindOf = (error: string): Kind =>
  error in UNREACHABLE ? 'unreachable' : OPEN.has(error) ? 'open' : 'raised'

/** Every error as `Pallet.Error`, by pallet and in order of their numbers. */
const byPallet = PALLETS.map(
  ([, { name, errors }]) =>
    [
      name,
      Object.entries(errors ?? {})
        .sort(([, a], [, b]) => a.index - b.index)
        .map(([error]) => `${name}.${error}`),
    ] as const,
).filter(([, errors]) => errors.length > 0)

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

function counts(): string {
  const count = (errors: readonly string[], kind: Kind) =>
    errors.filter((error) => kindOf(error) === kind).length
  const row = (name: string, errors: readonly string[]) => [
    name,
    errors.length,
    count(errors, 'raised'),
    count(errors, 'unreachable'),
    count(errors, 'open'),
  ]
  const rows = byPallet.map(([name, errors]) => row(name, errors))
  const all = byPallet.flatMap(([, errors]) => errors)
  return table(['pallet', 'errors', 'raised', 'unreachable', 'open'], [...rows, row('all', all)])
}

const listed = (kind: Kind) =>
  byPallet.flatMap(([, errors]) => errors.filter((error) => kindOf(error) === kind))

function open(): string {
  const lists = byPallet.flatMap(([name, errors]) => {
    const names = errors
      .filter((error) => kindOf(error) === 'open')
      .map((error) => `\`${error.slice(name.length + 1)}\``)
    return names.length > 0 ? [`- ${name}: ${names.join(', ')}`] : []
  })
  return lists.length > 0 ? lists.join('\n') : 'None.'
}

/** The page; the test of the errors fails when the one that is stored says anything else. */
export const errorsPage = (): string => `# Errors

Each error of each pallet has its number and text in the pallet's \`errors.ts\`. \`packages/runtime/test/errors\` knows how
each comes about; its test fails when an error is in none, or in two, of these places:

- raised: a test expects exactly this refusal (\`refused\`), or a recorded chain of the production runtime has it in a
  block that comes out byte for byte;
- unreachable (\`unreachable.ts\`): nothing in the production runtime raises it, for the reason below;
- open (\`open.ts\`): reachable as far as is known, and raised by no test yet.

The same test fails when this page is not what \`node --conditions=source scripts/errors-page.ts\` writes.

${counts()}

## Unreachable

${table(
  ['error', 'why'],
  listed('unreachable').map((error) => [`\`${error}\``, UNREACHABLE[error] ?? '']),
)}

## Open

${open()}
`

// The architecture, checked: imports obey docs/architecture.md, and the runtime's rules hold.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'

const ROOT = join(import.meta.dirname, '..')
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const architecture = text('docs/architecture.md')
const sources = globSync('packages/*/src/**/*.ts', { cwd: ROOT }).filter(
  (path) => !path.endsWith('.d.ts'),
)
const production = sources.filter((path) => !/\.test\.ts$|\/testing\//.test(path))
const packageOf = (path: string) => path.split('/')[1] as string

/** Module specifiers of a file's imports and re-exports. */
function imports(path: string): { from: string; typeOnly: boolean }[] {
  const found = text(path).matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm,
  )
  return [...found].map(([, type, from]) => ({
    from: from as string,
    typeOnly: type !== undefined,
  }))
}

const table = new Map(
  [...architecture.matchAll(/^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$/gm)].map(([, name, list]) => [
    name as string,
    (list as string).trim() === '–' ? [] : (list as string).split(',').map((item) => item.trim()),
  ]),
)

test('every package is in the table', () => {
  const packages = new Set(sources.map(packageOf))
  for (const name of packages) assert.ok(table.has(name), `${name} is not in docs/architecture.md`)
})

test('packages import only what their row names', () => {
  for (const path of production)
    for (const { from, typeOnly } of imports(path)) {
      const target = /^@taonet\/(\w+)/.exec(from)?.[1]
      if (!target || typeOnly) continue
      const own = packageOf(path)
      assert.ok(table.get(own)?.includes(target), `${path} imports ${target}`)
    }
})

test('no relative import leaves its package', () => {
  for (const path of production)
    for (const { from } of imports(path)) {
      if (!from.startsWith('.')) continue
      const target = normalize(join(dirname(path), from))
      assert.ok(target.startsWith(`packages/${packageOf(path)}/`), `${path} imports ${from}`)
    }
})

test('frame and runtime are deterministic and portable', () => {
  const forbidden =
    /from 'node:|\bnew Date\b|\bDate\.now\b|\bMath\.(?:random|sin|cos|exp|log|pow|sqrt)\b|\bperformance\.|\btoLocale|\bIntl\b|\bprocess\.(?!emitWarning)/
  for (const path of production) {
    if (!['frame', 'runtime'].includes(packageOf(path))) continue
    const code = text(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    const hit = forbidden.exec(code)
    assert.equal(hit, null, `${path} uses ${hit?.[0]}`)
  }
})

test('files have no import cycles', () => {
  const graph = new Map(
    production.map((path) => [
      path,
      imports(path).flatMap(({ from, typeOnly }) =>
        from.startsWith('.') && !typeOnly ? [normalize(join(dirname(path), from))] : [],
      ),
    ]),
  )
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path)
    assert.equal(at, -1, `cycle: ${[...trail.slice(at), path].join(' → ')}`)
    if (done.has(path)) return
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
})

test('each outside dependency has the doors that the architecture names', () => {
  const doors = new Map<string, string[]>()
  for (const [, names, places] of architecture.matchAll(
    /^\| ([@\w][^|]*) \| [^|]+ \| ([^|]+) \|$/gm,
  ))
    for (const name of (names as string).split(','))
      doors.set(
        name.trim(),
        (places as string).split(',').map((door) => door.trim()),
      )
  for (const path of production)
    for (const { from, typeOnly } of imports(path)) {
      if (typeOnly || /^(\.|node:|@taonet\/)/.test(from)) continue
      const name = from
        .split('/')
        .slice(0, from.startsWith('@') ? 2 : 1)
        .join('/')
      const places = doors.get(name)
      assert.ok(places, `${path} imports ${name}, which docs/architecture.md does not list`)
      const inside = path.replace(/^packages\/(\w+)\/src/, '$1')
      assert.ok(
        places.some((door) => inside.startsWith(door)),
        `${path} imports ${name}, whose door is ${places}`,
      )
    }
})

test('paths that the documents name exist', () => {
  for (const document of ['docs/architecture.md', 'README.md'].filter((path) =>
    existsSync(join(ROOT, path)),
  ))
    for (const [, path] of text(document).matchAll(
      /`((?:packages|test|bench|scripts|vectors|docs|examples)\/[\w./-]+)`/g,
    ))
      assert.ok(existsSync(join(ROOT, path as string)), `${document} names ${path}`)
})

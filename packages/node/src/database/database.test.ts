import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { blake2_256, type Change, createProof, readProof, toHex, utf8 } from '@taonet/frame'
import fc from 'fast-check'
import { type Hash, isChainError } from '../chain.ts'
import { Database, type DatabaseOptions } from './database.ts'
import { isDatabaseError } from './errors.ts'
import { MemoryStore } from './memory-store.ts'
import { openDatabase } from './open.ts'
import { openMemoryDatabase } from './open-memory.ts'
import {
  applied,
  compare,
  effective,
  fakeBlock,
  type ModelBlock,
  ordered,
} from './testing/chain-model.ts'

/** A kind of database: how to open one, and how to open it again. */
interface Kind {
  readonly name: string
  readonly runs: number
  readonly open: (options?: DatabaseOptions) => Database
  readonly reopen: (database: Database, options?: DatabaseOptions) => Promise<Database>
  readonly done: (database: Database) => Promise<void>
}

const scratch = mkdtempSync(join(tmpdir(), 'taonet-database-'))
after(() => rmSync(scratch, { recursive: true, force: true }))
let folders = 0
const folderOf = new Map<Database, string>()

/** The first block's hash is not known before it is made, so a folder's genesis is made up. */
function openFolder(path: string, options?: DatabaseOptions): Database {
  const genesis = genesisOf.get(path) ?? ('0x00' as Hash)
  const database = openDatabase(path, genesis, options)
  folderOf.set(database, path)
  return database
}
const genesisOf = new Map<string, Hash>()

const kinds: readonly Kind[] = [
  {
    name: 'memory',
    runs: 150,
    open: (options) => openMemoryDatabase(options),
    reopen: async (database) => database,
    done: (database) => database.close(),
  },
  {
    name: 'lmdb',
    runs: 20,
    open: (options) => openFolder(join(scratch, `${folders++}`), options),
    reopen: async (database, options) => {
      const path = folderOf.get(database)!
      genesisOf.set(path, database.hashOf(0)!)
      rmSync(join(path, 'chain.json'), { force: true }) // it has the made-up genesis
      await database.close()
      return openFolder(path, options)
    },
    done: async (database) => {
      await database.close()
      rmSync(folderOf.get(database)!, { recursive: true, force: true })
    },
  },
]

const long = 'L'.repeat(1024)
const key = fc
  .tuple(
    fc.constantFrom(
      '',
      'a',
      'aa',
      'a\xff',
      '\xff\xff',
      'k'.repeat(1023),
      long,
      `${long}x`.repeat(2),
    ),
    fc.constantFrom('', '\x00', '\x00\x00\x00\x01', 'b', '\xff'),
  )
  .map(([head, tail]) => head + tail)
const value = fc.oneof(
  fc.uint8Array({ maxLength: 3 }),
  fc.uint8Array({ minLength: 31, maxLength: 40 }),
)
const changes = fc
  .uniqueArray(fc.tuple(key, fc.option(value, { nil: undefined, freq: 3 })), {
    selector: ([k]) => k,
    maxLength: 12,
  })
  .map(ordered)
type Step =
  | { do: 'commit'; changes: Change[]; gap: number }
  | { do: 'edit'; changes: Change[] }
  | { do: 'revert'; back: number }
  | { do: 'reopen' }
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('commit' as const), changes, gap: fc.nat(2) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('edit' as const), changes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('revert' as const), back: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'reopen' as const }) },
)

/** Does a step to the model and to the database. */
async function doStep(
  kind: Kind,
  database: Database,
  blocks: ModelBlock[],
  step: Step,
  options?: DatabaseOptions,
): Promise<Database> {
  const head = blocks.at(-1)!
  if (step.do === 'commit') {
    const block = fakeBlock(database, head.number + 1 + step.gap, step.changes)
    database.commit(block)
    const touched = new Set(effective(head.rows, step.changes))
    blocks.push({ ...block, rows: applied(head.rows, step.changes), touched })
  } else if (step.do === 'edit') {
    const trie = database.trie.fork()
    trie.update(step.changes)
    const before = database.edit(step.changes, trie)
    assert.deepEqual(
      before,
      step.changes.map(([k]) => [k, head.rows.get(k)]),
    )
    const touched = new Set([...head.touched, ...effective(head.rows, step.changes)])
    blocks[blocks.length - 1] = { ...head, rows: applied(head.rows, step.changes), touched }
  } else if (step.do === 'revert') {
    const target = blocks[Math.max(0, blocks.length - 1 - step.back)]!
    const oldest = database.oldestState().number
    if (target.number < oldest) {
      assert.throws(
        () => database.revertTo(target.hash),
        (error) => isChainError(error, 'STATE_DISCARDED'),
      )
    } else {
      const dropped = blocks.splice(blocks.indexOf(target) + 1)
      database.revertTo(target.hash)
      for (const { hash } of dropped) assert.equal(database.numberOf(hash), undefined)
    }
  } else return kind.reopen(database, options)
  return database
}

for (const kind of kinds) {
  test(`${kind.name}: whatever is done, everything reads as a naive model says`, async () => {
    const run = async (first: Change[], steps: Step[], pruning: number | undefined) => {
      const options = { pruning }
      let database = kind.open(options)
      assert.equal(database.isEmpty, true)
      const rows = applied(new Map(), first)
      const genesis = fakeBlock(database, 0, first)
      database.commit(genesis)
      const blocks: ModelBlock[] = [{ ...genesis, rows, touched: new Set(rows.keys()) }]
      for (const one of steps) database = await doStep(kind, database, blocks, one, options)
      const oldest = database.oldestState().number
      const kept = blocks.filter(({ number }) => number > oldest).length
      if (pruning === undefined) assert.equal(oldest, 0)
      else assert.ok(kept <= pruning)
      compare(database, blocks, oldest)
      await kind.done(database)
    }
    const steps = fc.array(step, { maxLength: 12 })
    const pruning = fc.constantFrom(undefined, 1, 2, 5)
    await fc.assert(fc.asyncProperty(changes, steps, pruning, run), { numRuns: kind.runs })
  })

  test(`${kind.name}: a view keeps showing its block while others come, until it is dropped`, async () => {
    const database = kind.open({ pruning: 2 })
    const set = (text: string): Change[] => [['key', utf8(text)]]
    const blocks = [0, 1, 2, 3].map((number) => () => {
      const block = fakeBlock(database, number, set(`${number}`))
      database.commit(block)
      return block.hash
    })
    blocks[0]!()
    const view = database.stateAt(blocks[1]!())
    assert.deepEqual(view.get('key'), utf8('1'))
    blocks[2]!()
    assert.deepEqual(view.get('key'), utf8('1'))
    const third = database.stateAt(blocks[3]!())
    assert.deepEqual(view.get('key'), utf8('1'))
    database.commit(fakeBlock(database, 4, []))
    assert.throws(
      () => view.get('key'),
      (error) => isChainError(error, 'STATE_DISCARDED'),
    )
    database.revertTo(database.hashOf(3)!)
    assert.deepEqual(third.get('key'), utf8('3'))
    database.revertTo(database.hashOf(2)!)
    assert.throws(
      () => third.get('key'),
      (error) => isChainError(error, 'UNKNOWN_BLOCK'),
    )
    const unknown = toHex(blake2_256(utf8('unknown')))
    assert.throws(
      () => database.stateAt(unknown),
      (error) => isChainError(error, 'UNKNOWN_BLOCK'),
    )
    await kind.done(database)
  })

  test(`${kind.name}: old tries come back, and prove their state`, async () => {
    const database = kind.open()
    const states: [Hash, string, Uint8Array][] = []
    for (let number = 0; number < 5; number++) {
      const block = fakeBlock(database, number, [
        ['key', utf8(`value ${number} which is rather long, longer than 32 bytes`)],
        [`row ${number}`, utf8('x')],
      ])
      database.commit(block)
      states.push([block.hash, `row ${number}`, block.trie.root])
    }
    for (const [hash, row, root] of states) {
      const trie = database.trieAt(hash)
      assert.deepEqual(trie.root, root)
      const state = database.stateAt(hash)
      const proof = createProof(trie, ['key', row, 'none'], (k) => state.get(k))
      for (const k of ['key', row, 'none'])
        assert.deepEqual(readProof(root, proof, k), state.get(k))
    }
    assert.deepEqual(database.trie.root, states.at(-1)![2])
    await kind.done(database)
  })

  test(`${kind.name}: pointers and side rows are kept`, async () => {
    let database = kind.open()
    const block = fakeBlock(database, 0, [])
    database.commit({ ...block, meta: [['height', utf8('7')]] })
    database.commit({ ...fakeBlock(database, 1, []), isFinal: false })
    assert.equal(database.finalized().number, 0)
    database.setMeta('peer key', utf8('secret'))
    database = await kind.reopen(database)
    assert.equal(database.finalized().number, 0)
    assert.deepEqual(database.meta('height'), utf8('7'))
    assert.deepEqual(database.meta('peer key'), utf8('secret'))
    database.finalize(database.best().hash)
    assert.equal(database.finalized().number, 1)
    database.setMeta('peer key', undefined)
    assert.equal(database.meta('peer key'), undefined)
    await kind.done(database)
  })
}

test('lmdb: a closed database refuses with a code', async () => {
  const database = kinds[1]!.open()
  await database.close()
  assert.throws(
    () => database.get('key'),
    (error) => isDatabaseError(error, 'CLOSED'),
  )
  assert.throws(
    () => database.setMeta('a', utf8('b')),
    (error) => isDatabaseError(error, 'CLOSED'),
  )
})

test('what pruning drops is gone from every table', () => {
  const store = new MemoryStore()
  const database = new Database(store, { pruning: 3 })
  for (let number = 0; number < 60; number++) {
    // one row per block, removed again five blocks later
    const changes: Change[] = [[`${1000 + number}`, utf8('here')]]
    if (number >= 5) changes.unshift([`${1000 + number - 5}`, undefined])
    database.commit(fakeBlock(database, number, changes))
  }
  const count = (table: 'history' | 'gone' | 'changes') => [...store.keysFrom(table, '')].length
  // five rows are present and three were removed within the states kept: their removal and their value
  assert.deepEqual([count('history'), count('gone'), count('changes')], [5 + 2 * 3, 3, 4])
})

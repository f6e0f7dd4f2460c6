import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { genesisState, localNetwork, type NetworkChoice } from '../../src/networks/index.ts'
import * as ethereum from '../../src/pallets/ethereum/storage.ts'
import { RandomMaterial } from '../../src/pallets/randomness-collective-flip/storage.ts'
import { Simulation, type SimulationOptions } from '../../src/simulation.ts'

/** Tempos of 10, so that epochs run. */
const CHOICE: NetworkChoice = { chain: 'local', fast: true }
const runtime = localNetwork(CHOICE)
const BLOCKS = 45

const begin = (roots: NonNullable<SimulationOptions['roots']>) =>
  new Simulation({ runtime, rows: genesisState(CHOICE), roots })

test('blocks with roots are what a node that executes them comes to', () => {
  const simulation = begin('each block')
  const rows = [...genesisState(CHOICE)]
  const backend = new f.MemoryBackend(rows)
  const state = new f.State(backend)
  const trie = f.Trie.empty()
  trie.update(rows)
  trie.nodesStored()
  const storageRoot = (ctx: f.Context) => trie.update(ctx.state.changesSinceRoot())
  for (let number = 1; number <= BLOCKS; number++) {
    const { header, body } = simulation.block()
    assert.equal(header.number, number)
    // refuses a block that does not lead to its header
    f.executeBlock(new f.Context({ runtime, state, storageRoot }), { header, extrinsics: body })
    backend.apply(state.changes())
    state.committed()
    trie.nodesStored()
  }
  assert.equal(simulation.stateRoot(), f.toHex(trie.root))
})

/** Prefixes of items that hold hashes of blocks or of the state. */
const OF_HASHES: readonly string[] = [
  ...[f.system.storage.BlockHash, f.system.storage.ParentHash, f.system.storage.Digest],
  ...[ethereum.BlockHash, ethereum.CurrentBlock, RandomMaterial],
].map(({ prefix }) => prefix)

const withoutHashes = (simulation: Simulation) =>
  [...simulation.rows()].filter(([key]) => !OF_HASHES.some((prefix) => key.startsWith(prefix)))

test('without roots everything but hashes is the same, and a root is there when asked for', () => {
  const [exact, quick] = [begin('each block'), begin('left out')]
  exact.advance(BLOCKS)
  quick.advance(BLOCKS)
  assert.deepEqual(withoutHashes(quick), withoutHashes(exact))
  const trie = f.Trie.empty()
  assert.equal(quick.stateRoot(), f.toHex(trie.update([...quick.rows()])))
  quick.advance(1)
  assert.equal(quick.number, BLOCKS + 1)
})

test('a transaction that may not be in a block leaves nothing behind', () => {
  const simulation = begin('left out')
  simulation.advance(3)
  const before = [...simulation.rows()]
  const junk = Uint8Array.of(8, 4, 99)
  assert.throws(() => simulation.block({ extrinsics: [junk] }))
  assert.deepEqual([...simulation.rows()], before)
  simulation.advance(1)
  assert.equal(simulation.number, 4)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { u32 } from '../codec/index.ts'
import { type Backend, State } from './state.ts'

const PREFIX = 'p'.repeat(32)
const at = (key: string) => PREFIX + key
function backend(rows: Record<string, number> = {}): Backend {
  const all = new Map(Object.entries(rows).map(([key, value]) => [at(key), u32.encode(value)]))
  return {
    get: (key) => all.get(key),
    keysFrom: (prefix, start = prefix) =>
      [...all.keys()].filter((key) => key.startsWith(prefix) && key >= start).sort(),
  }
}
const read = (state: State, key: string) => state.get(at(key), u32)
const write = (state: State, key: string, value: number) => state.set(at(key), u32, value)
const keys = (state: State) => state.keys(PREFIX).map((key) => key.slice(32))

test('reads see the database, then what was written', () => {
  const state = new State(backend({ a: 1 }))
  assert.equal(read(state, 'a'), 1)
  write(state, 'a', 2)
  assert.equal(read(state, 'a'), 2)
  state.remove(at('a'))
  assert.equal(read(state, 'a'), undefined)
})

test('keys ascend over database and writes alike', () => {
  const state = new State(backend({ a: 1, c: 3, e: 5 }))
  write(state, 'b', 2)
  write(state, 'f', 6)
  state.remove(at('c'))
  assert.deepEqual(keys(state), ['a', 'b', 'e', 'f'])
})

test('a layer that throws leaves no trace, one that returns stays', () => {
  const state = new State(backend({ a: 1 }))
  state.layer(() => write(state, 'b', 2))
  assert.throws(() =>
    state.layer(() => {
      write(state, 'a', 9)
      state.layer(() => write(state, 'c', 3))
      throw new Error('no')
    }),
  )
  assert.equal(read(state, 'a'), 1)
  assert.deepEqual(keys(state), ['a', 'b'])
})

test('changes are the rows that differ, in key order', () => {
  const state = new State(backend({ a: 1, b: 2 }))
  write(state, 'z', 26)
  write(state, 'a', 1)
  state.remove(at('b'))
  const rows = state.changes().map(([key, value]) => [key.slice(32), value && u32.decode(value)])
  assert.deepEqual(rows, [
    ['b', undefined],
    ['z', 26],
  ])
})

test('an intermediate root is told each change once, reverted ones too', () => {
  const state = new State(backend({ a: 1 }))
  write(state, 'b', 2)
  assert.deepEqual(
    state.changesSinceRoot().map(([key]) => key.slice(32)),
    ['b'],
  )
  const mark = state.begin()
  write(state, 'b', 3)
  state.revert(mark)
  assert.deepEqual(state.changesSinceRoot(), [[at('b'), u32.encode(2)]])
  assert.deepEqual(state.changesSinceRoot(), [])
})

test('a stored value that does not decode reads as absent, and stays', () => {
  const state = new State(backend())
  state.setRaw(at('a'), new Uint8Array([1]))
  assert.equal(read(state, 'a'), undefined)
  assert.equal(state.has(at('a')), true)
})

test('random work in random layers equals a plain model', () => {
  type Step = { op: 'set' | 'remove' | 'open' | 'keep' | 'revert'; key: string; value: number }
  const step: fc.Arbitrary<Step> = fc.record({
    op: fc.constantFrom('set', 'set', 'remove', 'open', 'keep', 'revert'),
    key: fc.constantFrom('a', 'b', 'c', 'd'),
    value: fc.nat(9),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const state = new State(backend({ a: 1, c: 3 }))
      let model = new Map([
        ['a', 1],
        ['c', 3],
      ])
      const saved: { model: Map<string, number>; mark: number }[] = []
      for (const { op, key, value } of steps) {
        if (op === 'set') {
          write(state, key, value)
          model.set(key, value)
        } else if (op === 'remove') {
          state.remove(at(key))
          model.delete(key)
        } else if (op === 'open') saved.push({ model: new Map(model), mark: state.begin() })
        else {
          const last = saved.pop()
          if (!last) continue
          if (op === 'keep') state.keep(last.mark)
          else {
            state.revert(last.mark)
            model = last.model
          }
        }
        assert.deepEqual(keys(state), [...model.keys()].sort())
        for (const [key, value] of model) assert.equal(read(state, key), value)
      }
    }),
    { seed: 425, numRuns: 300 },
  )
})

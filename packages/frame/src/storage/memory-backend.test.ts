import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { MemoryBackend } from './memory-backend.ts'

const bytes = new Uint8Array([1])

test('keys under any prefix ascend, whatever their lengths', () => {
  const key = fc
    .array(fc.constantFrom('a', 'b', '\u00ff'), { maxLength: 40 })
    .map((chars) => chars.join(''))
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.boolean())), key, key, (steps, prefix, start) => {
      const backend = new MemoryBackend()
      const model = new Set<string>()
      for (const [key, add] of steps) {
        backend.apply([[key, add ? bytes : undefined]])
        if (add) model.add(key)
        else model.delete(key)
      }
      const all = [...model].sort()
      assert.deepEqual(
        [...backend.entries()].map(([key]) => key),
        all,
      )
      assert.deepEqual(
        [...backend.keysFrom(prefix, start)],
        all.filter((key) => key.startsWith(prefix) && key >= start),
      )
    }),
    { seed: 425, numRuns: 300 },
  )
})

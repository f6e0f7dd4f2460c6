import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { Log } from './log.ts'

/** A reader that takes what it is told to take. */
class Reader extends Writable {
  text = ''
  isReading = true
  private held: (() => void)[] = []

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk
    if (this.isReading) done()
    else this.held.push(done)
  }

  resume(): void {
    this.isReading = true
    for (const done of this.held.splice(0)) done()
  }
}
const noon = () => new Date('2026-01-02T12:00:00.123Z')

test('a line has its time in front', () => {
  const reader = new Reader()
  new Log(reader, noon).line('Imported #1')
  assert.equal(reader.text, '2026-01-02 12:00:00.123 Imported #1\n')
})

test('a reader that stops reading costs lines, never memory', async () => {
  const reader = new Reader()
  const log = new Log(reader, noon)
  reader.isReading = false
  const line = 'x'.repeat(1000)
  for (let i = 0; i < 5000; i++) log.line(line)
  assert.ok(reader.writableLength < 1.1 * 1024 * 1024)
  await log.flush(10)
  reader.resume()
  await log.flush()
  log.line('again')
  assert.match(reader.text, /\(\d{4} lines left out\)\n2026-01-02 12:00:00\.123 again\n$/)
})

test('a reader that is gone is no reason to fail', async () => {
  const reader = new Reader()
  const log = new Log(reader, noon)
  reader.destroy(new Error('EPIPE'))
  await new Promise((resolve) => setImmediate(resolve))
  log.line('nobody hears')
  await log.flush()
})

/** What the processes said last, in short. */
import { printable } from '@taonet/subnets'

const KEPT = 60
/** Log lines of neurons: time, level, message. */
const LINE = /^\d{4}-\d\d-\d\dT(\d\d:\d\d:\d\d)\.\d+Z (DEBUG|INFO|WARN|ERROR) +(.*)$/

/** Collects lines worth showing: those of neurons, and of the chain only warnings and errors. */
export class News {
  readonly #lines: string[] = []

  get lines(): readonly string[] {
    return this.#lines
  }

  add(name: string, line: string): void {
    const match = LINE.exec(line)
    const isWorthIt = name !== 'chain' || /\b(warn|error)/i.test(line)
    if (!isWorthIt || match?.[3]?.startsWith('answered')) return
    const text = match === null ? line : `${match[1]} ${match[3]}`
    this.#lines.push(`${name.padEnd(12)} ${printable(text, 300)}`)
    if (this.#lines.length > KEPT) this.#lines.shift()
  }
}

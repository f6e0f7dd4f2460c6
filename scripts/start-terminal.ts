/** A terminal that is repainted in place, and left as it was. */
import type { WriteStream } from 'node:tty'

const ENTER = '\u001b[?1049h\u001b[?25l'
const LEAVE = '\u001b[?25h\u001b[?1049l'
const HOME = '\u001b[H'
const CLEAR_LINE = '\u001b[K'
const CLEAR_BELOW = '\u001b[J'

/** Paints frames on the alternate screen; the normal one comes back with `leave`. */
export class Terminal {
  readonly #out: WriteStream
  #isEntered = false
  readonly #restore = (): void => this.leave()

  constructor(out: WriteStream) {
    this.#out = out
  }

  get size(): { columns: number; rows: number } {
    return { columns: this.#out.columns || 100, rows: this.#out.rows || 40 }
  }

  paint(lines: readonly string[]): void {
    if (!this.#isEntered) {
      this.#isEntered = true
      this.#out.write(ENTER)
      // However the process ends, the user's screen comes back.
      process.once('exit', this.#restore)
    }
    const text = lines.map((line) => `${line}${CLEAR_LINE}`).join('\r\n')
    this.#out.write(`${HOME}${text}${CLEAR_BELOW}`)
  }

  leave(): void {
    if (!this.#isEntered) return
    this.#isEntered = false
    process.off('exit', this.#restore)
    this.#out.write(LEAVE)
  }
}

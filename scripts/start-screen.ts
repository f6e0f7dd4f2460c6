/** Where the demo is shown: a live view on a terminal, lines anywhere else. */
import type { WriteStream } from 'node:tty'
import { Terminal } from './start-terminal.ts'
import {
  type Paint,
  paintOf,
  renderFrame,
  renderLog,
  renderSteps,
  type Step,
  type View,
} from './start-view.ts'

export class Screen {
  readonly #out: WriteStream
  readonly #terminal: Terminal | undefined
  readonly #paint: Paint
  readonly #told = new Set<string>()
  #epoch = -1

  constructor(out: WriteStream, wantsView: boolean) {
    this.#out = out
    const isTerminal = out.isTTY === true && process.env.TERM !== 'dumb'
    this.#terminal = wantsView && isTerminal ? new Terminal(out) : undefined
    this.#paint = paintOf(isTerminal && process.env.NO_COLOR === undefined)
  }

  showSteps(steps: readonly Step[]): void {
    const lines = renderSteps(steps, this.#paint)
    if (this.#terminal !== undefined) {
      this.#terminal.paint([' taonet is preparing', '', ...lines])
      return
    }
    for (const [index, { state, title }] of steps.entries()) {
      const isNews = state === 'running' || state === 'done' || state === 'failed'
      const key = `${state} ${title}`
      if (!isNews || this.#told.has(key)) continue
      this.#told.add(key)
      this.#out.write(`${lines[index]}\n`)
    }
  }

  /** On a terminal every block, elsewhere every epoch. */
  showView(view: View): void {
    if (this.#terminal !== undefined) {
      this.#terminal.paint(renderFrame(view, this.#terminal.size, this.#paint))
      return
    }
    if (this.#epoch < 0) for (const line of view.help) this.#out.write(` ${line}\n`)
    if (view.epoch === this.#epoch) return
    this.#epoch = view.epoch
    for (const line of renderLog(view)) this.#out.write(`${line}\n`)
  }

  /** Leaves the last state readable after the live view is gone. */
  keep(view: View): void {
    this.close()
    const lines =
      this.#terminal === undefined
        ? renderLog(view)
        : renderFrame({ ...view, news: [] }, { columns: 120, rows: 60 }, this.#paint)
    for (const line of lines) this.#out.write(`${line}\n`)
  }

  close(): void {
    this.#terminal?.leave()
  }
}

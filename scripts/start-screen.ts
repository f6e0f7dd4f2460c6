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
      this.#write(lines[index]!)
    }
  }

  /** On a terminal every block, elsewhere every epoch. */
  showView(view: View): void {
    if (this.#terminal !== undefined) {
      this.#terminal.paint(renderFrame(view, this.#terminal.size, this.#paint))
      return
    }
    if (this.#epoch < 0) for (const line of view.help) this.#write(` ${line}`)
    if (view.epoch === this.#epoch) return
    this.#epoch = view.epoch
    for (const line of renderLog(view)) this.#write(line)
  }

  /** Leaves the last state readable after the live view is gone. */
  keep(view: View): void {
    this.close()
    if (this.#terminal === undefined) {
      if (view.epoch !== this.#epoch) for (const line of renderLog(view)) this.#write(line)
      return
    }
    const size = { ...this.#terminal.size, rows: 60 }
    for (const line of renderFrame({ ...view, news: [] }, size, this.#paint)) this.#write(line)
  }

  close(): void {
    this.#terminal?.leave()
  }

  #write(line: string): void {
    this.#out.write(`${line}\n`)
  }
}

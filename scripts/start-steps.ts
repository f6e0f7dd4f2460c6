/** The preparation, step by step, with its progress on show. */
import type { Step } from './start-view.ts'

/** Runs steps one after another and tells `show` of every change. */
export class Steps {
  readonly #steps: Step[] = []
  readonly #show: (steps: readonly Step[]) => void

  constructor(titles: readonly string[], show: (steps: readonly Step[]) => void) {
    this.#steps = titles.map((title) => ({ title, state: 'waiting' }))
    this.#show = show
  }

  get list(): readonly Step[] {
    return this.#steps
  }

  /** Runs the work of a step; what it returns as text is shown beside the title. */
  async run<T>(title: string, work: () => Promise<T>, detail: (value: T) => string): Promise<T> {
    const index = this.#steps.findIndex((step) => step.title === title)
    const started = performance.now()
    this.#set(index, { title, state: 'running' })
    try {
      const value = await work()
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      this.#set(index, { title, state: 'done', detail: `${detail(value)} (${seconds} s)` })
      return value
    } catch (error) {
      this.#set(index, { title, state: 'failed' })
      throw error
    }
  }

  #set(index: number, step: Step): void {
    this.#steps[index] = step
    this.#show(this.#steps)
  }
}

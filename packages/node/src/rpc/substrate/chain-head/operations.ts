// The operations of one `follow`: a fixed number of places, ids, and a way to stop or resume each.

/** Work that was announced to the client and reports through events. */
export class Operation {
  readonly id: string
  readonly #end: () => void
  #isOver = false
  #resume: (() => void) | undefined

  constructor(id: string, end: () => void) {
    this.id = id
    this.#end = end
  }

  /** True once stopped or done: no event may name it any more. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** True between asking the client to continue and its answer. */
  get isWaiting(): boolean {
    return this.#resume !== undefined
  }

  /** Waits until the client asks for more; false when the operation was stopped instead. */
  async waitForContinue(): Promise<boolean> {
    await new Promise<void>((resolve) => {
      this.#resume = resolve
    })
    return !this.#isOver
  }

  continue(): void {
    const resume = this.#resume
    this.#resume = undefined
    resume?.()
  }

  /** Frees its places; calling it twice does nothing. */
  finish(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#end()
    this.continue()
  }
}

export class Operations {
  readonly #places: number
  readonly #active = new Map<string, Operation>()
  #used = 0
  #lastId = 0

  constructor(places: number) {
    this.#places = places
  }

  /** Takes as many places as are free, at most `wanted`; undefined when that is none. */
  start(wanted: number): Operation | undefined {
    const places = Math.min(this.#places - this.#used, wanted)
    if (places <= 0) return undefined
    const id = String(this.#lastId++)
    this.#used += places
    const operation = new Operation(id, () => {
      this.#used -= places
      this.#active.delete(id)
    })
    this.#active.set(id, operation)
    return operation
  }

  get(id: string): Operation | undefined {
    return this.#active.get(id)
  }

  stopAll(): void {
    for (const operation of [...this.#active.values()]) operation.finish()
  }
}

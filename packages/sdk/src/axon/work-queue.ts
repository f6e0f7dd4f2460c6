/** Requests that wait for a worker: the most important first, then the first come. */

/** The queue is full of requests that matter at least as much. */
export class QueueFull extends Error {
  constructor(capacity: number) {
    super(`the queue of ${capacity} requests is full`)
    this.name = 'QueueFull'
  }
}

type Waiting = {
  readonly priority: number
  readonly start: () => void
  readonly refuse: (reason: unknown) => void
}

export class WorkQueue {
  readonly #workers: number
  readonly #capacity: number
  /** Highest priority last, so that taking is cheap; equals in reverse order of arrival. */
  readonly #waiting: Waiting[] = []
  #running = 0

  constructor(limits: { readonly workers: number; readonly capacity: number }) {
    this.#workers = limits.workers
    this.#capacity = limits.capacity
  }

  get waiting(): number {
    return this.#waiting.length
  }

  /**
   * Waits for a worker and returns the function that frees it, to be called once.
   *
   * refuses QueueFull where nothing less important waits; the signal's reason once it aborts
   */
  async acquire(priority: number, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted()
    if (this.#running < this.#workers) this.#running++
    else await this.#wait(Number.isNaN(priority) ? Number.NEGATIVE_INFINITY : priority, signal)
    let held = true
    return () => {
      if (!held) return
      held = false
      this.#free()
    }
  }

  #wait(priority: number, signal: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const onAbort = () => this.#leave(waiting, signal.reason)
    const waiting: Waiting = { priority, start: resolve, refuse: reject }
    signal.addEventListener('abort', onAbort)
    const full = this.#waiting.length >= this.#capacity
    const least = this.#waiting[0]
    if (full && (least === undefined || least.priority >= priority)) {
      reject(new QueueFull(this.#capacity))
    } else {
      if (full && least) this.#leave(least, new QueueFull(this.#capacity))
      this.#insert(waiting)
    }
    return promise.finally(() => signal.removeEventListener('abort', onAbort))
  }

  #insert(waiting: Waiting): void {
    let low = 0
    let high = this.#waiting.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#waiting[middle]!.priority < waiting.priority) low = middle + 1
      else high = middle
    }
    this.#waiting.splice(low, 0, waiting)
  }

  #leave(waiting: Waiting, reason: unknown): void {
    const index = this.#waiting.indexOf(waiting)
    if (index === -1) return
    this.#waiting.splice(index, 1)
    waiting.refuse(reason)
  }

  /** Hands the worker to the next request, or rests it. */
  #free(): void {
    const next = this.#waiting.pop()
    if (next) next.start()
    else this.#running--
  }
}

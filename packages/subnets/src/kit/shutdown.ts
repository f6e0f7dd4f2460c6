/** Clean ends of processes: one signal asks, a second one insists. */

/** Codes with which a shell reports death by these signals. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * A signal that aborts when the process is asked to end: Ctrl-C, a kill, or the loss of the parent
 * that started it with a channel. Asked twice, the process ends at once.
 */
export function shutdownSignal(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(EXIT_CODES[name])
      controller.abort(new Error(name))
    })
  }
  process.once('disconnect', () => controller.abort(new Error('the parent is gone')))
  // The channel alone must not keep the process alive.
  process.channel?.unref()
  return controller.signal
}

/** Waits, but no longer than until the signal aborts. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted || ms <= 0) return Promise.resolve()
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  const wake = (): void => {
    clearTimeout(timer)
    resolve()
  }
  signal.addEventListener('abort', wake, { once: true })
  return promise.finally(() => signal.removeEventListener('abort', wake))
}

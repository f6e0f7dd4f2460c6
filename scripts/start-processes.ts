/** The demo's child processes: started in a group of their own, logged, ended in order. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type Child = {
  readonly name: string
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>
  readonly isRunning: boolean
  /** How it ended: a code, a signal, or undefined while it runs. */
  readonly end: string | undefined
  /** Last lines it wrote, oldest first. */
  readonly lastLines: readonly string[]
}

export type ChildOptions = {
  readonly name: string
  /** TypeScript file and its arguments. */
  readonly script: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

const KEPT_LINES = 20
/** Time that a process has to end by itself. */
const GRACE_MS = 8000

/** Starts processes and ends them in reverse order. */
export class Processes {
  readonly #folder: string
  readonly #onLine: (name: string, line: string) => void
  readonly #running: Running[] = []
  #isEnding = false

  /** `folder` takes one log file per process; `onLine` hears every line. */
  constructor(folder: string, onLine: (name: string, line: string) => void) {
    this.#folder = folder
    this.#onLine = onLine
  }

  get children(): readonly Child[] {
    return this.#running
  }

  /** Names of processes that ended though nobody asked them to. */
  get lost(): readonly Child[] {
    return this.#isEnding ? [] : this.#running.filter((child) => !child.isRunning)
  }

  async start(options: ChildOptions): Promise<Child> {
    await mkdir(this.#folder, { recursive: true })
    const file = createWriteStream(join(this.#folder, `${options.name}.log`), { flags: 'a' })
    const child = new Running(options, file, (line) => this.#onLine(options.name, line))
    this.#running.push(child)
    return child
  }

  /** Ends all, the last started first, each in peace before the next. */
  async stop(): Promise<void> {
    this.#isEnding = true
    // Neurons first and together, then what they talk to.
    const [first, ...rest] = this.#running
    await Promise.all(rest.map((child) => child.stop()))
    await first?.stop()
  }

  /** Ends all at once, without asking. */
  kill(): void {
    for (const child of this.#running) child.kill()
  }
}

class Running implements Child {
  readonly name: string
  readonly gone: Promise<void>
  readonly #process: ChildProcess
  readonly #lines: string[] = []
  #end: string | undefined

  constructor(options: ChildOptions, file: WriteStream, onLine: (line: string) => void) {
    this.name = options.name
    const guard = new URL('start-guard.ts', import.meta.url).href
    // A group of its own: Ctrl-C of the terminal reaches only the parent, which ends all in order.
    this.#process = spawn(
      process.execPath,
      ['--conditions=source', '--import', guard, options.script, ...options.args],
      {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        detached: process.platform !== 'win32',
        env: { ...process.env, ...options.env },
      },
    )
    for (const stream of [this.#process.stdout!, this.#process.stderr!]) {
      createInterface({ input: stream }).on('line', (line) => {
        file.write(`${line}\n`)
        this.#lines.push(line)
        if (this.#lines.length > KEPT_LINES) this.#lines.shift()
        onLine(line)
      })
    }
    const { promise, resolve } = Promise.withResolvers<void>()
    this.gone = promise
    const ended = (end: string): void => {
      this.#end ??= end
      file.end(resolve)
    }
    this.#process.once('error', (error) => ended(error.message))
    this.#process.once('close', (code, signal) => ended(signal ?? `code ${code}`))
  }

  get isRunning(): boolean {
    return this.#end === undefined
  }

  get end(): string | undefined {
    return this.#end
  }

  get lastLines(): readonly string[] {
    return this.#lines
  }

  async stop(): Promise<void> {
    if (!this.isRunning) return
    this.#process.kill('SIGTERM')
    const insist = setTimeout(() => this.kill(), GRACE_MS)
    await this.gone
    clearTimeout(insist)
  }

  kill(): void {
    if (this.isRunning) this.#process.kill('SIGKILL')
  }
}

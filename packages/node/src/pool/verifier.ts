/** Signature checks in worker threads, each done once and remembered. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import {
  type AccountId,
  type CheckSignature,
  checkSignature,
  type MultiSignature,
  toHex,
} from '@taonet/frame'

/** One signature to check. */
export interface SignatureTask {
  readonly signature: MultiSignature
  readonly message: Uint8Array
  readonly signer: AccountId
}

export interface Answer {
  readonly id: number
  readonly holds: boolean
  /** Milliseconds that the check took. */
  readonly tookMs: number
}

/** How many signatures are remembered as good. */
const REMEMBERED = 65_536

const nameOf = ({ signature, message, signer }: SignatureTask): string =>
  `${signer}${signature.value}${toHex(message)}`

export class SignatureVerifier {
  private readonly workers: Worker[] = []
  private readonly waiting = new Map<
    number,
    { done: (holds: boolean) => void; fail: (error: Error) => void }
  >()
  private readonly good = new Set<string>()
  private readonly size: number
  private nextId = 0
  private isStopped = false
  /** Signatures checked, and milliseconds spent on it (in all threads together); for metrics. */
  checked = 0
  checkedMs = 0

  /** `size` threads, started when first needed; 0 checks in this thread. */
  constructor(size = Math.max(1, availableParallelism() - 1)) {
    this.size = size
  }

  /** Starts a thread, so that the first signature does not wait for it. */
  warmUp(): void {
    if (this.size > 0 && this.workers.length === 0 && !this.isStopped) this.start()
  }

  /** Whether the signature holds; remembers those that do. */
  async verify(task: SignatureTask): Promise<boolean> {
    const name = nameOf(task)
    if (this.good.has(name)) return true
    const holds = this.size === 0 ? this.inThread(task) : await this.inWorker(task)
    if (holds) this.remember(name)
    return holds
  }

  /** For block execution: what was checked before passes at once, anything else is checked here. */
  readonly check: CheckSignature = (signature, message, signer) => {
    const task = { signature, message, signer }
    const name = nameOf(task)
    if (this.good.has(name)) return true
    const holds = this.inThread(task)
    if (holds) this.remember(name)
    return holds
  }

  private inThread({ signature, message, signer }: SignatureTask): boolean {
    const startedAt = performance.now()
    const holds = checkSignature(signature, message, signer)
    this.checked++
    this.checkedMs += performance.now() - startedAt
    return holds
  }

  private remember(name: string): void {
    if (this.good.size >= REMEMBERED) {
      for (const old of this.good) {
        this.good.delete(old)
        if (this.good.size < REMEMBERED / 2) break
      }
    }
    this.good.add(name)
  }

  private inWorker(task: SignatureTask): Promise<boolean> {
    const id = this.nextId++
    const worker = this.workers[id % this.size] ?? this.start()
    return new Promise((done, fail) => {
      this.waiting.set(id, { done, fail })
      worker.postMessage({ id, ...task })
    })
  }

  private start(): Worker {
    const worker = new Worker(new URL('./verify-worker.ts', import.meta.url))
    worker.unref()
    worker.on('message', ({ id, holds, tookMs }: Answer) => {
      this.checked++
      this.checkedMs += tookMs
      this.waiting.get(id)?.done(holds)
      this.waiting.delete(id)
    })
    worker.on('error', (error) => {
      this.workers.splice(this.workers.indexOf(worker), 1)
      for (const { fail } of this.waiting.values()) fail(error)
      this.waiting.clear()
    })
    this.workers.push(worker)
    return worker
  }

  async stop(): Promise<void> {
    this.isStopped = true
    await Promise.all(this.workers.splice(0).map((worker) => worker.terminate()))
    for (const { fail } of this.waiting.values()) fail(new Error('the node stops'))
    this.waiting.clear()
  }
}

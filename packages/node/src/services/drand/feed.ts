/** Brings the beacon's pulses to the chain: after each block, those of the rounds that it has not. */
import { randomBytes } from 'node:crypto'
import { type Context, type KeyPair, keyPairFromSeed } from '@taonet/frame'
import { beaconState, pulseTransaction } from '@taonet/runtime'
import { PoolError, type Unsubscribe } from '../../chain.ts'
import { type Beacon, BeaconError, type Question } from './beacon.ts'

/** What the feed needs of a node. */
export interface PulseTaker {
  readonly author: { headContext(): Context }
  readonly pool: { submit(extrinsic: Uint8Array): Promise<unknown> }
  onBlock(listener: () => void): Unsubscribe
}

/** Rounds that are brought after one block, as upstream's worker does. */
const MOST_ROUNDS = 50n
/** How long a beacon that did not answer is left alone. */
const REST_MS = 30_000
/** Blocks for which a pulse stays in the pool. */
const LONGEVITY = 3

export class PulseFeed {
  private readonly node: PulseTaker
  private readonly beacon: Beacon
  private readonly log: (line: string) => void
  /** Vouches for pulses to the pool; a new one each time the node starts. */
  private readonly key: KeyPair = keyPairFromSeed(randomBytes(32))
  private readonly stopping = new AbortController()
  /** Rounds in the pool, and the head when they were brought. */
  private readonly brought = new Map<bigint, number>()
  private running: Promise<void> | undefined
  private isSilent = false
  private restsUntil = 0
  /** Whether there was a block since the last look. */
  private isBehind = false
  private unsubscribe: Unsubscribe = () => {}

  private readonly restMs: number

  constructor(node: PulseTaker, beacon: Beacon, log: (line: string) => void, restMs = REST_MS) {
    this.node = node
    this.beacon = beacon
    this.log = log
    this.restMs = restMs
  }

  start(): void {
    this.unsubscribe = this.node.onBlock(() => this.hear())
    this.hear()
  }

  async stop(): Promise<void> {
    this.unsubscribe()
    this.stopping.abort()
    await this.running
  }

  private hear(): void {
    this.isBehind = true
    this.running ??= this.run().finally(() => {
      this.running = undefined
    })
  }

  private async run(): Promise<void> {
    while (this.isBehind && !this.stopping.signal.aborted) {
      this.isBehind = false
      await this.look()
    }
  }

  private async look(): Promise<void> {
    if (performance.now() < this.restsUntil) return
    try {
      await this.bring()
      if (this.isSilent) this.log('drand: the beacon answers again')
      this.isSilent = false
    } catch (error) {
      if (this.stopping.signal.aborted) return
      // a block after the rest brings another try; saying so once is enough
      this.restsUntil = performance.now() + this.restMs
      const text = error instanceof BeaconError ? error.message : `${(error as Error).stack}`
      if (!this.isSilent) this.log(`drand: ${text}`)
      this.isSilent = true
    }
  }

  /** source  opentensor/subtensor pallets/drand/src/lib.rs fetch_drand_pulse_and_send_unsigned */
  private async bring(): Promise<void> {
    const { config, lastRound, isOpen, timeoutMs } = beaconState(this.node.author.headContext())
    if (!isOpen) return
    const question: Question = { config, timeoutMs, signal: this.stopping.signal }
    const latest = await this.beacon.latest(question)
    // a chain without pulses begins with the latest
    const stored = lastRound === 0n ? latest - 1n : lastRound
    for (const round of this.brought.keys()) if (round <= stored) this.brought.delete(round)
    const end = latest < stored + MOST_ROUNDS ? latest : stored + MOST_ROUNDS
    for (let round = stored + 1n; round <= end; round++) {
      if (this.stopping.signal.aborted) return
      if (!this.isWaiting(round)) await this.bringOne(question, round)
    }
  }

  private isWaiting(round: bigint): boolean {
    const since = this.brought.get(round)
    return since !== undefined && this.node.author.headContext().block - since < LONGEVITY
  }

  private async bringOne(question: Question, round: bigint): Promise<void> {
    const pulse = await this.beacon.pulse(question, round)
    const ctx = this.node.author.headContext()
    this.brought.set(round, ctx.block)
    try {
      await this.node.pool.submit(pulseTransaction(ctx, pulse, this.key))
    } catch (error) {
      // a block or somebody else was faster
      if (!(error instanceof PoolError)) throw error
    }
  }
}

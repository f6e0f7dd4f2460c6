/** Whole miners and validators in one process, over real sockets, against a chain made up here. */
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Keypair, type Signer } from '@taonet/sdk'
import { createLog } from '../kit/log.ts'
import type { Weights } from '../kit/score-weights.ts'
import type { NeuronState, SubnetChain, SubnetState, WeightsOutcome } from '../kit/subnet-chain.ts'
import { runMiner } from './miner/run-miner.ts'
import { type SummariserName, summariserOf } from './miner/summarisers.ts'
import { loadCorpus, OWN_CORPUS } from './validator/corpus.ts'
import { runValidator } from './validator/run-validator.ts'

const corpus = await loadCorpus(fileURLToPath(OWN_CORPUS))

/** A chain of one subnet: blocks pass with time, axons and weights are taken down. */
class PaperChain implements SubnetChain {
  readonly blockMs = 20
  readonly weights: Weights[] = []
  readonly #started = performance.now()
  readonly #neurons: NeuronState[] = []
  outages = 0

  register(hotkey: Signer, hasPermit: boolean): void {
    this.#neurons.push({
      uid: this.#neurons.length,
      hotkey: hotkey.ss58Address,
      coldkey: hotkey.ss58Address,
      hasPermit,
      stake: hasPermit ? 1_000_000_000n : 0n,
      lastUpdate: 0,
      registeredAt: this.#neurons.length,
      trust: 0,
      consensus: 0,
      incentive: 0,
      dividends: 0,
      emission: 0n,
    })
  }

  async head(): Promise<{ number: number; hash: string }> {
    const number = Math.floor((performance.now() - this.#started) / this.blockMs)
    return { number, hash: `0x${number}` }
  }

  async subnet(netuid: number): Promise<SubnetState> {
    if (this.outages-- > 0) throw new Error('connection lost')
    const { number } = await this.head()
    return {
      netuid,
      block: number,
      tempo: 5,
      blocksSinceEpoch: number % 5,
      weightsRateLimit: 0,
      neurons: [...this.#neurons],
    }
  }

  async serveAxon(hotkey: Signer, _netuid: number, axon: { ip: string; port: number }) {
    const uid = this.#neurons.findIndex((neuron) => neuron.hotkey === hotkey.ss58Address)
    this.#neurons[uid] = { ...this.#neurons[uid]!, axon }
  }

  async setWeights(_hotkey: Signer, _netuid: number, weights: Weights): Promise<WeightsOutcome> {
    this.weights.push(weights)
    return { isSet: true }
  }

  async close(): Promise<void> {}
}

test('miners serve, a validator pays the better one more, and remembers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'validator-'))
  const chain = new PaperChain()
  const keys = ['validator', 'lead3', 'textrank', 'lexrank'].map((name) =>
    Keypair.fromUri(`//${name}`),
  )
  for (const [uid, key] of keys.entries()) chain.register(key, uid === 0)
  const end = new AbortController()
  const lines: string[] = []
  const log = createLog((line) => lines.push(line), 'debug')
  const common = { chain, netuid: 7, log, signal: end.signal }
  const miners = (['lead3', 'textrank', 'lexrank'] as SummariserName[]).map((name, index) =>
    runMiner({
      ...common,
      hotkey: keys[index + 1]!,
      summarise: summariserOf(name),
      axon: { host: '127.0.0.1', port: 0, externalIp: '127.0.0.1' },
      needsPermit: true,
      syncMs: 50,
    }),
  )
  const stateFile = join(folder, 'state.json')
  const validate = (signal: AbortSignal): Promise<void> =>
    runValidator({
      ...common,
      signal,
      hotkey: keys[0]!,
      corpus,
      kind: 'extractive',
      lang: 'en',
      tasksPerRound: 12,
      longestRoundMs: 60_000,
      sampleSize: 16,
      timeoutSeconds: 5,
      halfLife: 60,
      stateFile,
      salt: 'test',
    })
  chain.outages = 2
  const validator = validate(end.signal)
  while (chain.weights.length < 8) await new Promise((resolve) => setTimeout(resolve, 50))
  end.abort()
  await Promise.all([validator, ...miners])

  const { uids, weights } = chain.weights.at(-1)!
  const weightOf = (uid: number): number => weights[uids.indexOf(uid)] ?? 0
  assert.ok(weightOf(3) > weightOf(2) && weightOf(2) > weightOf(1), `${uids} ${weights}`)
  assert.equal(uids.includes(0), false)
  const saved = JSON.parse(await readFile(stateFile, 'utf8'))
  assert.ok(saved.tasks >= 12 * 8)
  assert.ok(lines.some((line) => line.includes('connection lost')))

  const again = new AbortController()
  const second = validate(again.signal)
  while (!lines.some((line) => line.includes('remembered'))) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  again.abort()
  await second
  await rm(folder, { recursive: true })
})

test('a hotkey without a uid is told what to do', async () => {
  const signal = new AbortController().signal
  const miner = runMiner({
    chain: new PaperChain(),
    netuid: 7,
    log: createLog(() => undefined),
    signal,
    hotkey: Keypair.fromUri('//Nobody'),
    summarise: summariserOf('lead3'),
    axon: { host: '127.0.0.1', port: 0 },
    needsPermit: true,
    syncMs: 50,
  })
  await assert.rejects(miner, /has no uid in subnet 7; .*btcli subnets register --netuid 7/)
})

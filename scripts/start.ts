/**
 * `npm start`: a chain with fast blocks, a subnet on it, three miners and two validators as processes
 * of their own, and a live view of who earns what. Ctrl-C ends everything; starting again continues.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadCorpus, printable, runMain, type Settings, SubnetError, sleep } from '@taonet/subnets'
import { CAST, MINERS, VALIDATORS } from './start-cast.ts'
import { connectDemoChain, type DemoChain } from './start-chain.ts'
import { START_FLAGS } from './start-flags.ts'
import { connectionHelp, farewell } from './start-help.ts'
import { News } from './start-news.ts'
import { ensureFree, loopbackAddress } from './start-ports.ts'
import { Processes } from './start-processes.ts'
import { Screen } from './start-screen.ts'
import * as setup from './start-setup.ts'
import { isRankedBy, type Principals, viewOf } from './start-snapshot.ts'
import { Steps } from './start-steps.ts'
import type { View } from './start-view.ts'

type Options = Settings<typeof START_FLAGS>

/** Everything the demo has while it runs. */
type Stage = {
  readonly options: Options
  readonly signal: AbortSignal
  readonly folder: string
  readonly endpoint: string
  readonly processes: Processes
  readonly screen: Screen
  readonly news: News
}

const REPOSITORY = new URL('..', import.meta.url)
const pathOf = (file: string): string => fileURLToPath(new URL(file, REPOSITORY))
const NODE = pathOf('packages/node/src/main.ts')
const MINER = pathOf('packages/subnets/src/summarize/miner/main.ts')
const VALIDATOR = pathOf('packages/subnets/src/summarize/validator/main.ts')

await runMain({
  usage: 'usage: npm start -- [flags]   a Bittensor network of your own, with a subnet at work',
  flags: START_FLAGS,
  run: async (options, signal) => {
    const folder = resolve(options['base-path'])
    const docs = options.docs === undefined ? undefined : resolve(options.docs)
    if (docs !== undefined) await loadCorpus(docs)
    await ensureFree(portsOf(options))
    if (options.reset) await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const news = new News()
    const processes = new Processes(join(folder, 'logs'), (name, line) => news.add(name, line))
    const screen = new Screen(process.stdout, options.ui)
    const endpoint = `ws://127.0.0.1:${options['rpc-port']}`
    const stage: Stage = { options, signal, folder, endpoint, processes, screen, news }
    try {
      await play(stage)
    } catch (error) {
      // Asked to end, the demo leaves whatever it was at.
      if (!signal.aborted) throw error
    } finally {
      screen.close()
      await processes.stop()
    }
    for (const line of farewell(folder, join(folder, 'logs'))) process.stdout.write(`${line}\n`)
  },
})

function portsOf(options: Options) {
  const rpc = options['rpc-port']
  const axon = options['axon-port']
  return [
    { port: rpc, what: 'the chain', flag: 'rpc-port', first: rpc, count: 1 },
    ...MINERS.map(({ name }, index) => ({
      port: axon + index,
      what: `the miner ${name}`,
      flag: 'axon-port',
      first: axon,
      count: MINERS.length,
    })),
  ]
}

async function play(stage: Stage): Promise<void> {
  const { signal, screen, endpoint } = stage
  const steps = new Steps(
    [
      'start the chain',
      'create the subnet',
      'register neurons',
      'stake',
      'start neurons',
      'first weights',
    ],
    (list) => screen.showSteps(list),
  )
  const chain = await steps.run(
    'start the chain',
    () => startChain(stage),
    () => endpoint,
  )
  try {
    const netuid = await steps.run(
      'create the subnet',
      () => prepareSubnet(chain),
      (id) => `netuid ${id}`,
    )
    await steps.run('register neurons', () => setup.ensureRegistered(chain, netuid), added)
    const principals = await steps.run(
      'stake',
      () => stakeAll(stage, chain, netuid),
      () => '',
    )
    await steps.run(
      'start neurons',
      () => startNeurons(stage, netuid),
      (count) => `${count} processes`,
    )
    await steps.run(
      'first weights',
      () => waitForWeights(stage, chain, netuid),
      () => '',
    )
    if (!signal.aborted) await watch(stage, chain, netuid, principals)
  } finally {
    await chain.close()
  }
}

const added = (count: number): string => (count === 0 ? 'as before' : `${count} new`)

async function startChain({
  options,
  folder,
  endpoint,
  processes,
  signal,
}: Stage): Promise<DemoChain> {
  const path = join(folder, 'chain')
  const port = String(options['rpc-port'])
  const node = await processes.start({
    name: 'chain',
    script: NODE,
    args: ['--dev', '--fast', '--base-path', path, '--rpc-port', port, '--no-prometheus'],
  })
  for (;;) {
    ensureAlive(processes, signal)
    try {
      return await connectDemoChain(endpoint)
    } catch (error) {
      if (!node.isRunning || signal.aborted) ensureAlive(processes, signal)
      if (error instanceof SubnetError && error.code === 'WRONG_CHAIN') throw error
      await sleep(100, signal)
    }
  }
}

async function prepareSubnet(chain: DemoChain): Promise<number> {
  const netuid = await setup.ensureSubnet(chain)
  await setup.ensureRules(chain, netuid)
  await setup.ensureStarted(chain, netuid)
  return netuid
}

/** Stakes, and notes on disk what was put in, so that later only what was earned is counted. */
async function stakeAll({ folder }: Stage, chain: DemoChain, netuid: number): Promise<Principals> {
  const file = join(folder, 'principals.json')
  const fresh = await setup.ensureStaked(chain, netuid)
  if (fresh === 0) return readPrincipals(file)
  const { neurons } = (await chain.look(netuid)).state
  const principals = Object.fromEntries(neurons.map(({ hotkey, stake }) => [hotkey, stake]))
  const text = Object.fromEntries(neurons.map(({ hotkey, stake }) => [hotkey, stake.toString()]))
  await writeFile(file, JSON.stringify(text))
  return principals
}

async function readPrincipals(file: string): Promise<Principals> {
  try {
    const text = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>
    return Object.fromEntries(Object.entries(text).map(([hotkey, rao]) => [hotkey, BigInt(rao)]))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

async function startNeurons(stage: Stage, netuid: number): Promise<number> {
  const { options, endpoint, processes, folder } = stage
  const { host, announced } = await loopbackAddress()
  const common = ['--netuid', String(netuid), '--chain', endpoint]
  for (const [index, miner] of MINERS.entries()) {
    const axon = ['--axon.host', host, '--axon.port', String(options['axon-port'] + index)]
    await processes.start({
      name: miner.name,
      script: MINER,
      args: [
        ...common,
        ...['--key-uri', miner.hotkey, '--miner', miner.summariser, ...axon],
        ...['--axon.external_ip', announced, '--sync-seconds', '2'],
      ],
    })
  }
  for (const validator of VALIDATORS) {
    await processes.start({
      name: validator.name,
      script: VALIDATOR,
      args: [
        ...common,
        ...['--key-uri', validator.hotkey, '--state', join(folder, `${validator.name}.json`)],
        ...(host === announced ? [] : ['--external-ip', announced]),
        ...(options.docs === undefined ? [] : ['--docs', resolve(options.docs)]),
      ],
    })
  }
  return MINERS.length + VALIDATORS.length
}

/** Until every validator has set weights in this run. */
async function waitForWeights(stage: Stage, chain: DemoChain, netuid: number): Promise<void> {
  const start = (await chain.head()).number
  const hotkeys = new Set(VALIDATORS.map(({ hotkey }) => chain.addressOf(hotkey)))
  for (;;) {
    ensureAlive(stage.processes, stage.signal)
    const { neurons } = (await chain.look(netuid)).state
    const waiting = neurons.filter((n) => hotkeys.has(n.hotkey) && n.lastUpdate < start)
    if (waiting.length === 0) return
    await sleep(chain.blockMs, stage.signal)
  }
}

/** Shows each block until asked to end, or until the wished number of blocks or epochs is over. */
async function watch(
  stage: Stage,
  chain: DemoChain,
  netuid: number,
  principals: Principals,
): Promise<void> {
  const { options, signal, screen, news, endpoint, processes } = stage
  const addresses = new Map(CAST.map(({ name, hotkey }) => [name, chain.addressOf(hotkey)]))
  const help = connectionHelp(endpoint, netuid)
  const { blockMs } = chain
  let first: View | undefined
  let view: View | undefined
  while (!signal.aborted) {
    ensureAlive(processes, signal)
    const { state, facts } = await chain.look(netuid)
    const parts = { endpoint, blockMs, state, facts, principals, addresses, help }
    view = viewOf({ ...parts, news: news.lines })
    first ??= view
    screen.showView(view)
    const isOver =
      view.block - first.block >= (options.blocks ?? Infinity) ||
      view.epoch - first.epoch >= (options.epochs ?? Infinity)
    if (isOver) break
    await chain.nextBlock(signal)
  }
  if (view !== undefined) screen.keep(view)
  if (options.check && view !== undefined && !isRankedBy(view, ['lead3', 'textrank', 'lexrank'])) {
    throw new Error('the better summarisers did not earn more')
  }
}

/** Fails with the last words of a process that ended by itself. */
function ensureAlive(processes: Processes, signal: AbortSignal): void {
  if (signal.aborted) throw signal.reason
  const [lost] = processes.lost
  if (lost === undefined) return
  const words = lost.lastLines.slice(-5).map((line) => printable(line))
  const told = words.length === 0 ? 'it said nothing' : words.join('\n  ')
  throw new SubnetError('CHILD_ENDED', `the process ${lost.name} ended (${lost.end}):\n  ${told}`)
}

/**
 * `npm start`: a chain with fast blocks, a subnet on it, three miners and two validators as processes
 * of their own, and a live view of who earns what. Ctrl-C ends everything; starting again continues.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { loadCorpus, runMain } from '@taonet/subnets'
import { MINERS, VALIDATORS } from './start-cast.ts'
import type { DemoChain } from './start-chain.ts'
import { START_FLAGS } from './start-flags.ts'
import { farewell } from './start-help.ts'
import { News } from './start-news.ts'
import { ensureFree, type Need } from './start-ports.ts'
import { Processes } from './start-processes.ts'
import { Screen } from './start-screen.ts'
import * as setup from './start-setup.ts'
import type { Principals } from './start-snapshot.ts'
import { type Options, type Stage, startChain, startNeurons } from './start-stage.ts'
import { Steps } from './start-steps.ts'
import { waitForWeights, watch } from './start-watch.ts'

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

function portsOf(options: Options): Need[] {
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
      () => `on ${VALIDATORS.length} validators`,
    )
    await steps.run(
      'start neurons',
      () => startNeurons(stage, netuid),
      (count) => `${count} processes`,
    )
    await steps.run(
      'first weights',
      () => waitForWeights(stage, chain, netuid),
      () => 'the neurons are at work',
    )
    if (!signal.aborted) await watch(stage, chain, netuid, principals)
  } finally {
    await chain.close()
  }
}

function added(count: number): string {
  return count === 0 ? 'as before' : `${count} new`
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

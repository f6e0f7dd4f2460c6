/** What the demo has while it runs, and the processes it starts. */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printable, type Settings, SubnetError, sleep } from '@taonet/subnets'
import { MINERS, VALIDATORS } from './start-cast.ts'
import { connectDemoChain, type DemoChain } from './start-chain.ts'
import type { START_FLAGS } from './start-flags.ts'
import type { News } from './start-news.ts'
import { loopbackAddress } from './start-ports.ts'
import type { Processes } from './start-processes.ts'
import type { Screen } from './start-screen.ts'

export type Options = Settings<typeof START_FLAGS>

/** Everything the demo has while it runs. */
export type Stage = {
  readonly options: Options
  readonly signal: AbortSignal
  readonly folder: string
  readonly endpoint: string
  readonly processes: Processes
  readonly screen: Screen
  readonly news: News
}

/** Name of the node's process. */
export const CHAIN = 'chain'

const REPOSITORY = new URL('..', import.meta.url)
const pathOf = (file: string): string => fileURLToPath(new URL(file, REPOSITORY))
const NODE = pathOf('packages/node/src/main.ts')
const MINER = pathOf('packages/subnets/src/summarize/miner/main.ts')
const VALIDATOR = pathOf('packages/subnets/src/summarize/validator/main.ts')

/** Starts the node and waits until it answers. Refuses (SubnetError) CHILD_ENDED. */
export async function startChain({
  options,
  folder,
  endpoint,
  processes,
  signal,
}: Stage): Promise<DemoChain> {
  const path = join(folder, 'chain')
  const port = String(options['rpc-port'])
  const node = await processes.start({
    name: CHAIN,
    script: NODE,
    args: [
      '--dev',
      '--fast',
      '--pow-faucet',
      '--base-path',
      path,
      '--rpc-port',
      port,
      '--no-prometheus',
    ],
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

/** Starts miners and validators; returns how many. */
export async function startNeurons(stage: Stage, netuid: number): Promise<number> {
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
        ...[
          '--key-uri',
          validator.hotkey,
          '--timeout',
          '4',
          '--state',
          join(folder, `${validator.name}.json`),
        ],
        ...(host === announced ? [] : ['--external-ip', announced]),
        ...(options.docs === undefined ? [] : ['--docs', resolve(options.docs)]),
      ],
    })
  }
  return MINERS.length + VALIDATORS.length
}

/**
 * Refuses (SubnetError CHILD_ENDED) if one of the named processes ended by itself, with its last words;
 * without names, if any did. Throws the signal's reason once it aborts.
 */
export function ensureAlive(
  processes: Processes,
  signal: AbortSignal,
  names?: readonly string[],
): void {
  if (signal.aborted) throw signal.reason
  const lost = processes.lost.find(({ name }) => names?.includes(name) ?? true)
  if (lost === undefined) return
  const words = lost.lastLines
    .filter((line) => !/^\s+at /.test(line))
    .slice(-5)
    .map((line) => printable(line))
  const told = words.length === 0 ? 'it said nothing' : words.join('\n  ')
  throw new SubnetError('CHILD_ENDED', `the process ${lost.name} ended (${lost.end}):\n  ${told}`)
}

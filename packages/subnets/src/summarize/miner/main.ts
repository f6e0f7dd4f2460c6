/** Entry point of a miner: `node --conditions=source …/miner/main.ts --miner lexrank --netuid 2`. */
import { connectSubnetChain } from '../../kit/connect.ts'
import { SubnetError } from '../../kit/errors.ts'
import { loadHotkey } from '../../kit/hotkey.ts'
import { createLog, type Level } from '../../kit/log.ts'
import { AXON_FLAGS, NEURON_FLAGS } from '../../kit/neuron-flags.ts'
import { runMain } from '../../kit/run-main.ts'
import type { Endpoint } from './openai.ts'
import { runMiner } from './run-miner.ts'
import { SUMMARISERS, type SummariserName, summariserOf } from './summarisers.ts'

await runMain({
  usage: 'usage: miner [flags]   serves summaries to the validators of a subnet',
  flags: {
    miner: { kind: 'text', help: 'how to summarise', oneOf: SUMMARISERS, default: 'lexrank' },
    ...NEURON_FLAGS,
    ...AXON_FLAGS,
    'needs-permit': {
      kind: 'switch',
      help: 'answer only callers with a validator permit, not every registered one',
    },
    'sync-seconds': {
      kind: 'number',
      help: 'pause between two readings of the subnet',
      min: 0.1,
      max: 3600,
      default: 12,
    },
    endpoint: {
      kind: 'text',
      help: 'base address for --miner openai, http://127.0.0.1:11434/v1 for instance',
      env: 'OPENAI_BASE_URL',
    },
    model: { kind: 'text', help: 'model for --miner openai', env: 'OPENAI_MODEL' },
    'api-key-env': {
      kind: 'text',
      help: 'environment variable that holds the key for --miner openai',
      default: 'OPENAI_API_KEY',
    },
    'endpoint-seconds': {
      kind: 'number',
      help: 'longest wait for --miner openai',
      min: 0.1,
      max: 600,
      default: 20,
    },
  },
  run: async (settings, signal) => {
    const name = settings.miner as SummariserName
    const summarise = summariserOf(name, name === 'openai' ? endpointOf(settings) : undefined)
    const log = createLog((line) => process.stdout.write(`${line}\n`), settings.log as Level)
    const hotkey = await loadHotkey(settings)
    const chain = await connectSubnetChain(settings.chain, signal)
    const externalIp = settings['axon.external_ip']
    const externalPort = settings['axon.external_port']
    try {
      await runMiner({
        chain,
        hotkey,
        netuid: settings.netuid,
        log,
        signal,
        summarise,
        needsPermit: settings['needs-permit'],
        syncMs: settings['sync-seconds'] * 1000,
        axon: {
          host: settings['axon.host'],
          port: settings['axon.port'],
          ...(externalIp === undefined ? {} : { externalIp }),
          ...(externalPort === undefined ? {} : { externalPort }),
        },
      })
    } finally {
      await chain.close()
    }
  },
})

function endpointOf(settings: {
  endpoint: string | undefined
  model: string | undefined
  'api-key-env': string
  'endpoint-seconds': number
}): Endpoint {
  const { endpoint, model } = settings
  if (endpoint === undefined || model === undefined) {
    throw new SubnetError('BAD_FLAG', '--miner openai needs --endpoint and --model')
  }
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) {
    throw new SubnetError('BAD_FLAG', `--endpoint: expected an http address, got ${endpoint}`)
  }
  const apiKey = process.env[settings['api-key-env']]
  const timeoutMs = settings['endpoint-seconds'] * 1000
  return { url: endpoint, model, timeoutMs, ...(apiKey === undefined ? {} : { apiKey }) }
}

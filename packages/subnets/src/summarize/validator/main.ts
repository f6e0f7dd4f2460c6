/** Entry point of a validator: `node --conditions=source …/validator/main.ts --netuid 2`. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expandHome } from '@taonet/sdk'
import { connectSubnetChain } from '../../kit/connect.ts'
import { loadHotkey } from '../../kit/hotkey.ts'
import { createLog, type Level } from '../../kit/log.ts'
import { NEURON_FLAGS } from '../../kit/neuron-flags.ts'
import { runMain } from '../../kit/run-main.ts'
import { loadCorpus, OWN_CORPUS } from './corpus.ts'
import { runValidator, type ValidatorOptions } from './run-validator.ts'

await runMain({
  usage: 'usage: validator [flags]   asks miners for summaries, grades them, sets weights',
  flags: {
    ...NEURON_FLAGS,
    docs: { kind: 'text', help: 'folder of .txt and .md files to draw from instead of our own' },
    kind: {
      kind: 'text',
      help: 'summaries of whole sentences, of free wording, or both in turn',
      oneOf: ['extractive', 'abstractive', 'mixed'],
      default: 'extractive',
    },
    lang: { kind: 'text', help: 'language of the documents', default: 'en' },
    tasks: { kind: 'whole', help: 'tasks in one round', min: 1, max: 1000, default: 6 },
    'round-seconds': {
      kind: 'number',
      help: 'longest pause between rounds, if epochs are longer',
      min: 0.1,
      max: 86_400,
      default: 60,
    },
    sample: { kind: 'whole', help: 'miners asked in one round', min: 1, max: 4096, default: 64 },
    timeout: { kind: 'number', help: 'seconds for an answer', min: 0.1, max: 600, default: 10 },
    'half-life': {
      kind: 'number',
      help: 'tasks after which an old score counts half',
      min: 1,
      max: 1e6,
      default: 60,
    },
    state: { kind: 'text', help: 'file for what it remembers' },
    'external-ip': {
      kind: 'text',
      help: 'our own address on chain: axons there are asked over the loopback',
      aliases: ['axon.external_ip'],
      env: 'BT_AXON_EXTERNAL_IP',
    },
  },
  run: async (settings, signal) => {
    const log = createLog((line) => process.stdout.write(`${line}\n`), settings.log as Level)
    const hotkey = await loadHotkey(settings)
    const corpus = await loadCorpus(settings.docs ?? fileURLToPath(OWN_CORPUS))
    log.info('documents', { count: corpus.documents.length, from: settings.docs ?? 'own corpus' })
    const chain = await connectSubnetChain(settings.chain, signal)
    const externalIp = settings['external-ip']
    try {
      await runValidator({
        chain,
        hotkey,
        netuid: settings.netuid,
        log,
        signal,
        corpus,
        kind: settings.kind as ValidatorOptions['kind'],
        lang: settings.lang,
        tasksPerRound: settings.tasks,
        longestRoundMs: settings['round-seconds'] * 1000,
        sampleSize: settings.sample,
        timeoutSeconds: settings.timeout,
        halfLife: settings['half-life'],
        stateFile: settings.state ?? stateFileOf(hotkey.ss58Address, settings.netuid),
        salt: randomBytes(32).toString('hex'),
        ...(externalIp === undefined ? {} : { externalIp }),
      })
    } finally {
      await chain.close()
    }
  },
})

function stateFileOf(hotkey: string, netuid: number): string {
  return join(expandHome('~/.bittensor/validators'), hotkey, `netuid${netuid}.json`)
}

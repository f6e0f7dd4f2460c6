/** A validator: asks, grades, remembers, sets weights. */
import { Dendrite } from '@taonet/sdk'
import { chooseMiners } from '../../kit/choose-miners.ts'
import { reasonOf } from '../../kit/log.ts'
import { Neuron, type NeuronOptions } from '../../kit/neuron.ts'
import { drawsOf, seedOf } from '../../kit/seed.ts'
import { loadState, saveState } from '../../kit/state-file.ts'
import { VERSION_KEY } from '../protocol.ts'
import type { TaskKind } from '../task.ts'
import { askMiners, type Miner } from './ask.ts'
import type { Corpus } from './corpus.ts'
import { drawTask } from './draw-task.ts'
import { type Grade, gradeReplies } from './grade.ts'
import { forgetGone, isMemory, type Memory, newMemory, remember, weightsFrom } from './memory.ts'

export type ValidatorOptions = NeuronOptions & {
  readonly corpus: Corpus
  readonly kind: TaskKind | 'mixed'
  readonly lang: string
  /** Tasks of one round; a round is held once per epoch, or more often if an epoch is long. */
  readonly tasksPerRound: number
  /** Longest pause between the starts of two rounds. */
  readonly longestRoundMs: number
  /** Miners asked at most in one round. */
  readonly sampleSize: number
  readonly timeoutSeconds: number
  /** Tasks after which an old score counts half. */
  readonly halfLife: number
  /** Where the memory is kept. */
  readonly stateFile: string
  /** Known to this validator alone: makes its tasks unforeseeable. */
  readonly salt: string
  /** Our own address as the chain knows it, so that neighbours are asked over the loopback. */
  readonly externalIp?: string
}

/**
 * Validates until asked to end. Refuses as `Neuron.join` and `loadState`; whatever happens within a
 * round is logged, and the next round comes.
 */
export async function runValidator(options: ValidatorOptions): Promise<void> {
  const { log, hotkey, externalIp } = options
  const neuron = await Neuron.join(options)
  const dendrite = new Dendrite({ hotkey, ...(externalIp === undefined ? {} : { externalIp }) })
  // Whoever hangs must not keep us from ending.
  options.signal.addEventListener('abort', () => dendrite.close(), { once: true })
  let memory = await recall(options)
  try {
    while (!neuron.isEnding) {
      const started = performance.now()
      try {
        memory = forgetGone(
          memory,
          neuron.subnet.neurons.map((each) => each.hotkey),
        )
        memory = await holdRound(options, neuron, dendrite, memory)
        await saveState(options.stateFile, memory)
        if (!neuron.isEnding) await setWeightsIfDue(options, neuron, memory)
      } catch (error) {
        if (!neuron.isEnding) log.error('the round failed', { reason: reasonOf(error) })
      }
      await neuron.sleep(roundMs(options, neuron) - (performance.now() - started))
      if (!neuron.isEnding) await neuron.sync()
    }
  } finally {
    dendrite.close()
    log.info('stopped validating', { tasks: memory.tasks })
  }
}

async function recall({ stateFile, netuid, log }: ValidatorOptions): Promise<Memory> {
  const memory = await loadState(stateFile, isMemory)
  if (memory === undefined || memory.netuid !== netuid) return newMemory(netuid)
  log.info('remembered', { tasks: memory.tasks, miners: Object.keys(memory.averages).length })
  return memory
}

async function holdRound(
  options: ValidatorOptions,
  neuron: Neuron,
  dendrite: Dendrite,
  before: Memory,
): Promise<Memory> {
  const { chain, corpus, hotkey, netuid, salt, log } = options
  const { number, hash } = await chain.head()
  const seed = seedOf(netuid, number, hash, hotkey.ss58Address, salt)
  const miners: Miner[] = chooseMiners(
    neuron.subnet,
    neuron.uid,
    options.sampleSize,
    drawsOf(seed),
  ).map(({ uid, hotkey, registeredAt, axon }) => ({ uid, hotkey, registeredAt, ...axon }))
  if (miners.length === 0) {
    log.info('nobody serves yet', { block: number })
    return before
  }
  const tasks = Array.from({ length: options.tasksPerRound }, (_, index) =>
    drawTask(corpus, seedOf(seed, index), options),
  )
  // All at once: a miner that hangs costs the round one time limit, not one per task.
  const replies = await Promise.all(
    tasks.map((task) => askMiners(dendrite, miners, task, options.timeoutSeconds)),
  )
  // What went unanswered because we end is no miner's fault.
  if (neuron.isEnding) return before
  let memory = before
  const scores = new Map<number, number>()
  for (const [index, task] of tasks.entries()) {
    const graded = gradeReplies(task, replies[index]!, corpus.background)
    memory = remember(memory, graded, options.halfLife)
    for (const grade of graded.grades) {
      logGrade(options, task.docId, grade)
      scores.set(grade.uid, (scores.get(grade.uid) ?? 0) + grade.score / options.tasksPerRound)
    }
  }
  const summary = [...scores].map(([uid, score]) => `${uid}:${score.toFixed(2)}`).join(' ')
  log.info('round', { block: number, asked: miners.length, scores: summary })
  return memory
}

function logGrade({ log }: ValidatorOptions, doc: string, grade: Grade): void {
  const { uid, score, status, seconds } = grade
  const fields = { doc, uid, score: score.toFixed(3), status, ms: Math.round(seconds * 1000) }
  if (status === 'ok') log.debug('grade', fields)
  else log.info('grade', fields)
}

async function setWeightsIfDue(
  { chain, hotkey, netuid, log }: ValidatorOptions,
  neuron: Neuron,
  memory: Memory,
): Promise<void> {
  const { block, weightsRateLimit } = neuron.subnet
  const wait = neuron.self.lastUpdate + weightsRateLimit - block
  if (!neuron.self.hasPermit) {
    log.info('no weights: no validator permit yet; it comes with stake and an epoch')
    return
  }
  if (wait > 0) {
    log.debug('no weights: too soon', { waitBlocks: wait })
    return
  }
  const weights = weightsFrom(memory)
  if (weights.uids.length === 0) {
    log.info('no weights: nobody is better than chance so far', { tasks: memory.tasks })
    return
  }
  const outcome = await chain.setWeights(hotkey, netuid, weights, VERSION_KEY)
  if (!outcome.isSet) {
    log.warn('weights refused', { reason: outcome.reason })
    return
  }
  const text = weights.uids.map((uid, i) => `${uid}:${weights.weights[i]!.toFixed(3)}`).join(' ')
  log.info('weights set', { weights: text, block: outcome.block })
}

function roundMs({ chain, longestRoundMs }: ValidatorOptions, { subnet }: Neuron): number {
  return Math.min(longestRoundMs, subnet.tempo * chain.blockMs)
}

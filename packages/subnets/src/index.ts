export { type Admission, type AdmissionRules, admissionOf } from './kit/admission.ts'
export { chooseMiners, type Serving } from './kit/choose-miners.ts'
export { connectSubnetChain, subnetChainOver, subnetStateOf } from './kit/connect.ts'
export { SubnetError, type SubnetErrorCode } from './kit/errors.ts'
export { describeFlags, type Flag, type Flags, readFlags, type Settings } from './kit/flags.ts'
export { type KeySettings, loadHotkey } from './kit/hotkey.ts'
export { createLog, type Level, type Log, reasonOf } from './kit/log.ts'
export {
  type Average,
  type Averages,
  alphaOf,
  keepRegistered,
  moveAverages,
} from './kit/moving-average.ts'
export { Neuron, type NeuronOptions } from './kit/neuron.ts'
export { AXON_FLAGS, NEURON_FLAGS } from './kit/neuron-flags.ts'
export { printable } from './kit/printable.ts'
export { type Main, runMain } from './kit/run-main.ts'
export { type Weights, weightsOf } from './kit/score-weights.ts'
export { type Draws, drawsOf, seedOf } from './kit/seed.ts'
export { shutdownSignal, sleep } from './kit/shutdown.ts'
export { loadState, saveState } from './kit/state-file.ts'
export type { NeuronState, SubnetChain, SubnetState, WeightsOutcome } from './kit/subnet-chain.ts'
export { type MinerOptions, runMiner } from './summarize/miner/run-miner.ts'
export {
  SUMMARISERS,
  type Summariser,
  type SummariserName,
  summariserOf,
} from './summarize/miner/summarisers.ts'
export { requestOf, Summarize, VERSION_KEY } from './summarize/protocol.ts'
export { type Background, backgroundOf } from './summarize/score/importance.ts'
export { type Judgement, judge, type Yardstick, yardstickOf } from './summarize/score/judge.ts'
export type { Answer, Task, TaskKind } from './summarize/task.ts'
export { askMiners, type Miner } from './summarize/validator/ask.ts'
export {
  type Corpus,
  CorpusError,
  type Document,
  documentOf,
  loadCorpus,
  OWN_CORPUS,
} from './summarize/validator/corpus.ts'
export { type DrawOptions, drawTask } from './summarize/validator/draw-task.ts'
export { type Graded, gradeReplies, type Reply } from './summarize/validator/grade.ts'
export {
  isMemory,
  type Memory,
  newMemory,
  remember,
  weightsFrom,
} from './summarize/validator/memory.ts'
export { runValidator, type ValidatorOptions } from './summarize/validator/run-validator.ts'

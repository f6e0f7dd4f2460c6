/**
 * One epoch without its storage: `node --conditions=source bench/epoch.bench.ts`.
 *
 * Production's figures are "math med (trie)" of spec 425 compiled natively, 2-core x86-64 at 2.6 GHz, 2026-11-22; the
 * subnets are built as there: each validator weights all miners (or all others, where everybody validates), bonds
 * have had three epochs to grow. `penalty ½` is a harder case than production was measured on: every pair of liquid
 * alpha has a distance of its own.
 *
 * target  faster than production in every row, five times with liquid alpha
 *
 * 2026-11-22, the same kind of machine, Node 24.9:
 * ```
 *    n  val yuma liquid │ ours min   med │ native med │ ratio │ penalty ½ med  ratio
 *  256   64    3     on │     0.59  0.69 │       21.1 │ 30.8× │          1.24  17.0×
 *  256  256    3     on │     2.81  2.91 │       27.2 │  9.4× │          6.18   4.4×
 * 1024   64    3     on │     2.74  2.83 │      322.0 │ 113.7× │          5.96  54.0×
 * 1024  256    3     on │     8.58  8.98 │      350.0 │ 39.0× │         19.96  17.5×
 * 4096   64    3     on │    12.31 12.40 │     5209.0 │ 420.0× │         27.72 187.9×
 *  256   64    3    off │     0.52  0.54 │        0.9 │  1.7× │          0.61   1.5×
 *  256  256    3    off │     2.37  2.47 │        6.5 │  2.6× │          3.07   2.1×
 * 1024   64    3    off │     2.48  2.56 │        6.3 │  2.5× │          3.07   2.1×
 * 4096   64    3    off │    11.22 11.46 │       32.0 │  2.8× │         13.84   2.3×
 *  256   64    2    off │     0.71  0.73 │        1.2 │  1.6× │          0.82   1.5×
 * ```
 */
import { runEpoch } from '../packages/runtime/src/pallets/subtensor/epoch/kernel.ts'
import { stakeWeights } from '../packages/runtime/src/pallets/subtensor/epoch/stake.ts'
import type { EpochInput, PairRow } from '../packages/runtime/src/pallets/subtensor/epoch/types.ts'

interface Row {
  n: number
  validators: number
  yuma3: boolean
  liquid: boolean
  /** Milliseconds of production's epoch without reads, and with them. */
  math: number
  trie: number
}

const ROWS: Row[] = [
  { n: 256, validators: 64, yuma3: true, liquid: true, math: 21.1, trie: 27.3 },
  { n: 256, validators: 256, yuma3: true, liquid: true, math: 27.2, trie: 36.6 },
  { n: 1024, validators: 64, yuma3: true, liquid: true, math: 322, trie: 349 },
  { n: 1024, validators: 256, yuma3: true, liquid: true, math: 350, trie: 386 },
  { n: 4096, validators: 64, yuma3: true, liquid: true, math: 5209, trie: 5325 },
  { n: 256, validators: 64, yuma3: true, liquid: false, math: 0.9, trie: 7.0 },
  { n: 256, validators: 256, yuma3: true, liquid: false, math: 6.5, trie: 15.4 },
  { n: 1024, validators: 64, yuma3: true, liquid: false, math: 6.3, trie: 33.8 },
  { n: 4096, validators: 64, yuma3: true, liquid: false, math: 32, trie: 155 },
  { n: 256, validators: 64, yuma3: false, liquid: false, math: 1.2, trie: 7.3 },
]

/** xorshift32: the same subnet every time. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

function subnet({ n, validators, yuma3, liquid }: Row, BondsPenalty: number): EpochInput {
  const below = random(n * 1000 + validators)
  const uids = Array.from({ length: n }, (_, uid) => uid)
  const weightsOf = (uid: number): PairRow => {
    const targets = uids.filter((j) => (validators < n ? j >= validators : j !== uid))
    return Uint16Array.from(targets.flatMap((j) => [j, 1 + below(65_535)]))
  }
  const stakeOf = (uid: number) => (uid < validators ? BigInt(1 + below(1e9)) * 100_000n : 0n)
  return {
    SubnetworkN: n,
    currentBlock: 100_000n,
    Tempo: 360,
    LastMechansimStepBlock: 99_640n,
    activityCutoff: 5000n,
    LastUpdate: uids.map(() => 99_900n),
    BlockAtRegistration: uids.map(() => 1000n),
    totalStake: stakeWeights(uids.map(stakeOf), uids.map(stakeOf), 971_718_665_099_567_868n),
    StakeThreshold: 0n,
    ownerUid: undefined,
    ValidatorPermit: uids.map((uid) => uid < validators),
    MaxAllowedValidators: validators,
    Weights: uids.map((uid) => (uid < validators ? weightsOf(uid) : undefined)),
    Bonds: [],
    commitBlocks: undefined,
    Kappa: 32_767,
    BondsPenalty,
    BondsMovingAverage: 900_000n,
    Yuma3On: yuma3,
    LiquidAlphaOn: liquid,
    AlphaValues: [45_875, 58_982],
    AlphaSigmoidSteepness: 1000,
    emission: 360_000_000_000n,
  }
}

/** Fastest and middle of many runs, in milliseconds. */
function measure(input: EpochInput): { best: number; middle: number } {
  const times: number[] = []
  const repetitions = input.SubnetworkN > 1024 ? 15 : 61
  for (let k = 0; k < repetitions; k += 1) {
    const start = performance.now()
    runEpoch(input)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return { best: times[0]!, middle: times[repetitions >> 1]! }
}

function warmedUp(row: Row, penalty: number): EpochInput {
  let input = subnet(row, penalty)
  for (let epoch = 0; epoch < 3; epoch += 1) {
    input = { ...input, Bonds: runEpoch(input).bond }
  }
  return input
}

console.log('   n  val yuma liquid │ ours min   med │ native med │ ratio │ penalty ½ med  ratio')
for (const row of ROWS) {
  const { best, middle } = measure(warmedUp(row, 65_535))
  const hard = measure(warmedUp(row, 32_768)).middle
  const cells = [
    String(row.n).padStart(4),
    String(row.validators).padStart(4),
    row.yuma3 ? '   3' : '   2',
    row.liquid ? '    on' : '   off',
    '│',
    best.toFixed(2).padStart(8),
    middle.toFixed(2).padStart(5),
    '│',
    row.math.toFixed(1).padStart(10),
    '│',
    `${(row.math / middle).toFixed(1)}×`.padStart(5),
    '│',
    hard.toFixed(2).padStart(13),
    `${(row.math / hard).toFixed(1)}×`.padStart(6),
  ]
  console.log(cells.join(' '))
}

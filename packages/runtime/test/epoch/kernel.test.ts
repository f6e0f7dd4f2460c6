import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { packPairs } from '../../src/pallets/subtensor/epoch/pair-row.ts'
import type { EpochInput } from '../../src/pallets/subtensor/epoch/types.ts'
import { runBoth } from './vectors.ts'

const u16 = fc.oneof(fc.nat(0xffff), fc.constantFrom(0, 1, 32_767, 32_768, 65_534, 65_535))
/** Few of them, so that equal ones meet. */
const block = fc.nat(12).map(BigInt)

/** A row of pairs in any order: duplicates, zeros and now and then targets that do not exist. */
const row = (n: number) =>
  fc.oneof(
    fc.constant(undefined),
    fc.array(fc.tuple(fc.nat(n + 1), u16), { maxLength: 2 * n }).map((pairs) => packPairs(pairs)),
    fc
      .array(u16, { minLength: n, maxLength: n })
      .map((values) => packPairs(values.map((value, j) => [j, value] as const))),
  )

const stake = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0n) },
  { weight: 6, arbitrary: fc.bigInt(0n, 1n << 118n) },
  { weight: 6, arbitrary: fc.nat(3).map((rao) => BigInt(rao) << 64n) },
)

const parameters = {
  currentBlock: fc.nat(20).map(BigInt),
  Tempo: fc.nat(20),
  LastMechansimStepBlock: block,
  activityCutoff: block,
  StakeThreshold: fc.nat(3).map(BigInt),
  MaxAllowedValidators: fc.nat(12),
  Kappa: u16,
  BondsPenalty: u16,
  BondsMovingAverage: fc.oneof(
    { weight: 6, arbitrary: fc.nat(1_100_000).map(BigInt) },
    { weight: 1, arbitrary: fc.bigInt(0n, (1n << 64n) - 1n) },
  ),
  Yuma3On: fc.boolean(),
  LiquidAlphaOn: fc.boolean(),
  AlphaValues: fc.tuple(u16, u16),
  AlphaSigmoidSteepness: fc.oneof(
    fc.integer({ min: -0x8000, max: 0x7fff }),
    fc.constantFrom(1000, 0, 100),
  ),
  emission: fc.bigInt(0n, (1n << 64n) - 1n),
}

const anyInput = fc.integer({ min: 0, max: 9 }).chain((n) => {
  const list = <T>(of: fc.Arbitrary<T>, most = n, least = n) =>
    fc.array(of, { minLength: least, maxLength: most })
  return fc.record<EpochInput>({
    ...parameters,
    SubnetworkN: fc.constant(n),
    LastUpdate: list(block, n + 1, 0),
    BlockAtRegistration: list(fc.nat(8).map(BigInt)),
    totalStake: list(stake),
    ownerUid: fc.option(fc.nat(n), { nil: undefined }),
    ValidatorPermit: list(
      fc.boolean().map((flag) => flag),
      n + 1,
      0,
    ),
    Weights: list(row(n), n + 1, 0),
    Bonds: list(row(n), n + 1, 0),
    commitBlocks: fc.option(list(fc.oneof(block, fc.constant((1n << 64n) - 1n))), {
      nil: undefined,
    }),
  })
})

/** A subnet as it mostly is: everybody active and permitted, weights for all. */
const busyInput = fc.integer({ min: 2, max: 12 }).chain((n) => {
  const list = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: n, maxLength: n })
  return fc.record<EpochInput>({
    ...parameters,
    currentBlock: fc.constant(1000n),
    activityCutoff: fc.constant(1000n),
    SubnetworkN: fc.constant(n),
    LastUpdate: list(fc.constant(900n)),
    BlockAtRegistration: list(fc.constant(1n)),
    totalStake: list(stake),
    ownerUid: fc.constant(undefined),
    ValidatorPermit: list(fc.constant(true)),
    Weights: list(row(n)),
    Bonds: list(row(n)),
    commitBlocks: fc.constant(undefined),
    BondsMovingAverage: fc.nat(1_000_000).map(BigInt),
  })
})

test('kernel and reference agree on whatever storage may hold', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      runBoth(input)
    }),
    { numRuns: 1500, seed: 425 },
  )
})

/** Stakes that are whole parts of 65535 are exact, so that kappa can cut right between two of them. */
const tiedInput = fc
  .tuple(busyInput, fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 2, maxLength: 5 }))
  .map(([input, parts]): EpochInput => {
    const sum = (values: readonly number[]) => values.reduce((total, part) => total + part, 0)
    const stakes = [...parts, 65_535 - sum(parts)].slice(0, input.SubnetworkN)
    const kappa = sum(stakes.slice(1, 2 + (input.Kappa % stakes.length)))
    const totalStake = input.totalStake.map((_, uid) => BigInt(stakes[uid] ?? 0) << 64n)
    return { ...input, totalStake, StakeThreshold: 0n, Kappa: kappa }
  })

test('kernel and reference agree where a majority is exact', () => {
  fc.assert(
    fc.property(tiedInput, (input) => {
      runBoth(input)
    }),
    { numRuns: 1500, seed: 425 },
  )
})

test('kernel and reference agree on busy subnets', () => {
  fc.assert(
    fc.property(busyInput, (input) => {
      runBoth(input)
    }),
    { numRuns: 1500, seed: 425 },
  )
})

const twoNeurons: EpochInput = {
  SubnetworkN: 2,
  currentBlock: 10n,
  Tempo: 5,
  LastMechansimStepBlock: 0n,
  activityCutoff: 100n,
  LastUpdate: [9n, 9n],
  BlockAtRegistration: [1n, 1n],
  totalStake: [1n << 64n, 1n << 64n],
  StakeThreshold: 0n,
  ownerUid: undefined,
  ValidatorPermit: [true, true],
  MaxAllowedValidators: 2,
  Weights: [packPairs([[1, 5]]), packPairs([[0, 7]])],
  Bonds: [],
  commitBlocks: undefined,
  Kappa: 32_767,
  BondsPenalty: 65_535,
  BondsMovingAverage: 900_000n,
  Yuma3On: true,
  LiquidAlphaOn: true,
  AlphaValues: [45_875, 58_982],
  AlphaSigmoidSteepness: 1000,
  emission: 1_000_000_000n,
}

test('stakes whose sum wraps around are left to the reference', () => {
  const most = (1n << 127n) - 1n
  runBoth({ ...twoNeurons, totalStake: [most, most] })
  runBoth({ ...twoNeurons, totalStake: [most, most - 5n] })
})

test('rows whose sum wraps around are left to the reference', () => {
  const row = packPairs(Array.from({ length: 40_000 }, () => [1, 65_535] as const))
  runBoth({ ...twoNeurons, Weights: [row, twoNeurons.Weights[1]] })
})

test('results do not change when the next epoch runs', () => {
  const first = runBoth(twoNeurons)
  const before = structuredClone(first)
  runBoth({ ...twoNeurons, emission: 5n, Weights: [] })
  assert.deepEqual(first, before)
})

test('half a pair at the end of a row is nothing', () => {
  const row = Uint16Array.of(1, 5, 0)
  const output = runBoth({ ...twoNeurons, Weights: [row, twoNeurons.Weights[1]] })
  assert.deepEqual(output, runBoth(twoNeurons))
})

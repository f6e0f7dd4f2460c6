// The kernel's memory: where an epoch's numbers are written and its results are read. The order of words and arrays is
// that of `Input` and `Output` in packages/runtime/kernel.

import type { I32F32 } from '@taonet/frame'
import type { KernelExports } from './kernel-module.ts'
import type { EpochInput, PairRow } from './types.ts'

/** An input with what the host works out itself. */
export interface PreparedInput {
  readonly input: EpochInput
  /** Filled up to n. */
  readonly lastUpdate: readonly bigint[]
  readonly active: readonly boolean[]
  readonly stake: readonly I32F32[]
  /** The owner's is set. */
  readonly permits: readonly boolean[]
  readonly lastTempoBlock: bigint
  readonly kappa: I32F32
  readonly bondsPenalty: I32F32
  /** Of all pairs, without liquid alpha. */
  readonly alpha: I32F32
  readonly alphaLow: I32F32
  readonly alphaHigh: I32F32
  /** Steepness over -100. */
  readonly slope: I32F32
}

type Rows = readonly (PairRow | undefined)[]

const WORD = 8
const ARRAYS = 10

/**
 * Writes an input and returns its address.
 *
 * cost    O(n + entries); rows are copied as they are
 */
export function writeInput(kernel: KernelExports, prepared: PreparedInput): number {
  const { input, permits } = prepared
  const n = input.SubnetworkN
  // Only weights of the permitted are ever looked at.
  const weights = input.Weights.slice(0, n).map((row, uid) => (permits[uid] ? row : undefined))
  const bonds = input.Bonds.slice(0, n)
  const scalars = inputScalars(prepared)
  const rowBytes = (rows: Rows) =>
    rows.reduce((bytes, row) => bytes + (row === undefined ? 0 : row.byteLength), 4 * (n + 1))
  const room =
    (scalars.length + ARRAYS) * WORD +
    (5 * WORD * n + permits.length + rowBytes(weights) + rowBytes(bonds)) +
    ARRAYS * WORD

  const base = kernel.begin(room)
  const writer = new ArrayWriter(kernel.memory.buffer, base, scalars.length)
  writer.words.set(scalars)
  writer.bits(prepared.stake, n)
  writer.blocks(prepared.lastUpdate, n)
  writer.blocks(input.BlockAtRegistration, n)
  writer.blocks(input.commitBlocks ?? [], n)
  writer.flags(prepared.active, n)
  writer.flags(permits, permits.length)
  writer.rows(weights, n)
  writer.rows(bonds, n)
  return base
}

function inputScalars({ input, ...prepared }: PreparedInput): bigint[] {
  return [
    BigInt(input.SubnetworkN),
    BigInt(prepared.permits.length),
    BigInt(input.ownerUid ?? -1),
    BigInt(input.MaxAllowedValidators),
    BigInt.asIntN(64, prepared.lastTempoBlock),
    input.commitBlocks === undefined ? 0n : 1n,
    prepared.kappa,
    prepared.bondsPenalty,
    input.Yuma3On ? 1n : 0n,
    input.LiquidAlphaOn ? 1n : 0n,
    prepared.alpha,
    prepared.alphaLow,
    prepared.alphaHigh,
    prepared.slope,
    BigInt.asIntN(64, input.emission),
  ]
}

/** Writes arrays one after the other, and the address of each into the words at the front. */
class ArrayWriter {
  readonly words: BigInt64Array
  readonly #buffer: ArrayBuffer
  #word: number
  #address: number

  constructor(buffer: ArrayBuffer, base: number, scalars: number) {
    this.words = new BigInt64Array(buffer, base, scalars + ARRAYS)
    this.#buffer = buffer
    this.#word = scalars
    this.#address = base + this.words.byteLength
  }

  #take(bytes: number): number {
    const address = this.#address
    this.words[this.#word] = BigInt(address)
    this.#word += 1
    this.#address = address + bytes + ((WORD - (bytes % WORD)) % WORD)
    return address
  }

  bits(values: readonly I32F32[], count: number): void {
    new BigInt64Array(this.#buffer, this.#take(count * WORD), count).set(values)
  }

  /** Missing blocks are 0. */
  blocks(values: readonly bigint[], count: number): void {
    const target = new BigUint64Array(this.#buffer, this.#take(count * WORD), count)
    target.set(values.length > count ? values.slice(0, count) : values)
    target.fill(0n, Math.min(values.length, count))
  }

  /** Missing flags are false. */
  flags(values: readonly boolean[], count: number): void {
    const target = new Uint8Array(this.#buffer, this.#take(count), count)
    for (let k = 0; k < count; k += 1) target[k] = values[k] ? 1 : 0
  }

  /** Where the pairs of each row start, then the pairs. A number without a partner at the end of a row is dropped. */
  rows(rows: Rows, count: number): void {
    const starts = new Int32Array(this.#buffer, this.#take(4 * (count + 1)), count + 1)
    let pairs = 0
    for (let uid = 0; uid < count; uid += 1) {
      starts[uid] = pairs
      pairs += (rows[uid]?.length ?? 0) >> 1
    }
    starts[count] = pairs
    const target = new Uint16Array(this.#buffer, this.#take(4 * pairs), 2 * pairs)
    for (let uid = 0; uid < count; uid += 1) {
      const row = rows[uid]
      if (row === undefined) continue
      target.set(row.length % 2 === 0 ? row : row.subarray(0, row.length - 1), 2 * starts[uid]!)
    }
  }
}

/** Results as they lie in memory; copies, so that the next epoch does not change them. */
export interface KernelResults {
  readonly activeStake: BigInt64Array
  readonly consensus: BigInt64Array
  readonly incentive: BigInt64Array
  readonly dividends: BigInt64Array
  readonly stakeParts: Uint16Array
  readonly consensusParts: Uint16Array
  readonly incentiveParts: Uint16Array
  readonly dividendParts: Uint16Array
  readonly trustParts: Uint16Array
  readonly newPermits: boolean[]
  readonly serverEmission: BigUint64Array
  readonly validatorEmission: BigUint64Array
  readonly combinedEmission: BigUint64Array
  /** Row of each uid; empty without a permit. */
  readonly bonds: PairRow[]
}

const RESULTS = 15

/** Reads the results of `n` neurons at an address. */
export function readResults(kernel: KernelExports, address: number, n: number): KernelResults {
  const { buffer } = kernel.memory
  const words = Array.from(new BigUint64Array(buffer, address, RESULTS), Number)
  const bits = (word: number) => new BigInt64Array(buffer, words[word]!, n).slice()
  const parts = (word: number) => new Uint16Array(buffer, words[word]!, n).slice()
  const rao = (word: number) => new BigUint64Array(buffer, words[word]!, n).slice()
  return {
    activeStake: bits(0),
    consensus: bits(1),
    incentive: bits(2),
    dividends: bits(3),
    stakeParts: parts(4),
    consensusParts: parts(5),
    incentiveParts: parts(6),
    dividendParts: parts(7),
    trustParts: parts(8),
    newPermits: Array.from(new Uint8Array(buffer, words[9]!, n), (flag) => flag !== 0),
    serverEmission: rao(10),
    validatorEmission: rao(11),
    combinedEmission: rao(12),
    bonds: readRows(buffer, words[13]!, words[14]!, n),
  }
}

function readRows(buffer: ArrayBuffer, startsAt: number, pairsAt: number, n: number): PairRow[] {
  const starts = new Int32Array(buffer, startsAt, n + 1)
  const pairs = new Uint16Array(buffer, pairsAt, 2 * starts[n]!).slice()
  return Array.from({ length: n }, (_, uid) =>
    pairs.subarray(2 * starts[uid]!, 2 * starts[uid + 1]!),
  )
}

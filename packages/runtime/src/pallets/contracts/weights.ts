/**
 * Weights of Contracts' calls without what the contract uses.
 *
 * source  polkadot-sdk substrate/frame/contracts/src/weights.rs SubstrateWeight
 */
import * as f from '@taonet/frame'

const cost = (ref_time: bigint, proof_size: bigint, reads: number, writes: number): f.Weight =>
  f.addWeight(f.weight(ref_time, proof_size), f.dbReadsWrites(reads, writes))
const perByte = (base: f.Weight, ...parts: readonly (readonly [number, bigint])[]): f.Weight =>
  parts.reduce((sum, [bytes, each]) => f.addWeight(sum, f.weight(BigInt(bytes) * each)), base)

export const call = cost(176_340_000n, 3937n, 6, 2)
export const remove_code = cost(42_404_000n, 3643n, 3, 3)
export const set_code = cost(26_843_000n, 6355n, 4, 3)
export const instantiate = (input: number, salt: number): f.Weight =>
  perByte(cost(5_938_894_000n, 3670n, 8, 5), [input, 1660n], [salt, 1841n])
export const instantiate_with_code = (code: number, input: number, salt: number): f.Weight =>
  perByte(cost(11_859_232_000n, 5940n, 8, 7), [code, 8842n], [input, 1397n], [salt, 1561n])
export const upload_code = (code: number, isRelaxed: boolean): f.Weight =>
  isRelaxed
    ? perByte(cost(279_103_331n, 3465n, 3, 3), [code, 48_450n])
    : perByte(cost(256_594_116n, 3465n, 3, 3), [code, 48_635n])
export const migrate = cost(9_800_000n, 3494n, 2, 2)
/** Of finding that there is nothing to migrate. */
export const migration_noop = cost(2_054_000n, 1491n, 1, 1)

/** Largest code, twice: the proof that the calls with one-dimensional weight allow. */
const OLD_PROOF = 2n * 128n * 1024n
export const oldLimit = (gas_limit: bigint): f.Weight => f.weight(gas_limit, OLD_PROOF)

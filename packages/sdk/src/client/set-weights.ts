/** Setting of weights: what the chain asks for, and no silence about why not. */
import { SDK_VERSION_INT } from '../version.ts'
import type { Signer } from '../wallet/keypair.ts'
import { weightCommitHash } from '../weights/commit-hash.ts'
import { convertWeightsAndUidsForEmit, mechanismStorageIndex } from '../weights/u16.ts'
import type { ChainClient } from './chain-client.ts'
import type { At } from './dynamic-api.ts'
import { ClientError } from './errors.ts'
import { uidOf } from './neurons.ts'
import type { SubmitOptions, TransactionResult } from './submit.ts'
import { timelockCommit } from './timelock-weights.ts'

export type WeightsInput = {
  readonly netuid: number
  readonly uids: readonly number[]
  /** Of any scale; zeros are dropped. */
  readonly weights: readonly number[]
  /** Mechanism of the subnet. Default 0. */
  readonly mecid?: number
  /** Version of the validator's code, which the subnet may require. Default: our version. */
  readonly versionKey?: bigint
}

/** How often a validator may set weights in a subnet, and when it did. */
export type WeightsGate = {
  readonly uid: number
  /** Blocks that must lie between two settings. */
  readonly rateLimit: bigint
  readonly lastUpdate: bigint
  /** Blocks to wait until the next may come; 0 where it may come now. */
  readonly blocksToWait: bigint
  /** Whether weights are hidden first and revealed later. */
  readonly isCommitReveal: boolean
}

/**
 * Whether a hotkey may set weights now.
 *
 * refuses NOT_REGISTERED; as all reads
 */
export async function weightsGate(
  client: ChainClient,
  { netuid, mecid = 0, hotkey }: { netuid: number; mecid?: number; hotkey: string },
): Promise<WeightsGate> {
  return client.holding('best', async ({ hash, number }) => {
    const uid = await uidOf(client, netuid, hotkey, hash)
    if (uid === undefined) {
      const message = `hotkey ${hotkey} is not registered in subnet ${netuid}`
      throw new ClientError('NOT_REGISTERED', message, { data: { hotkey, netuid } })
    }
    const read = <T>(item: string, key: number, at: At = hash) =>
      client.query<T>('SubtensorModule', item, [key], at)
    const [rateLimit, updates, isCommitReveal] = await Promise.all([
      read<bigint>('WeightsSetRateLimit', netuid),
      read<bigint[]>('LastUpdate', mechanismStorageIndex(netuid, mecid)),
      read<boolean>('CommitRevealWeightsEnabled', netuid),
    ])
    const lastUpdate = updates[uid] ?? 0n
    // The rule of the chain, for the next block: block − last update ≥ limit; never set is no limit.
    const passed = BigInt(number) + 1n - lastUpdate
    const isOpen = lastUpdate === 0n || passed >= rateLimit
    const blocksToWait = isOpen ? 0n : rateLimit - passed
    return { uid, rateLimit, lastUpdate, blocksToWait, isCommitReveal }
  })
}

/**
 * Sets a validator's weights; where the subnet hides weights, commits them under a time lock, which the
 * chain opens by itself.
 *
 * refuses NOT_REGISTERED; TOO_SOON with the blocks to wait; INVALID_WEIGHTS; as `submitCall`
 */
export async function setWeights(
  client: ChainClient,
  hotkey: Signer,
  input: WeightsInput,
  options?: SubmitOptions,
): Promise<TransactionResult> {
  const { netuid, mecid = 0, versionKey = BigInt(SDK_VERSION_INT) } = input
  const { uids, weights } = convertWeightsAndUidsForEmit(input.uids, input.weights)
  const gate = await weightsGate(client, { netuid, mecid, hotkey: hotkey.ss58Address })
  if (gate.blocksToWait > 0n) {
    throw new ClientError('TOO_SOON', `weights may be set again in ${gate.blocksToWait} blocks`, {
      data: { blocks: gate.blocksToWait, rateLimit: gate.rateLimit },
    })
  }
  const call = gate.isCommitReveal
    ? client.call(
        'SubtensorModule',
        'commit_timelocked_mechanism_weights',
        await timelockCommit(client, hotkey, { netuid, mecid, uids, weights, versionKey }),
      )
    : client.call('SubtensorModule', 'set_mechanism_weights', {
        netuid,
        mecid,
        dests: uids,
        weights,
        version_key: versionKey,
      })
  return client.submit(call, hotkey, options)
}

/** Integer weights under a salt: what is committed and later revealed must be the same. */
export type SaltedWeights = {
  readonly netuid: number
  readonly mecid?: number
  readonly uids: readonly number[]
  /** u16, of which the largest is 65535. */
  readonly weights: readonly number[]
  /** u16 numbers, random and secret until the reveal. */
  readonly salt: readonly number[]
  readonly versionKey?: bigint
}

/** Commits the hash of weights, to be revealed by `revealWeights`. Refuses as `submitCall`. */
export async function commitWeights(
  client: ChainClient,
  hotkey: Signer,
  salted: SaltedWeights,
  options?: SubmitOptions,
): Promise<TransactionResult> {
  const { netuid, mecid = 0, versionKey = BigInt(SDK_VERSION_INT) } = salted
  const commit_hash = weightCommitHash({
    address: hotkey.ss58Address,
    netuidStorageIndex: mechanismStorageIndex(netuid, mecid),
    uids: salted.uids,
    values: salted.weights,
    salt: salted.salt,
    versionKey,
  })
  const args = { netuid, mecid, commit_hash }
  return client.submit(
    client.call('SubtensorModule', 'commit_mechanism_weights', args),
    hotkey,
    options,
  )
}

/** Reveals committed weights. Refuses as `submitCall`. */
export async function revealWeights(
  client: ChainClient,
  hotkey: Signer,
  salted: SaltedWeights,
  options?: SubmitOptions,
): Promise<TransactionResult> {
  const { netuid, mecid = 0, uids, weights, salt, versionKey = BigInt(SDK_VERSION_INT) } = salted
  const args = { netuid, mecid, uids, values: weights, salt, version_key: versionKey }
  return client.submit(
    client.call('SubtensorModule', 'reveal_mechanism_weights', args),
    hotkey,
    options,
  )
}

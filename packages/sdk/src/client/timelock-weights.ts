/** Weights sealed until the chain may open them. */
import type { Signer } from '../wallet/keypair.ts'
import { type Beacon, drandRoundAt, timelockEncrypt } from '../wallet/timelock.ts'
import { weightsPayload } from '../weights/payload.ts'
import type { ChainClient } from './chain-client.ts'
import { ClientError } from './errors.ts'

/** Version of the payload that the chain's `CommitRevealWeightsVersion` requires. */
const COMMIT_VERSION = 4
/** Blocks added so that the beacon's round is not before the reveal. */
const SAFETY_BLOCKS = 3
/** An epoch comes at the latest after so many blocks without a step. */
const MAX_STEPS = 50_400n
/** The round after the one that the beacon made last, seen from `drandRoundAt`. */
const UNSPOKEN = 2n
/** Rounds that the chain's beacon may lag behind: an hour. */
const MAX_LAG_ROUNDS = 1200n

export type Schedule = {
  readonly block: bigint
  readonly lastEpochBlock: bigint
  /** 0 where none is set. */
  readonly pendingEpochAt: bigint
  readonly tempo: bigint
  readonly blocksSinceLastStep: bigint
  readonly revealPeriod: bigint
}

/**
 * Blocks from now until weights committed in the next block may be revealed.
 *
 * source bittensor-drand 2.0.0 get_encrypted_commit_v2
 */
export function blocksUntilReveal(schedule: Schedule): bigint {
  const { block, lastEpochBlock, pendingEpochAt, tempo, blocksSinceLastStep } = schedule
  const next = block + 1n
  const isPending = pendingEpochAt > 0n
  const isDue =
    (isPending && next >= pendingEpochAt) ||
    blocksSinceLastStep > MAX_STEPS ||
    next - lastEpochBlock >= tempo
  const regular = lastEpochBlock + tempo
  const planned = isPending && pendingEpochAt < regular ? pendingEpochAt : regular
  const first = isDue ? next + tempo : planned
  return first + (schedule.revealPeriod - 1n) * tempo + BigInt(SAFETY_BLOCKS) - block
}

/**
 * Arguments of `commit_timelocked_mechanism_weights` for integer weights.
 *
 * refuses NO_BEACON: the chain has no recent rounds of the beacon, so the seal would never open
 */
export async function timelockCommit(
  client: ChainClient,
  hotkey: Signer,
  input: {
    readonly netuid: number
    readonly mecid: number
    readonly uids: readonly number[]
    readonly weights: readonly number[]
    readonly versionKey: bigint
  },
): Promise<Record<string, unknown>> {
  const { netuid, mecid, uids, weights, versionKey } = input
  const seconds = Date.now() / 1000
  const beacon = await readBeacon(client)
  const stored = await client.query<bigint>('Drand', 'LastStoredRound')
  if (stored + MAX_LAG_ROUNDS < drandRoundAt(seconds, beacon)) {
    const message = `the chain's last beacon round is ${stored}: sealed weights would never open`
    throw new ClientError('NO_BEACON', message, { data: { round: stored } })
  }
  const blocks = blocksUntilReveal(await readSchedule(client, netuid))
  const slotMs = Number(await client.constant<bigint>('Aura', 'SlotDuration'))
  const planned = drandRoundAt(seconds + (Number(blocks) * slotMs) / 1000, beacon)
  // the chain takes no round that it may have by then; that matters where blocks are fast
  const next = drandRoundAt(seconds, beacon) + UNSPOKEN
  const round = planned > next ? planned : next
  const payload = weightsPayload({ hotkey: hotkey.publicKey, uids, values: weights, versionKey })
  return {
    netuid,
    mecid,
    commit: timelockEncrypt(payload, round, undefined, beacon),
    reveal_round: round,
    commit_reveal_version: COMMIT_VERSION,
  }
}

/** The beacon whose pulses the chain keeps: quicknet, or a development chain's own. */
async function readBeacon(client: ChainClient): Promise<Beacon> {
  type Config = {
    readonly public_key: Uint8Array | readonly number[]
    readonly genesis_time: number
    readonly period: number
  }
  const { public_key, genesis_time, period } = await client.query<Config>('Drand', 'BeaconConfig')
  return { publicKey: Uint8Array.from(public_key), genesisTime: genesis_time, period }
}

async function readSchedule(client: ChainClient, netuid: number): Promise<Schedule> {
  return client.holding('best', async ({ hash, number }) => {
    const read = <T>(item: string) => client.query<T>('SubtensorModule', item, [netuid], hash)
    const [last, pending, tempo, steps, period] = await Promise.all([
      read<bigint>('LastEpochBlock'),
      read<bigint>('PendingEpochAt'),
      read<number>('Tempo'),
      read<bigint>('BlocksSinceLastStep'),
      read<bigint>('RevealPeriodEpochs'),
    ])
    return {
      block: BigInt(number),
      lastEpochBlock: last,
      pendingEpochAt: pending,
      tempo: BigInt(tempo),
      blocksSinceLastStep: steps,
      revealPeriod: period,
    }
  })
}

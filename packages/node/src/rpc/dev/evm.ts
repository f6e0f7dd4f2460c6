// `evm_*`, and the `anvil_`/`hardhat_` names of the same powers: what Ethereum's test tools expect.

import type { Chain, DevPowers } from '../../chain.ts'
import { hexOfNumber } from '../hex.ts'
import { type MethodTable, method, methods } from '../methods.ts'
import { anything, bool, numberOrHex, optional, u32 } from '../params.ts'
import { invalidParams } from '../rpc-error.ts'
import { devFailure, refuse } from './failures.ts'

const MAX_BLOCKS = 100_000n

/** source NomicFoundation/hardhat network helpers; foundry anvil; wevm/viem TestRpcSchema */
export function evmDevMethods(chain: Chain, dev: DevPowers): MethodTable {
  const clock = new Clock(dev)
  const mine = (count: bigint, intervalSeconds = 0n) =>
    devFailure(() => mineBlocks(dev, count, intervalSeconds))
  return methods({
    evm_mine: method([optional(anything)], async (_ctx, given) => {
      const { blocks, timestamp } = mineRequest(given)
      if (timestamp !== undefined) clock.set(timestamp)
      await mine(blocks)
      return '0x0'
    }),
    hardhat_mine: method(
      [optional(numberOrHex), optional(numberOrHex)],
      async (_ctx, count, intervalSeconds) => {
        await mine(count ?? 1n, intervalSeconds)
        return true
      },
      { aliases: ['anvil_mine'] },
    ),
    evm_increaseTime: method([numberOrHex], (_ctx, seconds) => clock.increase(seconds), {
      aliases: ['anvil_increaseTime'],
    }),
    evm_setNextBlockTimestamp: method(
      [numberOrHex],
      (_ctx, seconds) =>
        devFailure(() => {
          clock.set(seconds)
          return null
        }),
      { aliases: ['anvil_setNextBlockTimestamp'] },
    ),
    evm_setAutomine: method(
      [bool],
      (_ctx, isOn) => {
        dev.setBuildMode(isOn ? 'Instant' : 'Manual')
        return true
      },
      { aliases: ['anvil_setAutomine'] },
    ),
    hardhat_getAutomine: method([], () => dev.buildMode() === 'Instant', {
      aliases: ['anvil_getAutomine'],
    }),
    evm_setIntervalMining: method(
      [u32],
      (_ctx, intervalMs) => {
        dev.setIntervalMs(intervalMs)
        return true
      },
      { aliases: ['anvil_setIntervalMining'] },
    ),
    evm_snapshot: method([], () => hexOfNumber(dev.snapshot()), { aliases: ['anvil_snapshot'] }),
    evm_revert: method([numberOrHex], (_ctx, id) => devFailure(() => dev.revert(Number(id))), {
      aliases: ['anvil_revert'],
    }),
    hardhat_reset: method([optional(anything)], (_ctx, fork) => reset(chain, dev, fork), {
      aliases: ['anvil_reset'],
    }),
  })
}

/** A timestamp in seconds, `{blocks?, timestamp?}`, or nothing. */
function mineRequest(given: unknown): { blocks: bigint; timestamp: bigint | undefined } {
  if (given === undefined) return { blocks: 1n, timestamp: undefined }
  if (typeof given !== 'object' || given === null) {
    return { blocks: 1n, timestamp: numberOrHex.decode(given) }
  }
  const { blocks, timestamp } = given as Record<string, unknown>
  return {
    blocks: optional(numberOrHex).decode(blocks) ?? 1n,
    timestamp: optional(numberOrHex).decode(timestamp),
  }
}

/** Makes blocks, empty ones too, the given seconds apart when that is asked. */
async function mineBlocks(dev: DevPowers, count: bigint, intervalSeconds: bigint): Promise<void> {
  if (count > MAX_BLOCKS) throw refuse(`expected at most ${MAX_BLOCKS} blocks, got ${count}`)
  let timeMs = dev.now()
  for (let i = 0n; i < count; i++) {
    if (i > 0n && intervalSeconds > 0n) {
      timeMs = Math.max(timeMs + Number(intervalSeconds) * 1_000, dev.now())
      dev.timeTravel(timeMs)
    }
    await dev.createBlock({ createEmpty: true })
  }
}

/** Back to the first block; forking another chain is not done here. */
function reset(chain: Chain, dev: DevPowers, fork: unknown): Promise<boolean> {
  if (typeof fork === 'object' && fork !== null && Object.keys(fork).length > 0) {
    throw refuse('a running chain cannot be made a fork of another one')
  }
  return devFailure(async () => {
    await dev.setHead(chain.genesisHash)
    return true
  })
}

/** Ethereum's tools count in seconds, and add up how far they moved the clock. */
class Clock {
  readonly #dev: DevPowers
  #offsetSeconds = 0

  constructor(dev: DevPowers) {
    this.#dev = dev
  }

  set(seconds: bigint): void {
    const timestampMs = Number(seconds) * 1_000
    if (timestampMs < this.#dev.now()) {
      throw invalidParams(`Timestamp ${seconds} is lower than the previous block's timestamp`)
    }
    this.#dev.timeTravel(timestampMs)
  }

  increase(seconds: bigint): number {
    this.#offsetSeconds += Number(seconds)
    this.#dev.timeTravel(this.#dev.now() + Number(seconds) * 1_000)
    return this.#offsetSeconds
  }
}

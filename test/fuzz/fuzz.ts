/** A run of hostile input against a node of its own: nothing falls, nothing hangs, nothing changes. */
import assert from 'node:assert/strict'
import { callHttp } from '../../packages/node/src/rpc/testing/client.ts'
import { type NetworkProcess, startNetwork } from '../interop/network.ts'
import { Cases } from './cases.ts'
import { drawFrom } from './draw.ts'
import { Sender } from './sender.ts'
import { followBlocks } from './twin.ts'

/** Methods that are there to change the chain, or this node. */
const POWERS =
  /^(dev|engine|evm|anvil|hardhat|taonet)_|^author_(rotate|insert|remove)|^system_(add|remove|resetLog)/

export interface FuzzResult {
  readonly cases: number
  readonly blocks: number
  /** That were accepted and are in blocks. */
  readonly transactions: number
  /** How often each error code was answered. */
  readonly codes: Readonly<Record<string, number>>
}

async function ask(node: NetworkProcess, method: string, params: readonly unknown[] = []) {
  const { result, error } = await callHttp(node.port, method, params)
  assert.equal(error, undefined, `${method}: ${JSON.stringify(error)}`)
  return result
}

const height = async (node: NetworkProcess): Promise<number> =>
  Number(((await ask(node, 'chain_getHeader')) as { number: string }).number)

/** Waits for blocks after this one; a node that makes none fails. */
async function goesOn(node: NetworkProcess): Promise<void> {
  const from = await height(node)
  const deadline = Date.now() + 20_000
  while ((await height(node)) < from + 2) {
    assert(Date.now() < deadline, `no blocks after ${from}: ${node.log().slice(-2000)}`)
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** Sends `cases` mutations made from `seed`, then lets a twin follow the blocks. */
export async function fuzz(
  { seed, cases }: { readonly seed: number; readonly cases: number },
  report: (done: number) => void = () => {},
): Promise<FuzzResult> {
  const node = await startNetwork(['--sealing', '250'])
  const sender = new Sender(node.port)
  const codes: Record<string, number> = {}
  try {
    const genesis = (await ask(node, 'chain_getBlockHash', [0])) as `0x${string}`
    const { methods } = (await ask(node, 'rpc_methods')) as { methods: string[] }
    const harmless = methods.filter((name) => !POWERS.test(name))
    const making = new Cases(drawFrom(seed), genesis, harmless)
    for (let done = 1; done <= cases; done++) {
      const code = await sender.send(making.next())
      if (code !== undefined) codes[code] = (codes[code] ?? 0) + 1
      if (done % 1000 === 0) report(done)
    }
    await goesOn(node)
    assert.doesNotMatch(node.log(), /unhandled|uncaught|panick|TypeError|RangeError/i)
    const twin = await followBlocks((method, params) => ask(node, method, params), {
      chain: 'local',
      fast: true,
    })
    return { cases, ...twin, codes }
  } catch (error) {
    throw new Error(`seed ${seed}: ${node.log().slice(-3000)}`, { cause: error })
  } finally {
    sender.close()
    await node.stop()
  }
}

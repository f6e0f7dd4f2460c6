// A transfer that nobody reads before it is in a block, over the node's RPC alone.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import {
  concatBytes,
  encodeSs58,
  fromHex,
  keyToHex,
  mortal,
  system,
  toHex,
  twox128,
  utf8,
} from '@taonet/frame'
import { hashOf } from '../../packages/node/src/pool/pool.ts'
import { seal } from '../../packages/node/src/services/shield/index.ts'
import { type NodeProcess, startNode, stopAll } from './node-process.ts'
import { Wallet } from './wallet.ts'

interface Block {
  readonly block: { readonly header: { readonly number: string }; readonly extrinsics: string[] }
}

const NEXT_KEY = toHex(concatBytes(twox128(utf8('MevShield')), twox128(utf8('NextKey'))))
const AMOUNT = 12_345n
/** Blocks that clients wait for a hidden transaction. */
const PATIENCE = 3

let node: NodeProcess

before(async () => {
  node = await startNode(['--fast', '--tmp', '--sealing', '1000'])
})
after(stopAll)

const blockAt = async (number?: number) => {
  const hash = await node.ask('chain_getBlockHash', ...(number === undefined ? [] : [number]))
  return hash ? ((await node.ask('chain_getBlock', hash)) as Block).block : undefined
}
const headNumber = async () => {
  const block = await blockAt()
  assert.ok(block)
  return Number(block.header.number)
}
const until = async (number: number) => {
  while ((await headNumber()) < number) await new Promise((done) => setTimeout(done, 30))
}

/** Sends a transfer under a seal; gives the block that has it, if one of the next does. */
async function sealed(wallet: Wallet, nonce: number) {
  const key = fromHex((await node.ask('state_getStorage', NEXT_KEY)) as string).subarray(2)
  const number = await headNumber()
  const birth = (await node.ask('chain_getBlockHash', number)) as string
  const era = mortal(8, number)
  const inner = wallet.sign('//Alice', wallet.transfer('//Hidden', AMOUNT), {
    nonce: nonce + 1,
    era,
    birth,
  })
  const ciphertext = seal(key, inner, { message: randomBytes(32), nonce: randomBytes(24) })
  const carrier = { pallet: 'MevShield', name: 'submit_encrypted', args: { ciphertext } }
  const outer = wallet.sign('//Alice', carrier, { nonce, era, birth })
  assert.equal(await node.ask('author_submitExtrinsic', toHex(outer)), hashOf(outer))
  await until(number + PATIENCE)
  const blocks = await Promise.all([1, 2, 3].map((ahead) => blockAt(number + ahead)))
  const block = blocks.find((block) => block?.extrinsics.includes(toHex(inner)))
  return { block, outer, inner }
}

const nonceOf = async (wallet: Wallet): Promise<number> =>
  (await node.ask(
    'system_accountNextIndex',
    encodeSs58(wallet.keyOf('//Alice').publicKey),
  )) as number

test('a sealed transfer is in a block within three blocks, after what carried it', async () => {
  const wallet = await Wallet.of(node)
  // what takes time is done before the clock runs
  for (const uri of ['//Alice', '//Hidden']) wallet.keyOf(uri)
  await until(6)
  // a busy machine may need longer than a key lives: then a new one is tried
  let found: Awaited<ReturnType<typeof sealed>> | undefined
  for (let attempt = 0; attempt < 4 && found?.block === undefined; attempt++)
    found = await sealed(wallet, attempt === 0 ? 0 : await nonceOf(wallet))
  const { block, outer, inner } = found as Awaited<ReturnType<typeof sealed>>
  assert.ok(block, 'the inner extrinsic is in none of the blocks')
  assert.deepEqual(block.extrinsics.slice(2), [toHex(outer), toHex(inner)])
  const account = system.storage.Account.keyOf(wallet.keyOf('//Hidden').account)
  const raw = (await node.ask('state_getStorage', keyToHex(account))) as string
  // nonce and three counts come before the free balance
  assert.ok(Buffer.from(fromHex(raw)).readBigUInt64LE(16) >= AMOUNT)
})

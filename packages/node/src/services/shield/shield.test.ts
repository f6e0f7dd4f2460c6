import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  bare,
  type CallValue,
  concatBytes,
  encodeExtrinsic,
  mortal,
  system,
  toHex,
  twox128,
  u16,
} from '@taonet/frame'
import { hashOfShieldKey } from '@taonet/runtime'
import { hashOf } from '../../pool/pool.ts'
import { createLocalNode, type LocalNode } from '../../testing/local-node.ts'
import { Shield, type ShieldOptions, seal, shieldKeyPair } from './index.ts'

const open: LocalNode[] = []
after(() => Promise.all(open.map((local) => local.close())))

/** Any bytes: tests need no good randomness. */
const random = { message: new Uint8Array(32).fill(7), nonce: new Uint8Array(24).fill(9) }

/** A chain whose authors have announced keys. */
function create(options?: ShieldOptions) {
  const local = createLocalNode({ shield: new Shield(options) })
  open.push(local)
  for (let i = 0; i < 6; i++) local.node.make({})
  return local
}

function key(local: LocalNode, item: 'NextKey' | 'PendingKey'): Uint8Array {
  const name = twox128(new TextEncoder().encode(item))
  const prefix = twox128(new TextEncoder().encode('MevShield'))
  const state = local.node.author.headContext().state
  const stored = state.getRaw(String.fromCharCode(...prefix, ...name))
  assert.ok(stored, item)
  return stored.subarray(2)
}

/** Seals to the next key; signed by Alice with her next nonce. */
function carry(local: LocalNode, plain: Uint8Array, to = key(local, 'NextKey')): Uint8Array {
  return carryBytes(local, seal(to, plain, random))
}

function carryBytes({ node, signer }: LocalNode, ciphertext: Uint8Array): Uint8Array {
  const call = { pallet: 'MevShield', name: 'submit_encrypted', args: { ciphertext } }
  const { number, hash } = node.best()
  const nonce = node.pool.accountNextIndex(signer.keyOf('//Alice').publicKey)
  return signer.sign('//Alice', call, { nonce, era: mortal(8, number), birth: hash })
}

const transfer = ({ signer }: LocalNode, nonce: number) =>
  signer.sign('//Alice', signer.transfer('//Bob', 5n), { nonce })
const hexes = (body: readonly Uint8Array[]) => body.map((bytes) => toHex(bytes))

test('a key is announced in every block, another one each time', () => {
  const local = create()
  const next = key(local, 'NextKey')
  assert.equal(next.length, 1184)
  local.node.make({})
  assert.deepEqual(key(local, 'PendingKey'), next)
  assert.notDeepEqual(key(local, 'NextKey'), next)
})

test('what is sealed to the next key follows its carrier in the block after next', async () => {
  const local = create()
  const inner = transfer(local, 1)
  const outer = carry(local, inner)
  await local.node.pool.submit(outer)
  const before = local.free('//Bob')
  assert.deepEqual(local.node.make({}).included, [])
  const { body, included } = local.node.make({})
  assert.deepEqual(hexes(body.slice(2)), hexes([outer, inner]))
  assert.deepEqual(
    included.map(({ hash, index }) => [hash, index]),
    [
      [hashOf(outer), 2],
      [hashOf(inner), 3],
    ],
  )
  assert.equal(local.free('//Bob'), before + 5n)
  assert.equal(local.node.pool.size.ready, 0)
})

test('a fixed key opens in the next block', async () => {
  const local = create({ isFixed: true })
  assert.deepEqual(key(local, 'NextKey'), key(local, 'PendingKey'))
  await local.node.pool.submit(carry(local, transfer(local, 1)))
  assert.equal(local.node.make({}).body.length, 4)
})

test('what waits for the nonce of a hidden transaction becomes ready', async () => {
  const local = create({ isFixed: true })
  await local.node.pool.submit(carry(local, transfer(local, 1)))
  await local.node.pool.submit(transfer(local, 2))
  assert.deepEqual([local.node.pool.size.ready, local.node.pool.size.future], [1, 1])
  assert.equal(local.node.make({}).included.length, 2)
  assert.deepEqual([local.node.pool.size.ready, local.node.pool.size.future], [1, 0])
  assert.equal(local.node.make({}).included.length, 1)
})

test('what is sealed to an unknown key waits until its era is over', async () => {
  const local = create()
  await local.node.pool.submit(carry(local, transfer(local, 1), shieldKeyPair().publicKey))
  for (let i = 0; i < 10; i++) assert.equal(local.node.make({}).body.length, 2)
  assert.equal(local.node.pool.size.ready, 0)
})

test('a carrier pays although nothing comes out of it', async () => {
  const inherent: CallValue = { pallet: 'Timestamp', name: 'set', args: { now: 1n } }
  const announce: CallValue = {
    pallet: 'MevShield',
    name: 'announce_next_key',
    args: { enc_key: undefined },
  }
  const runtime = createRuntime()
  const wrong = [
    new Uint8Array(),
    Uint8Array.of(4, 1),
    new Uint8Array(300).fill(255),
    encodeExtrinsic(runtime, bare(inherent)),
    encodeExtrinsic(runtime, bare(announce)),
  ]
  for (const plain of wrong) {
    const local = create({ isFixed: true })
    const outer = carry(local, plain)
    await local.node.pool.submit(outer)
    const { body } = local.node.make({})
    assert.deepEqual(hexes(body.slice(2)), hexes([outer]), toHex(plain))
    assert.equal(nonceOf(local), 1)
  }
})

test('a text that was changed, and a key of another length, open nothing', async () => {
  const local = create({ isFixed: true })
  const next = key(local, 'NextKey')
  const changed = seal(next, transfer(local, 1), random)
  changed[changed.length - 1]! ^= 1
  await local.node.pool.submit(carryBytes(local, changed))
  assert.equal(local.node.make({}).body.length, 3)
  const short = concatBytes(twox128(next), u16.encode(3), new Uint8Array(3 + 24 + 17))
  assert.equal(hashOfShieldKey(next), toHex(short.subarray(0, 16)))
  await local.node.pool.submit(carryBytes(local, short))
  assert.equal(local.node.make({}).body.length, 3)
})

test('a hidden transaction is checked like any other', async () => {
  const local = create({ isFixed: true })
  const forged = transfer(local, 1)
  forged[60]! ^= 1
  const before = local.free('//Bob')
  for (const inner of [forged, transfer(local, 9)]) {
    await local.node.pool.submit(carry(local, inner))
    assert.equal(local.node.make({}).body.length, 3)
  }
  assert.equal(local.free('//Bob'), before)
})

test('what follows a hidden transaction is ignored', async () => {
  const local = create({ isFixed: true })
  const inner = transfer(local, 1)
  await local.node.pool.submit(carry(local, concatBytes(inner, Uint8Array.of(1, 2, 3))))
  assert.equal(toHex(local.node.make({}).body[3]!), toHex(inner))
})

function createRuntime() {
  return create().node.author.runtime
}

function nonceOf({ node, signer }: LocalNode): number {
  return system.storage.Account.get(node.author.headContext(), signer.keyOf('//Alice').account)
    .nonce
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type CheckSignature,
  CodecError,
  concatBytes,
  FOREVER,
  invalid,
  keyPairFromUri,
  toHex,
  u32,
  unknown,
} from '@taonet/frame'
import { type Hash, PoolError, type TransactionStatus } from '../chain.ts'
import { hashOf, Pool, type PoolOptions } from './pool.ts'
import { SignatureVerifier } from './verifier.ts'

const alice = keyPairFromUri('//Alice')
const WHO = new Uint8Array(32).fill(7)
const tagOf = (nonce: number) => concatBytes(WHO, u32.encode(nonce))

/**
 * A chain of one account. A transaction is its nonce, its priority, a byte of flags and a byte that
 * makes it another one.
 */
class OneAccountChain {
  nonceNow = 0
  number = 0
  /** Nonces that the account can no longer pay for. */
  readonly poor = new Set<number>()
  validations = 0

  head = () => ({ number: this.number, hash: toHex(new Uint8Array(32).fill(this.number)) as Hash })
  nonce = () => this.nonceNow

  validate = (bytes: Uint8Array, verify: CheckSignature) => {
    this.validations++
    const [nonce, priority, flags] = bytes as unknown as [number, number, number]
    if (bytes.length !== 4) throw new CodecError('four bytes')
    if (flags & UNKNOWN) throw unknown({ type: 'CannotLookup' })
    if (flags & BREAKS) throw new RangeError('a bug of ours')
    const signed = flags & FORGED ? Uint8Array.of(0) : bytes
    const signature = { type: 'Sr25519', value: toHex(alice.sign(signed)) } as const
    if (!verify(signature, bytes, alice.account)) throw invalid({ type: 'BadProof' })
    if (nonce < this.nonceNow) throw invalid({ type: 'Stale' })
    if (this.poor.has(nonce)) throw invalid({ type: 'Payment' })
    return {
      priority: BigInt(priority),
      requires: nonce > this.nonceNow ? [tagOf(nonce - 1)] : [],
      provides: flags & TAGLESS ? [] : [tagOf(nonce)],
      longevity: flags & MORTAL ? 2n : FOREVER,
      propagate: true,
    }
  }
}
const [FORGED, UNKNOWN, BREAKS, TAGLESS, MORTAL] = [1, 2, 4, 8, 16] as const

const tx = (nonce: number, { priority = 1, flags = 0, salt = 0 } = {}) =>
  Uint8Array.of(nonce, priority, flags, salt)

function setUp(options: PoolOptions = {}, workers = 0) {
  const chain = new OneAccountChain()
  const verifier = new SignatureVerifier(workers)
  const pool = new Pool(chain, verifier, options)
  const statuses: string[] = []
  const watch = (bytes: Uint8Array) =>
    pool.watch(bytes, (status) => statuses.push(`${bytes[0]}${short(status)}`))
  /** A block with these transactions. */
  const block = (included: readonly Uint8Array[], rejected: readonly Uint8Array[] = []) => {
    chain.number++
    chain.nonceNow += included.length
    pool.onBlock(chain.head(), {
      included: included.map((bytes, index) => ({ hash: hashOf(bytes), index })),
      rejected: rejected.map(hashOf),
    })
  }
  return { chain, verifier, pool, statuses, watch, block }
}
const short = (status: TransactionStatus) => ` ${status.type}`
const settled = () => new Promise((resolve) => setImmediate(resolve))
const refused = (type: string) => (error: unknown) => {
  assert.ok(error instanceof PoolError, String(error))
  assert.equal('reason' in error.refusal ? error.refusal.reason : error.refusal.type, type)
  return true
}

test('a transaction is ready, then in a block, then final', async () => {
  const { pool, statuses, watch, block } = setUp()
  const { hash } = await watch(tx(0))
  assert.equal(hash, hashOf(tx(0)))
  assert.deepEqual(statuses, [], 'nothing is told before the promise resolves')
  await settled()
  block([tx(0)])
  assert.deepEqual(statuses, ['0 ready', '0 inBlock', '0 finalized'])
  assert.deepEqual(pool.size, { ready: 0, future: 0, bytes: 0 })
})

test('a nonce too high waits until the gap is filled, by the pool or by a block', async () => {
  const { pool, statuses, watch, block } = setUp()
  await watch(tx(2))
  await watch(tx(1))
  await settled()
  await watch(tx(0))
  await settled()
  assert.deepEqual(statuses.toSorted(), ['0 ready', '1 future', '1 ready', '2 future', '2 ready'])
  assert.equal(pool.accountNextIndex(WHO), 3)
  await pool.submit(tx(5))
  block([tx(0), tx(1), tx(2), tx(3), tx(4)])
  assert.deepEqual(pool.size, { ready: 1, future: 0, bytes: 4 })
})

test('what the runtime refuses is refused by name, and banned for a while', async () => {
  let now = 0
  const { chain, pool } = setUp({ banMs: 1000, clock: () => now })
  chain.nonceNow = 1
  await assert.rejects(pool.submit(tx(0)), refused('Stale'))
  await assert.rejects(pool.submit(tx(0)), refused('temporarilyBanned'))
  now = 999
  await assert.rejects(pool.submit(tx(0)), refused('temporarilyBanned'))
  now = 1000
  await assert.rejects(pool.submit(tx(0)), refused('Stale'))
  await assert.rejects(pool.submit(tx(3, { flags: FORGED })), refused('BadProof'))
  await assert.rejects(pool.submit(tx(3, { flags: FORGED })), refused('temporarilyBanned'))
})

test('what may be right another time, and broken bytes, are not banned', async () => {
  const { pool } = setUp()
  for (let i = 0; i < 2; i++) {
    await assert.rejects(pool.submit(tx(0, { flags: UNKNOWN })), refused('CannotLookup'))
    await assert.rejects(pool.submit(Uint8Array.of(1)), refused('verification'))
    await assert.rejects(pool.submit(tx(0, { flags: BREAKS })), refused('verification'))
    await assert.rejects(pool.submit(tx(0, { flags: TAGLESS })), refused('noTags'))
  }
})

test('without bans a transaction is looked at each time', async () => {
  const { chain, pool } = setUp({ banMs: 0 })
  chain.poor.add(0)
  await assert.rejects(pool.submit(tx(0)), refused('Payment'))
  chain.poor.clear()
  await pool.submit(tx(0))
})

test('the same transaction is taken once, also while its signature is checked', async () => {
  const { pool } = setUp()
  const both = await Promise.allSettled([pool.submit(tx(0)), pool.submit(tx(0))])
  assert.deepEqual(
    both.map(({ status }) => status),
    ['fulfilled', 'rejected'],
  )
  await assert.rejects(pool.submit(tx(0)), refused('alreadyImported'))
})

test('many at once come in the order in which they were submitted', async () => {
  const { pool, statuses, watch, verifier } = setUp({}, 3)
  const nonces = Array.from({ length: 40 }, (_, nonce) => nonce)
  await Promise.all(nonces.map((nonce) => watch(tx(nonce))))
  await settled()
  assert.deepEqual(
    statuses,
    nonces.map((nonce) => `${nonce} ready`),
  )
  assert.equal(verifier.checked, 40)
  assert.ok(verifier.checkedMs > 0)
  assert.deepEqual(
    pool.pending(),
    nonces.map((nonce) => tx(nonce)),
  )
  await verifier.stop()
})

test('a better rival takes the place, an equal one does not', async () => {
  const { statuses, watch, pool } = setUp()
  await watch(tx(0))
  await settled()
  await assert.rejects(pool.submit(tx(0, { salt: 1 })), refused('tooLowPriority'))
  await watch(tx(0, { priority: 2 }))
  await settled()
  assert.deepEqual(statuses, ['0 ready', '0 usurped', '0 ready'])
})

test('what the limits drive out is dropped and banned', async () => {
  const limits = { count: 2, bytes: 1000 }
  const { pool, statuses, watch } = setUp({ limits: { ready: limits, future: limits } })
  const [a, b, c] = [5, 6, 7].map((nonce) => tx(nonce)) as [Uint8Array, Uint8Array, Uint8Array]
  await watch(a)
  await watch(b)
  await watch(c)
  await settled()
  assert.deepEqual(statuses, ['5 future', '5 dropped', '6 future', '7 future'])
  await assert.rejects(pool.submit(a), refused('temporarilyBanned'))
})

test('a transaction that no limit has room for is told so', async () => {
  const none = { count: 0, bytes: 0 }
  const { watch, pool } = setUp({ limits: { ready: none, future: none } })
  await assert.rejects(watch(tx(0)), refused('immediatelyDropped'))
  assert.equal(pool.size.ready, 0)
})

test('what became invalid leaves; what waited behind it goes on waiting', async () => {
  const { chain, pool, statuses, watch, block } = setUp()
  for (const nonce of [0, 1, 2]) await watch(tx(nonce))
  await settled()
  statuses.length = 0
  chain.poor.add(1)
  block([tx(0)])
  assert.deepEqual(statuses, ['0 inBlock', '0 finalized', '1 invalid', '2 future'])
  assert.deepEqual(pool.size, { ready: 0, future: 1, bytes: 4 })
})

test('what the author rejects leaves', async () => {
  const { statuses, watch, block } = setUp()
  await watch(tx(0))
  await settled()
  block([], [tx(0)])
  assert.deepEqual(statuses, ['0 ready', '0 invalid'])
})

test('a mortal transaction leaves when its time is over', async () => {
  const { chain, statuses, watch, block } = setUp()
  await watch(tx(3, { flags: MORTAL }))
  await settled()
  chain.number++
  block([])
  assert.deepEqual(statuses, ['3 future', '3 invalid'])
})

test('transactions from elsewhere make rivals stale and fill gaps', async () => {
  const { pool, statuses, watch, block } = setUp()
  await watch(tx(0))
  await watch(tx(2))
  await settled()
  statuses.length = 0
  block([tx(0, { salt: 9 }), tx(1, { salt: 9 })])
  assert.deepEqual(statuses, ['0 invalid', '2 ready'])
  assert.deepEqual(pool.pending(), [tx(2)])
})

test('when the head moves back everything is judged anew, and bans are lifted', async () => {
  const { chain, pool, statuses, watch } = setUp()
  chain.nonceNow = 3
  await watch(tx(3))
  await watch(tx(4))
  await settled()
  await assert.rejects(pool.submit(tx(0)), refused('Stale'))
  statuses.length = 0
  chain.nonceNow = 1
  pool.reconsider()
  assert.deepEqual(statuses, ['3 future', '4 future'])
  await pool.submit(tx(1))
})

test('a restored pool holds what it held, and says what became of the rest', async () => {
  const { chain, pool, statuses, watch, block } = setUp()
  await watch(tx(0))
  await watch(tx(1))
  await settled()
  const before = pool.contents()
  await watch(tx(2))
  await settled()
  block([tx(0)])
  statuses.length = 0
  chain.nonceNow = 0
  pool.restore(before)
  assert.deepEqual(pool.pending(), [tx(0), tx(1)])
  assert.deepEqual(statuses, ['2 dropped', '1 ready'])
})

test('a listener that stopped hears nothing more', async () => {
  const { pool, block } = setUp()
  const heard: string[] = []
  const watched = await pool.watch(tx(0), ({ type }) => heard.push(type))
  await settled()
  watched.stop()
  block([tx(0)])
  assert.deepEqual(heard, ['ready'])
})

test('the engine hears of what is ready, and only of that', async () => {
  const { pool } = setUp()
  let ready = 0
  pool.whenReady(() => ready++)
  await pool.submit(tx(1))
  assert.equal(ready, 0)
  await pool.submit(tx(0))
  assert.equal(ready, 1)
})

test('another look after a block takes a few milliseconds, however full the pool is', async () => {
  const { chain, pool, block } = setUp()
  for (let nonce = 1; nonce < 250; nonce++) await pool.submit(tx(nonce))
  await pool.submit(tx(0))
  const slow = chain.validate
  chain.validate = (bytes, verify) => {
    const until = performance.now() + 2
    while (performance.now() < until);
    return slow(bytes, verify)
  }
  chain.validations = 0
  block([tx(0)])
  assert.ok(chain.validations <= 8, `${chain.validations} validations`)
})

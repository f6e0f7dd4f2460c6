import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NonceWindow } from './nonces.ts'

const SECOND = 1_000_000_000n
const NOW = 1_795_374_696n * SECOND
const claim = (peer: string, nonce: bigint, timeout = 12) => ({
  peer,
  nonce,
  version: 10_005_000,
  timeout,
})

test('a first nonce must be younger than the timeout and four seconds', () => {
  const window = new NonceWindow(10)
  assert.match(window.refusal(claim('a', NOW - 16n * SECOND), NOW) ?? '', /^Nonce is too old: acc/)
  assert.equal(window.refusal(claim('a', NOW - 16n * SECOND + 1n), NOW), undefined)
  // Versions before 7.2 have no such rule, nor have senders who do not say theirs.
  assert.equal(window.refusal({ ...claim('a', 5n), version: 7_001_999 }, NOW), undefined)
  assert.equal(window.refusal({ ...claim('a', 5n), version: null }, NOW), undefined)
})

test('later nonces must rise, per peer', () => {
  const window = new NonceWindow(10)
  window.accept(claim('a', NOW), NOW)
  const newer = 'Nonce is too old, a newer one was last processed'
  assert.equal(window.refusal(claim('a', NOW), NOW), newer)
  assert.equal(window.refusal(claim('a', NOW - 1n), NOW), newer)
  assert.equal(window.refusal(claim('a', NOW + 1n), NOW), undefined)
  assert.equal(window.refusal(claim('b', NOW), NOW), undefined)
})

test('what is forgotten cannot be replayed', () => {
  const window = new NonceWindow(2)
  for (const [i, peer] of ['a', 'b', 'c'].entries()) {
    window.accept(claim(peer, NOW + BigInt(i)), NOW + BigInt(i))
  }
  assert.ok(window.refusal(claim('a', NOW), NOW))
  assert.equal(window.refusal(claim('d', NOW + 1n), NOW + 1n), undefined)
})

test('a nonce from the future locks nobody out once forgotten', () => {
  const window = new NonceWindow(1)
  window.accept(claim('a', NOW + 1000n * SECOND), NOW)
  window.accept(claim('b', NOW + 1n), NOW + 1n)
  assert.equal(window.refusal(claim('c', NOW + 2n), NOW + 2n), undefined)
})

test('the sender widens the window by an hour at most', () => {
  const window = new NonceWindow(2)
  assert.equal(window.refusal(claim('a', NOW - 2000n * SECOND, 2000), NOW), undefined)
  assert.ok(window.refusal(claim('a', NOW - 4000n * SECOND, 1e12), NOW))
})

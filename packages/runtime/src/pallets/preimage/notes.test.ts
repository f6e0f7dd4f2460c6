import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { LocalChain } from '../../../test/chain/local-chain.ts'
import { noteBytes } from './notes.ts'
import { RequestStatusFor } from './storage.ts'

test('root’s note of bytes that are there keeps the length that is on record', () => {
  const { ctx } = new LocalChain()
  const bytes = f.utf8('what was noted')
  const hash = f.toHex(f.blake2_256(bytes))
  const ticket: [string, bigint] = [`0x${'11'.repeat(32)}`, 5n]
  RequestStatusFor.set(ctx, hash, { type: 'Unrequested', value: { ticket, len: 3 } })
  const noted = noteBytes(ctx, bytes, undefined)
  assert.deepEqual(noted, { hash, wasRequested: true })
  const value = { maybe_ticket: ticket, count: 1, maybe_len: 3 }
  assert.deepEqual(RequestStatusFor.get(ctx, hash), { type: 'Requested', value })
})

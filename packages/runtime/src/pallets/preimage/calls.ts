/** Calls of Preimage. */
import * as f from '@taonet/frame'
import * as errors from './errors.ts'
import { noteBytes, request, unnote, unrequest } from './notes.ts'
import { ensureUpdated } from './status.ts'
import * as weights from './weights.ts'

const MAX_UPDATES = 1024
const UPDATES_FREE_FROM = f.perbill.fromPercent(90)

export const note_preimage = f.call({
  index: 0,
  docs: 'Keeps bytes under their hash, for a deposit unless somebody asked for them.',
  origin: f.signedOrRoot,
  args: { bytes: f.bytes },
  weight: ({ bytes }) => weights.note_preimage(bytes.length),
  run(ctx, sender, { bytes }) {
    const { wasRequested } = noteBytes(ctx, bytes, sender)
    return { pays_fee: wasRequested || sender === undefined ? 'No' : 'Yes' }
  },
})

export const unnote_preimage = f.call({
  index: 1,
  docs: 'Gives up bytes that were kept, and takes the deposit back.',
  origin: f.signedOrRoot,
  args: { hash: f.H256 },
  weight: weights.unnote_preimage,
  run(ctx, sender, { hash }) {
    unnote(ctx, hash, sender)
    return undefined
  },
})

export const request_preimage = f.call({
  index: 2,
  docs: 'Asks for the bytes behind a hash; who brings them then pays no deposit.',
  origin: f.root,
  args: { hash: f.H256 },
  weight: weights.request_preimage,
  run(ctx, _root, { hash }) {
    request(ctx, hash)
    return undefined
  },
})

export const unrequest_preimage = f.call({
  index: 3,
  docs: 'Takes a request for bytes back.',
  origin: f.root,
  args: { hash: f.H256 },
  weight: weights.unrequest_preimage,
  run(ctx, _root, { hash }) {
    unrequest(ctx, hash)
    return undefined
  },
})

export const ensure_updated = f.call({
  index: 4,
  docs: 'Turns old reserves for bytes into holds; free when most of the hashes needed it.',
  origin: f.signed,
  args: { hashes: f.vec(f.H256) },
  weight: ({ hashes }) => weights.ensure_updated(hashes.length),
  run(ctx, _who, { hashes }) {
    f.ensure(hashes.length > 0, errors.TooFew)
    f.ensure(hashes.length <= MAX_UPDATES, errors.TooMany)
    const updated = hashes.filter((hash) => ensureUpdated(ctx, hash)).length
    const share = f.perbill.fromRational(updated, hashes.length)
    return { pays_fee: share < UPDATES_FREE_FROM ? 'Yes' : 'No' }
  },
})

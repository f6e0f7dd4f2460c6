/** Calls of System. */
import { bytes, tuple, u32, u64, vec } from '../codec/index.ts'
import { bytesToKey, toHex } from '../crypto/bytes.ts'
import { blake2_256 } from '../crypto/hash.ts'
import { call } from '../pallet/call.ts'
import { anyone, root, signed } from '../pallet/origin.ts'
import { H256 } from '../types.ts'
import { depositLog } from './block.ts'
import { authorizationFor, authorizeUpgrade, codeRefusal, setCode } from './code.ts'
import { BlockWeights } from './constants.ts'
import * as events from './events.ts'
import { AuthorizedUpgrade } from './storage.ts'
import * as weights from './weights.ts'
import { HEAP_PAGES, isChildRoot, mayHoldChildRoots } from './well-known.ts'

export const remark = call({
  index: 0,
  docs: 'Makes some on-chain remark.',
  origin: anyone,
  args: { remark: bytes },
  weight: ({ remark }) => weights.remark(remark.length),
  run: () => undefined,
})

export const set_heap_pages = call({
  index: 1,
  docs: 'Sets the number of pages in the WebAssembly environment’s heap.',
  origin: root,
  args: { pages: u64 },
  weight: weights.set_heap_pages,
  class: 'Operational',
  run(ctx, _root, { pages }) {
    ctx.state.setRaw(HEAP_PAGES, u64.encode(pages))
    depositLog(ctx, { type: 'RuntimeEnvironmentUpdated' })
    return undefined
  },
})

export const set_code = call({
  index: 2,
  docs: 'Sets the new runtime code.',
  origin: root,
  args: { code: bytes },
  weight: weights.set_code,
  class: 'Operational',
  run(ctx, _root, { code }) {
    const refusal = codeRefusal(ctx, code)
    if (refusal) throw refusal
    setCode(ctx, code)
    return { actual_weight: BlockWeights.get(ctx).max_block }
  },
})

export const set_code_without_checks = call({
  index: 3,
  docs: 'Sets the new runtime code without looking at its version.',
  origin: root,
  args: { code: bytes },
  weight: weights.set_code,
  class: 'Operational',
  run(ctx, _root, { code }) {
    setCode(ctx, code)
    return { actual_weight: BlockWeights.get(ctx).max_block }
  },
})

export const set_storage = call({
  index: 4,
  docs: 'Sets some items of storage.',
  origin: root,
  args: { items: vec(tuple(bytes, bytes)) },
  weight: ({ items }) => weights.set_storage(items.length),
  class: 'Operational',
  run(ctx, _root, { items }) {
    for (const [name, value] of items) {
      const key = bytesToKey(name)
      if (!isChildRoot(key)) ctx.state.setRaw(key, value)
    }
    return undefined
  },
})

export const kill_storage = call({
  index: 5,
  docs: 'Kills some items from storage.',
  origin: root,
  args: { keys: vec(bytes) },
  weight: ({ keys }) => weights.kill_storage(keys.length),
  class: 'Operational',
  run(ctx, _root, { keys }) {
    for (const name of keys) {
      const key = bytesToKey(name)
      if (!isChildRoot(key)) ctx.state.remove(key)
    }
    return undefined
  },
})

export const kill_prefix = call({
  index: 6,
  docs: 'Kills the storage items whose keys begin with a prefix.',
  origin: root,
  args: { prefix: bytes, subkeys: u32 },
  weight: ({ subkeys }) => weights.kill_prefix(Math.min(subkeys + 1, 0xffff_ffff)),
  class: 'Operational',
  run(ctx, _root, { prefix, subkeys }) {
    const rows = bytesToKey(prefix)
    if (!mayHoldChildRoots(rows)) ctx.state.clearPrefix(rows, { limit: subkeys })
    return undefined
  },
})

export const remark_with_event = call({
  index: 7,
  docs: 'Makes some on-chain remark and emits an event.',
  origin: signed,
  args: { remark: bytes },
  weight: ({ remark }) => weights.remark_with_event(remark.length),
  run(ctx, sender, { remark }) {
    ctx.deposit(events.Remarked({ sender, hash: toHex(blake2_256(remark)) }))
    return undefined
  },
})

export const authorize_upgrade = call({
  index: 9,
  docs: 'Authorizes an upgrade to a given code hash.',
  origin: root,
  args: { code_hash: H256 },
  weight: weights.authorize_upgrade,
  class: 'Operational',
  run(ctx, _root, { code_hash }) {
    authorizeUpgrade(ctx, { code_hash, check_version: true })
    return undefined
  },
})

export const authorize_upgrade_without_checks = call({
  index: 10,
  docs: 'Authorizes an upgrade to a given code hash, whatever its version.',
  origin: root,
  args: { code_hash: H256 },
  weight: weights.authorize_upgrade,
  class: 'Operational',
  run(ctx, _root, { code_hash }) {
    authorizeUpgrade(ctx, { code_hash, check_version: false })
    return undefined
  },
})

export const apply_authorized_upgrade = call({
  index: 11,
  docs: 'Provides the code that was authorized, which anyone may do.',
  origin: anyone,
  args: { code: bytes },
  weight: weights.apply_authorized_upgrade,
  class: 'Operational',
  run(ctx, _origin, { code }) {
    const { code_hash, check_version } = authorizationFor(ctx, code)
    AuthorizedUpgrade.remove(ctx)
    const refusal = check_version ? codeRefusal(ctx, code) : undefined
    if (refusal) {
      const error = refusal.toWire()
      ctx.deposit(events.RejectedInvalidAuthorizedUpgrade({ code_hash, error }))
      return { pays_fee: 'No' }
    }
    setCode(ctx, code)
    return { actual_weight: BlockWeights.get(ctx).max_block, pays_fee: 'No' }
  },
})

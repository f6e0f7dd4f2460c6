/** A block holds only so much weight and so many bytes. */

import { emptyExtension } from '../../extrinsic/empty-extension.ts'
import type { BareTransaction } from '../../extrinsic/extension.ts'
import type { DispatchInfo } from '../../pallet/call.ts'
import type { Context } from '../../pallet/context.ts'
import { totalWeight, unspentWeight } from '../../pallet/post-info.ts'
import { invalid } from '../../pallet/validity.ts'
import { addWeight, anyGreater, type Weight, weight } from '../../pallet/weight.ts'
import type { PerClass } from '../../support.ts'
import { CLASS_KEYS, ofClass, reclaimWeight, totalOf } from '../block-weight.ts'
import { BlockLength, BlockWeights } from '../constants.ts'
import { AllExtrinsicsLen, BlockWeight } from '../storage.ts'
import type { BlockWeights as Limits } from '../types.ts'
import { check_weight } from './weights.ts'

const U64_MAX = 0xffff_ffff_ffff_ffffn
const exhausted = () => invalid({ type: 'ExhaustsResources' })

/** The block's bytes with this extrinsic; refuses what does not fit, in bytes or on its own in weight. */
function ensureFits(ctx: Context, info: DispatchInfo, length: number): number {
  const next = (AllExtrinsicsLen.get(ctx) ?? 0) + length
  if (next > ofClass(BlockLength.get(ctx).max, info.class)) throw exhausted()
  const { max_extrinsic } = ofClass(BlockWeights.get(ctx).per_class, info.class)
  if (max_extrinsic !== undefined && anyGreater(totalWeight(info), max_extrinsic)) throw exhausted()
  return next
}

function accrueChecked(used: Weight, by: Weight): Weight {
  const ref_time = used.ref_time + by.ref_time
  const proof_size = used.proof_size + by.proof_size
  if (ref_time > U64_MAX || proof_size > U64_MAX) throw exhausted()
  return weight(ref_time, proof_size)
}

/** The block's weight with this extrinsic, which has to respect the limits of its class. */
function consumed(
  limits: Limits,
  used: PerClass<Weight>,
  { info, length }: Pick<BareTransaction, 'info' | 'length'>,
): PerClass<Weight> {
  const limit = ofClass(limits.per_class, info.class)
  const own = addWeight(
    addWeight(totalWeight(info), limit.base_extrinsic),
    weight(0n, BigInt(length)),
  )
  const before = ofClass(used, info.class)
  const unlimited = limit.max_total === undefined && limit.reserved === undefined
  const ofThisClass = unlimited ? addWeight(before, own) : accrueChecked(before, own)
  const all = { ...used, [CLASS_KEYS[info.class]]: ofThisClass }
  if (limit.max_total !== undefined && anyGreater(ofThisClass, limit.max_total)) throw exhausted()
  const isOver = anyGreater(totalOf(all), limits.max_block)
  if (isOver && limit.reserved !== undefined && anyGreater(ofThisClass, limit.reserved))
    throw exhausted()
  return all
}

/** Counts an extrinsic that is about to run. */
export function noteWeight(ctx: Context, info: DispatchInfo, length: number): void {
  const nextLength = ensureFits(ctx, info, length)
  const next = consumed(BlockWeights.get(ctx), BlockWeight.get(ctx), { info, length })
  AllExtrinsicsLen.set(ctx, nextLength)
  BlockWeight.set(ctx, next)
}

/** Checks what the pool can check: the length, and the extrinsic's own weight. */
export function validateWeight(ctx: Context, info: DispatchInfo, length: number): void {
  ensureFits(ctx, info, length)
}

/**
 * refuses ExhaustsResources
 * source  polkadot-sdk substrate/frame/system/src/extensions/check_weight.rs
 */
export const CheckWeight = emptyExtension({
  path: 'frame_system::extensions::check_weight::CheckWeight',
  weight: () => check_weight,
  validate(ctx, { info, length }) {
    validateWeight(ctx, info, length)
    return undefined
  },
  prepare: (ctx, { info, length }) => noteWeight(ctx, info, length),
  post_dispatch(ctx, { info }, _state, { post }) {
    reclaimWeight(ctx, unspentWeight(post, info), info.class)
    return undefined
  },
  bare: {
    validate(ctx, { info, length }) {
      validateWeight(ctx, info, length)
      return undefined
    },
    prepare: (ctx, { info, length }) => noteWeight(ctx, info, length),
    post_dispatch: (ctx, { info }, { post }) =>
      reclaimWeight(ctx, unspentWeight(post, info), info.class),
  },
})

/** What a dispatch really cost, against what was announced. */
import type { DispatchInfo, PostInfo } from './call.ts'
import { addWeight, minWeight, type Pays, subWeight, type Weight } from './weight.ts'

/** Weight of the call and of the extensions around it. */
export const totalWeight = (info: DispatchInfo): Weight =>
  addWeight(info.call_weight, info.extension_weight)

/** The weight that was used: never more than was announced. */
export const actualWeight = (post: PostInfo, info: DispatchInfo): Weight =>
  post.actual_weight === undefined
    ? totalWeight(info)
    : minWeight(post.actual_weight, totalWeight(info))

export const unspentWeight = (post: PostInfo, info: DispatchInfo): Weight =>
  subWeight(totalWeight(info), actualWeight(post, info))

/** Whether the fee stands: a call that announced none, or turned out to need none, is free. */
export const paysFee = (post: PostInfo, info: DispatchInfo): Pays =>
  info.pays_fee === 'No' || post.pays_fee === 'No' ? 'No' : 'Yes'

/** The call's post info as that of the whole transaction: with the weight of its extensions. */
export const withExtensions = (post: PostInfo, info: DispatchInfo): PostInfo => ({
  ...post,
  actual_weight: addWeight(post.actual_weight ?? info.call_weight, info.extension_weight),
})

/** Takes `unspent` off the weight that was used. */
export const refundWeight = (post: PostInfo, unspent: Weight): PostInfo =>
  post.actual_weight === undefined
    ? post
    : { ...post, actual_weight: subWeight(post.actual_weight, unspent) }

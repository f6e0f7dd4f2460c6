/** Weights of Proxy's calls, as benchmarked upstream. */
import * as f from '@taonet/frame'
import { benchmarked, type Figures } from '../../common/benchmarked.ts'

type PerItem = readonly [refTime: bigint, proofSize: bigint]

const times = ([refTime, proofSize]: PerItem, count: number): f.Weight =>
  f.mulWeight(f.weight(refTime, proofSize), BigInt(count))

const perProxy =
  (base: Figures, each: PerItem) =>
  (proxies: number): f.Weight =>
    f.addWeight(benchmarked(base), times(each, proxies))

/** Of a call that looks at announcements and proxies. */
const perBoth =
  (base: Figures, announcement: PerItem, proxy: PerItem) =>
  (announcements: number, proxies: number): f.Weight =>
    f.addWeight(
      benchmarked(base),
      f.addWeight(times(announcement, announcements), times(proxy, proxies)),
    )

export const proxy = perProxy([28_026_265n, 4254n, 3, 1], [53_205n, 37n])
export const proxy_announced = perBoth([53_234_507n, 8615n, 5, 3], [228_831n, 68n], [54_037n, 37n])
export const remove_announcement = perBoth(
  [25_595_226n, 8615n, 2, 2],
  [205_163n, 0n],
  [40_277n, 0n],
)
export const reject_announcement = perBoth(
  [26_388_332n, 8615n, 2, 2],
  [199_703n, 0n],
  [17_846n, 0n],
)
export const announce = perBoth([34_286_251n, 8615n, 3, 2], [194_092n, 0n], [53_615n, 0n])
export const add_proxy = perProxy([25_770_804n, 4254n, 1, 1], [80_892n, 0n])
export const remove_proxy = perProxy([27_827_049n, 4254n, 1, 2], [64_054n, 0n])
export const remove_proxies = perProxy([27_407_028n, 4254n, 1, 1], [55_808n, 0n])
export const create_pure = perProxy([27_853_436n, 4254n, 1, 1], [20_160n, 0n])
export const kill_pure = perProxy([26_529_087n, 4254n, 1, 1], [48_014n, 0n])
export const poke_deposit = benchmarked([46_757_000n, 8615n, 3, 3])
export const set_real_pays_fee = perProxy([14_259_931n, 4254n, 1, 1], [42_799n, 0n])

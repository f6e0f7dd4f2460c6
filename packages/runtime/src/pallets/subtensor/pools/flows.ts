/** TAO that users and the chain bring into a subnet or take out of it. Emission ignores these counters for now. */
import type * as f from '@taonet/frame'
import type { NetUid, Tao } from '../../../common/units.ts'
import { SubnetProtocolFlow, SubnetTaoFlow } from '../storage.ts'

const MAX = (1n << 63n) - 1n
const MIN = -(1n << 63n)
const clamp = (flow: bigint) => (flow > MAX ? MAX : flow < MIN ? MIN : flow)

function change(
  ctx: f.Context,
  flows: typeof SubnetTaoFlow,
  netuid: NetUid,
  by: (flow: bigint) => bigint,
): void {
  flows.mutate(ctx, netuid, (flow) => clamp(by(flow)))
}

const signed = (tao: Tao) => BigInt.asIntN(64, tao)

/** Users brought TAO in. `source` coinbase/subnet_emissions.rs record_tao_inflow */
export const recordTaoInflow = (ctx: f.Context, netuid: NetUid, tao: Tao): void =>
  change(ctx, SubnetTaoFlow, netuid, (flow) => flow + signed(tao))

/** Users took TAO out. `source` coinbase/subnet_emissions.rs record_tao_outflow */
export const recordTaoOutflow = (ctx: f.Context, netuid: NetUid, tao: Tao): void =>
  change(ctx, SubnetTaoFlow, netuid, (flow) => flow - signed(tao))

/** The chain brought TAO in. `source` coinbase/subnet_emissions.rs record_protocol_inflow */
export const recordProtocolInflow = (ctx: f.Context, netuid: NetUid, tao: Tao): void =>
  change(ctx, SubnetProtocolFlow, netuid, (flow) => flow + signed(tao))

/** The chain took TAO out. `source` coinbase/subnet_emissions.rs record_protocol_outflow */
export const recordProtocolOutflow = (ctx: f.Context, netuid: NetUid, tao: Tao): void =>
  change(ctx, SubnetProtocolFlow, netuid, (flow) => flow - signed(tao))

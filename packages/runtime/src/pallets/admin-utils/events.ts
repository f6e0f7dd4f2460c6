/** Events of AdminUtils, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { PrecompileEnum } from './types.ts'

export const PrecompileUpdated = f.event(0, { precompile_id: PrecompileEnum, enabled: f.bool })
export const Yuma3EnableToggled = f.event(1, { netuid: f.u16, enabled: f.bool })
export const BondsResetToggled = f.event(2, { netuid: f.u16, enabled: f.bool })
export const BurnHalfLifeSet = f.event(3, { netuid: f.u16, burn_half_life: f.u16 })
export const BurnIncreaseMultSet = f.event(4, { netuid: f.u16, burn_increase_mult: f.U64F64Bits })
export const SubnetEmissionEnabledSet = f.event(5, { netuid: f.u16, enabled: f.bool })

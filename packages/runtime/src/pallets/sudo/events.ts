/** Events of Sudo, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const Sudid = f.event(0, { sudo_result: f.result(f.unit, f.DispatchErrorWire) })
export const KeyChanged = f.event(1, { old: f.option(f.AccountId), new: f.AccountId })
export const KeyRemoved = f.event(2, {})
export const SudoAsDone = f.event(3, { sudo_result: f.result(f.unit, f.DispatchErrorWire) })

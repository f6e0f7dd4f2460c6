/** Events of Utility, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const BatchInterrupted = f.event(0, { index: f.u32, error: f.DispatchErrorWire })
export const BatchCompleted = f.event(1, {})
export const BatchCompletedWithErrors = f.event(2, {})
export const ItemCompleted = f.event(3, {})
export const ItemFailed = f.event(4, { error: f.DispatchErrorWire })
export const DispatchedAs = f.event(5, { result: f.result(f.unit, f.DispatchErrorWire) })
export const IfElseMainSuccess = f.event(6, {})
export const IfElseFallbackCalled = f.event(7, { main_error: f.DispatchErrorWire })

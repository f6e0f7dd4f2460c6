/** Refusals as values, for code that carries on after one. */
import { type DispatchError, plainError } from '@taonet/frame'

export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: DispatchError }

/** Runs `run` and gives its refusal as a value; what it wrote before stays. Anything that is no refusal goes on up. */
export function attempt<T>(run: () => T): Attempt<T> {
  try {
    return { ok: true, value: run() }
  } catch (error) {
    return { ok: false, error: plainError(error) }
  }
}

/** Whether `run` is not refused. */
export const succeeds = (run: () => void): boolean => attempt(run).ok

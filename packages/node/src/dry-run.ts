/** The outcome of an extrinsic as `ApplyExtrinsicResult`, as `system_dryRun` gives it. */
import {
  type ApplyResult,
  DispatchErrorWire,
  InvalidityError,
  result,
  TransactionValidityError,
  unit,
} from '@taonet/frame'

const ApplyExtrinsicResult = result(result(unit, DispatchErrorWire), TransactionValidityError)

/** Runs `apply` and encodes how it went; a transaction that may not be included is a value too. */
export function encodeDryRun(apply: () => ApplyResult): Uint8Array {
  try {
    const outcome = apply()
    return ApplyExtrinsicResult.encode({
      ok: true,
      value: outcome.ok ? outcome : { ok: false, error: outcome.error.toWire() },
    })
  } catch (error) {
    if (!(error instanceof InvalidityError)) throw error
    return ApplyExtrinsicResult.encode({ ok: false, error: error.validity })
  }
}

/** Runtime upgrades as far as the state shows them. */
import { Reader } from '../codec/index.ts'
import { toHex, utf8 } from '../crypto/bytes.ts'
import { blake2_256 } from '../crypto/hash.ts'
import type { Context } from '../pallet/context.ts'
import { ensure, type PalletError } from '../pallet/error.ts'
import { depositLog } from './block.ts'
import { Version } from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { AuthorizedUpgrade } from './storage.ts'
import { type CodeUpgradeAuthorization, RuntimeVersion } from './types.ts'
import { CODE } from './well-known.ts'

const WASM_MAGIC = '0x0061736d01000000'
const SECTION = utf8('runtime_version')

/** An unsigned LEB128 number, as WebAssembly writes lengths. */
function leb128(from: Reader): number {
  let value = 0
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = from.u8()
    value += (byte & 0x7f) * 2 ** shift
    if (byte < 0x80) return value
  }
  return Number.MAX_SAFE_INTEGER
}

/**
 * The version that a WebAssembly runtime carries in its section `runtime_version`.
 *
 * differs compressed code is not looked into: it counts as code without a version
 */
export function versionInCode(code: Uint8Array): RuntimeVersion | undefined {
  if (toHex(code.subarray(0, 8)) !== WASM_MAGIC) return undefined
  const from = new Reader(code)
  from.at = 8
  try {
    while (from.left > 0) {
      const id = from.u8()
      const end = leb128(from) + from.at
      if (id === 0 && toHex(from.bytes(leb128(from))) === toHex(SECTION))
        return RuntimeVersion.read(new Reader(code.subarray(from.at, end)))
      from.at = Math.min(end, code.length)
    }
    return undefined
  } catch {
    return undefined // cut off or malformed: no version to be found
  }
}

/** Why new code may not replace the running one, by its version; `undefined` when it may. */
export function codeRefusal(ctx: Context, code: Uint8Array): PalletError | undefined {
  const next = versionInCode(code)
  const now = Version.get(ctx)
  if (next === undefined) return errors.FailedToExtractRuntimeVersion
  if (next.spec_name !== now.spec_name) return errors.InvalidSpecName
  return next.spec_version <= now.spec_version ? errors.SpecVersionNeedsToIncrease : undefined
}

/**
 * Puts code into the state, reports it and notes it in the digest.
 *
 * differs the running rules stay what they are: this runtime is no WebAssembly
 */
export function setCode(ctx: Context, code: Uint8Array): void {
  ctx.state.setRaw(CODE, code)
  depositLog(ctx, { type: 'RuntimeEnvironmentUpdated' })
  ctx.deposit(events.CodeUpdated({}))
}

export function authorizeUpgrade(ctx: Context, authorization: CodeUpgradeAuthorization): void {
  AuthorizedUpgrade.set(ctx, authorization)
  ctx.deposit(events.UpgradeAuthorized(authorization))
}

/**
 * The authorization under which this code may be set.
 *
 * refuses NothingAuthorized, Unauthorized
 */
export function authorizationFor(ctx: Context, code: Uint8Array): CodeUpgradeAuthorization {
  const authorization = AuthorizedUpgrade.get(ctx)
  if (authorization === undefined) throw errors.NothingAuthorized
  ensure(toHex(blake2_256(code)) === authorization.code_hash, errors.Unauthorized)
  return authorization
}

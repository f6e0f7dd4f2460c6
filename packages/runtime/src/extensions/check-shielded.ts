/** Encrypted transactions have the form that the author can take apart. */
import * as f from '@taonet/frame'
import { Runtime } from '../common/runtime-type.ts'
import { CUSTOM } from './custom-codes.ts'
import { parseShielded } from './shielded.ts'

const weight = f.addWeight(f.weight(1_000_000n), f.dbReads(1))

/**
 * refuses Custom(FailedShieldedTxParsing)
 * source  opentensor/subtensor pallets/shield/src/extension.rs
 */
export const CheckShieldedTxValidity = f.emptyExtension({
  path: 'pallet_shield::extension::CheckShieldedTxValidity',
  runtime: Runtime,
  weight: () => weight,
  validate(_ctx, { call, origin }) {
    if (f.signer(origin) === undefined) return undefined
    if (call.pallet !== 'MevShield' || call.name !== 'submit_encrypted') return undefined
    const { ciphertext } = call.args as { ciphertext: Uint8Array }
    const isParsed = parseShielded(ciphertext) !== undefined
    if (!isParsed) throw f.invalid({ type: 'Custom', value: CUSTOM.FailedShieldedTxParsing })
    return undefined
  },
})

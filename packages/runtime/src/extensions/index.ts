/** The extensions of every signed transaction, in wire order. */
import * as f from '@taonet/frame'
import { alphaFees } from './alpha-fees.ts'
import { chargeTransactionPayment } from './charge-payment.ts'
import { CheckMetadataHash } from './check-metadata-hash.ts'
import { CheckMortality } from './check-mortality.ts'
import { CheckNonce } from './check-nonce.ts'
import { CheckShieldedTxValidity } from './check-shielded.ts'
import { DrandPriority } from './drand-priority.ts'
import { SubtensorTransactionExtension } from './subtensor-transaction.ts'
import { SudoTransactionExtension } from './sudo-transaction.ts'

export const EXTENSIONS: readonly f.AnyExtension[] = [
  f.CheckNonZeroSender,
  f.CheckSpecVersion,
  f.CheckTxVersion,
  f.CheckGenesis,
  CheckMortality,
  CheckNonce,
  f.CheckWeight,
  chargeTransactionPayment(alphaFees),
  SudoTransactionExtension,
  CheckShieldedTxValidity,
  SubtensorTransactionExtension,
  DrandPriority,
  CheckMetadataHash,
]

/** System's, the runtime's own, and the one beside them: how upstream nests them. */
export const EXTENSION_GROUPS = [7, 5, 1] as const

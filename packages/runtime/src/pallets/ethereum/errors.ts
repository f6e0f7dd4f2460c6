/** Errors of Ethereum, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const InvalidSignature = f.error(0, 'The signature does not hold.')
export const PreLogExists = f.error(1, 'The block brings its Ethereum transactions along already.')

/** Errors of Ethereum, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const InvalidSignature = f.error(0, 'Invalid signature.')
export const PreLogExists = f.error(1, 'Pre log exists.')

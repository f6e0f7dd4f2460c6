/** Errors of Preimage, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const TooBig = f.error(0, 'The bytes are too many to be kept.')
export const AlreadyNoted = f.error(1, 'The bytes are kept already.')
export const NotAuthorized = f.error(2, 'Somebody else paid for the bytes.')
export const NotNoted = f.error(3, 'The bytes are not kept.')
export const Requested = f.error(4, 'Somebody still asks for the bytes.')
export const NotRequested = f.error(5, 'Nobody asks for the bytes.')
export const TooMany = f.error(6, 'These are more hashes than fit into one call.')
export const TooFew = f.error(7, 'At least one hash is needed.')

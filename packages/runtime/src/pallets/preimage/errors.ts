/** Errors of Preimage, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const TooBig = f.error(0, 'Too big.')
export const AlreadyNoted = f.error(1, 'Already noted.')
export const NotAuthorized = f.error(2, 'Not authorized.')
export const NotNoted = f.error(3, 'Not noted.')
export const Requested = f.error(4, 'Requested.')
export const NotRequested = f.error(5, 'Not requested.')
export const TooMany = f.error(6, 'Too many.')
export const TooFew = f.error(7, 'Too few.')

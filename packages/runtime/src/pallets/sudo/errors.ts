/** Errors of Sudo, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const RequireSudo = f.error(0, 'Require sudo.')

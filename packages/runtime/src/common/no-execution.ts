/** What calls answer that would run a contract. */
import * as f from '@taonet/frame'

/**
 * The chain keeps everything that clients read of EVM and ink! contracts, and does not run them yet.
 * On the wire this is `Other`, which carries no text; the node's log has it.
 */
export const ExecutionUnavailable = f.other('contracts cannot be executed by this version')

/** Keys of a lease, which nobody has the secrets of. */
import * as f from '@taonet/frame'

const Seed = f.tuple(f.bytes, f.u32)

const keyOf =
  (role: string) =>
  (leaseId: number): f.AccountId =>
    f.toHex(f.blake2_256(Seed.encode([f.utf8(role), leaseId])))

/** `source` opentensor/subtensor pallets/subtensor/src/subnets/leasing.rs lease_coldkey */
export const leaseColdkey = keyOf('leasing/coldkey')

/** `source` opentensor/subtensor pallets/subtensor/src/subnets/leasing.rs lease_hotkey */
export const leaseHotkey = keyOf('leasing/hotkey')

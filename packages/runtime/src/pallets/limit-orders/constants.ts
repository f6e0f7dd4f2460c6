/** Constants of LimitOrders, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const MaxOrdersPerBatch = f.constant(f.u32, 100)
export const PalletId = f.constant(f.PalletId, '0x62742f6c696d6974')
export const PalletHotkey = f.constant(
  f.AccountId,
  '0x6d6f646c62742f6c6d686b790000000000000000000000000000000000000000',
)

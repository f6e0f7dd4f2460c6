/** Wire types of Preimage, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const HoldReason = f.enumeration('pallet_preimage::pallet::HoldReason', { Preimage: 0 })
export type HoldReason = f.Value<typeof HoldReason>

export const OldRequestStatus = f.variant(
  f.generic('pallet_preimage::OldRequestStatus', { AccountId: f.AccountId, Balance: f.u64 }),
  {
    Unrequested: [0, { deposit: f.tuple(f.AccountId, f.u64), len: f.u32 }],
    Requested: [
      1,
      { deposit: f.option(f.tuple(f.AccountId, f.u64)), count: f.u32, len: f.option(f.u32) },
    ],
  },
)
export type OldRequestStatus = f.Value<typeof OldRequestStatus>

export const RequestStatus = f.variant(
  f.generic('pallet_preimage::RequestStatus', {
    AccountId: f.AccountId,
    Ticket: f.HoldConsideration,
  }),
  {
    Unrequested: [0, { ticket: f.tuple(f.AccountId, f.HoldConsideration), len: f.u32 }],
    Requested: [
      1,
      {
        maybe_ticket: f.option(f.tuple(f.AccountId, f.HoldConsideration)),
        count: f.u32,
        maybe_len: f.option(f.u32),
      },
    ],
  },
)
export type RequestStatus = f.Value<typeof RequestStatus>

/** Wire types of Scheduler, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const Scheduled = f.struct(
  f.generic('pallet_scheduler::Scheduled', {
    Name: f.bytesN(32),
    Call: f.Bounded,
    BlockNumber: f.u32,
    PalletsOrigin: f.OriginCaller,
    AccountId: f.AccountId,
  }),
  {
    maybe_id: f.option(f.bytesN(32)),
    priority: f.u8,
    call: f.Bounded,
    maybe_periodic: f.option(f.tuple(f.u32, f.u32)),
    origin: f.OriginCaller,
  },
)
export type Scheduled = f.Value<typeof Scheduled>

export const RetryConfig = f.struct(f.generic('pallet_scheduler::RetryConfig', { Period: f.u32 }), {
  total_retries: f.u8,
  remaining: f.u8,
  period: f.u32,
})
export type RetryConfig = f.Value<typeof RetryConfig>

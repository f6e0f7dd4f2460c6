/** Wire types of Proxy, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { ProxyType } from '../../common/proxy-types.ts'

export const ProxyDefinition = f.struct(
  f.generic('pallet_subtensor_proxy::ProxyDefinition', {
    AccountId: f.AccountId,
    ProxyType: ProxyType,
    BlockNumber: f.u32,
  }),
  {
    delegate: f.AccountId,
    proxy_type: ProxyType,
    delay: f.u32,
  },
)
export type ProxyDefinition = f.Value<typeof ProxyDefinition>

export const Announcement = f.struct(
  f.generic('pallet_subtensor_proxy::Announcement', {
    AccountId: f.AccountId,
    Hash: f.H256,
    BlockNumber: f.u32,
  }),
  {
    real: f.AccountId,
    call_hash: f.H256,
    height: f.u32,
  },
)
export type Announcement = f.Value<typeof Announcement>

export const DepositKind = f.enumeration('pallet_subtensor_proxy::DepositKind', {
  Proxies: 0,
  Announcements: 1,
})
export type DepositKind = f.Value<typeof DepositKind>

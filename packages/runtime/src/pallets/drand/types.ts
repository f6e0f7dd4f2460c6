/** Wire types of Drand, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const Metadata = f.struct('pallet_drand::types::Metadata', {
  beacon_id: f.boundedBytes(32),
})
export type Metadata = f.Value<typeof Metadata>

export const BeaconConfiguration = f.struct('pallet_drand::types::BeaconConfiguration', {
  public_key: f.boundedBytes(96),
  period: f.u32,
  genesis_time: f.u32,
  hash: f.boundedBytes(32),
  group_hash: f.boundedBytes(32),
  scheme_id: f.boundedBytes(32),
  metadata: Metadata,
})
export type BeaconConfiguration = f.Value<typeof BeaconConfiguration>

export const Pulse = f.struct('pallet_drand::types::Pulse', {
  round: f.u64,
  randomness: f.boundedBytes(32),
  signature: f.boundedBytes(144),
})
export type Pulse = f.Value<typeof Pulse>

export const PulsesPayload = f.struct(
  f.generic('pallet_drand::types::PulsesPayload', { Public: f.MultiSigner, BlockNumber: f.u32 }),
  {
    block_number: f.u32,
    pulses: f.vec(Pulse),
    public: f.MultiSigner,
  },
)
export type PulsesPayload = f.Value<typeof PulsesPayload>

export const BeaconConfigurationPayload = f.struct(
  f.generic('pallet_drand::types::BeaconConfigurationPayload', {
    Public: f.MultiSigner,
    BlockNumber: f.u32,
  }),
  {
    block_number: f.u32,
    config: BeaconConfiguration,
    public: f.MultiSigner,
  },
)
export type BeaconConfigurationPayload = f.Value<typeof BeaconConfigurationPayload>

export const NonZeroU64 = f.newtype('NonZeroU64', f.u64)
export type NonZeroU64 = f.Value<typeof NonZeroU64>

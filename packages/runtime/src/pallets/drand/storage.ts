/** Storage of Drand, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { BeaconConfiguration, Pulse } from './types.ts'

export const BeaconConfig = f.value(BeaconConfiguration, {
  public_key: f.fromHex(
    '0x83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  ),
  period: 3,
  genesis_time: 1_692_803_367,
  hash: f.fromHex('0x52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971'),
  group_hash: f.fromHex('0xf477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e'),
  scheme_id: f.fromHex('0x626c732d756e636861696e65642d67312d72666339333830'),
  metadata: { beacon_id: f.fromHex('0x717569636b6e6574') },
})

/** By migration_name. */
export const HasMigrationRun = f.map([f.identity(f.boundedBytes(128))], f.bool, false)

export const Pulses = f.map([f.blake2_128_concat(f.u64)], Pulse, undefined)

export const LastStoredRound = f.value(f.u64, 0n)

export const OldestStoredRound = f.value(f.u64, 0n)

export const NextUnsignedAt = f.value(f.u32, 0)

/** The beacon of development networks: everybody may know its secret, as with the accounts. */
import * as f from '@taonet/frame'
import type { BeaconConfiguration } from '../pallets/drand/types.ts'

/**
 * Rounds are those of quicknet, so that clients which compute rounds of quicknet name rounds that come;
 * the key is another one, so what they seal to quicknet does not open.
 */
export const DEVELOPMENT_BEACON: BeaconConfiguration = {
  public_key: f.fromHex(
    '0x8ce546e9add469644214cd7057d37fc8aa7aeefe08ec084a5afad41974c7b5c6c6706e2a4d8a941f4b720277c126d68314e2669b4db3511e0a2d5dc25b97dde15bf2f7a677fb1c39f4ccc9b3e747bcd65af296f847774c9c337c6c37f8c603be',
  ),
  period: 3,
  genesis_time: 1_692_803_367,
  // as drand names a chain: SHA-256 of period, genesis time, key, group hash and beacon id
  hash: f.fromHex('0xa7ad334ec5c30f52acf4d7bf1d7e48e099de98a40f16ae54555869502f9e0ebf'),
  group_hash: f.fromHex('0x0693a28c8c59bc45cf83703ec0a38866edd82dbffc7f498bcb8f8611cac4adec'),
  scheme_id: f.utf8('bls-unchained-g1-rfc9380'),
  metadata: { beacon_id: f.utf8('taonet-dev') },
}

/** A round a second, for fast blocks: their epochs are shorter than quicknet's rounds. */
export const FAST_DEVELOPMENT_BEACON: BeaconConfiguration = {
  ...DEVELOPMENT_BEACON,
  period: 1,
  hash: f.fromHex('0x826db9357ab5c52186f0f61c06302fe99838b3f94f1f95ea2a2b3051c8fa5c14'),
}

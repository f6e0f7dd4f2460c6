import type { PolkadotSigner } from 'polkadot-api'
import { getPolkadotSigner } from 'polkadot-api/signer'
import type { Signer } from '../wallet/keypair.ts'

/** Our key as polkadot-api's signer. */
export function polkadotSigner(key: Signer): PolkadotSigner {
  const type = key.cryptoType === 'sr25519' ? 'Sr25519' : 'Ed25519'
  return getPolkadotSigner(key.publicKey, type, (bytes) => key.sign(bytes))
}

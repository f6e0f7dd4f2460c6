/** The verification that every route has unless told otherwise. */
import { requestMessage } from '../synapse/signed-text.ts'
import type { SynapseMessage } from '../synapse/synapse.ts'
import { Keypair } from '../wallet/keypair.ts'
import type { NonceClaim, NonceWindow } from './nonces.ts'

/**
 * Checks nonce and signature of a request by its headers, then remembers the nonce.
 *
 * refuses by throwing, in upstream's words: no or bad hotkey, no nonce, an old nonce, no signature, a
 *         wrong signature
 * source  opentensor/bittensor bittensor/core/axon.py Axon.default_verify
 */
export function verifyRequest(
  message: SynapseMessage,
  axonHotkey: string,
  nonces: NonceWindow,
  now: bigint,
): void {
  const { hotkey, nonce, uuid, version, signature } = message.dendrite
  if (hotkey === null) throw new Error('No SS58 formatted address or public key provided.')
  const sender = Keypair.fromAddress(hotkey)
  if (nonce === null) throw new Error('Missing Nonce')
  const { timeout } = message
  const claim: NonceClaim = { peer: `${hotkey}:${uuid}`, nonce, version, timeout }
  const refusal = nonces.refusal(claim, now)
  if (refusal !== undefined) throw new Error(refusal)
  if (!signature) throw new Error('Missing Signature')
  const signed = requestMessage(message, axonHotkey, message.computed_body_hash || null)
  if (!sender.verify(signed, signature)) {
    throw new Error(`Signature mismatch with ${signed} and ${signature}`)
  }
  nonces.accept(claim, now)
}

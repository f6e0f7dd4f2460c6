/** What the two ends of an exchange sign. */
import type { SynapseMessage } from './synapse.ts'

/** Text that an axon signs when it turns a request down; unknown parts print as Python's None. */
export function refusalMessage({ axon, dendrite }: SynapseMessage): string {
  return joined([axon.nonce, dendrite.hotkey, axon.hotkey, axon.uuid])
}

/** Text that a dendrite signs; parts that are unknown print as Python's None. */
export function requestMessage(
  message: SynapseMessage,
  axonHotkey: string | null,
  bodyHash: string | null,
): string {
  const { nonce, hotkey, uuid } = message.dendrite
  return joined([nonce, hotkey, axonHotkey, uuid, bodyHash])
}

function joined(parts: readonly unknown[]): string {
  return parts.map((part) => part ?? 'None').join('.')
}

/** The hash that ties a request's signature to its content. */
import { sha3Hex } from '../wallet/hashes.ts'
import { type FieldDeclarations, typeOf } from './field-types.ts'
import { strText } from './python-text.ts'
import type { Synapse, SynapseType } from './synapse.ts'

/**
 * Hash of a message's hashed fields: SHA3-256 of the joined hex digests of their Python texts. A type
 * that hashes no field has one hash for all messages.
 *
 * refuses INVALID_VALUE: a field whose value does not fit its type
 * source opentensor/bittensor bittensor/core/synapse.py Synapse.body_hash
 */
export function bodyHash<F extends FieldDeclarations>(
  type: SynapseType<F>,
  message: Synapse<F>,
): string {
  const digests = type.required_hash_fields.map((key) => {
    const declaration = type.fields[key]
    if (!declaration) return ''
    return sha3Hex(strText(typeOf(declaration).toPython(message[key], key)))
  })
  return sha3Hex(digests.join(''))
}

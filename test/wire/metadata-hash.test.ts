// A second implementation of RFC 78 reads our metadata and comes to the hash that the runtime signs with.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata'
import * as f from '@taonet/frame'
import { PROPERTIES, spec425 } from '@taonet/runtime'

const { tokenDecimals, tokenSymbol } = PROPERTIES
const decimals = { decimals: tokenDecimals, tokenSymbol }

/** As clients do it: from metadata 15 and what the chain says of itself. */
const digestOf = (runtime: f.Runtime): string => {
  const metadata = f.metadata(runtime, 15)
  assert.ok(metadata)
  return f.toHex(merkleizeMetadata(metadata, decimals).digest())
}

test('the hash of the metadata is what signers compute', () => {
  const runtime = spec425()
  assert.equal(f.metadataHash(runtime, { tokenDecimals, tokenSymbol }), digestOf(runtime))
})

/** The root of a list: a trie from SCALE compact index to element, as block headers have it. */

import { bytesToKey } from '../crypto/bytes.ts'
import type { Change } from '../storage/state.ts'
import { type StateVersion, Trie } from './trie.ts'

/**
 * Root over a list of byte arrays.
 *
 * shape   a header's extrinsics root is version 0 while the runtime's `system_version` is 0 or 1;
 *         elements are whole extrinsics with their length prefix
 * source  polkadot-sdk substrate/primitives/version/src/lib.rs extrinsics_root_state_version
 */
export function orderedRoot(list: readonly Uint8Array[], version: StateVersion): Uint8Array {
  const rows: Change[] = list.map((element, index) => [compactKey(index), element])
  return Trie.empty(undefined, version).update(rows)
}

function compactKey(index: number): string {
  if (index < 1 << 6) return String.fromCharCode(index << 2)
  const mode = index < 1 << 14 ? 1 : 2
  const bytes = new Uint8Array(mode === 1 ? 2 : 4)
  let rest = index * 4 + mode
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  return bytesToKey(bytes)
}

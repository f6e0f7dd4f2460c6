// Blocks as JSON, and the block that an optional `at` means.

import type { Chain, Hash, Header, RuntimeVersion } from '../../chain.ts'
import { hexOf, hexOfNumber } from '../hex.ts'

/** The block asked for, or the head. */
export function atOrBest(chain: Chain, at: Hash | undefined): Hash {
  return at ?? chain.best().hash
}

/** A header as clients read it; the number is hex without leading zeros. */
export function headerJson(header: Header): unknown {
  return {
    parentHash: header.parentHash,
    number: hexOfNumber(header.number),
    stateRoot: header.stateRoot,
    extrinsicsRoot: header.extrinsicsRoot,
    digest: { logs: header.digest.map(hexOf) },
  }
}

/** A runtime version as clients read it; `stateVersion` is the old name of `systemVersion`. */
export function runtimeVersionJson(version: RuntimeVersion): unknown {
  return {
    specName: version.specName,
    implName: version.implName,
    authoringVersion: version.authoringVersion,
    specVersion: version.specVersion,
    implVersion: version.implVersion,
    apis: version.apis,
    transactionVersion: version.transactionVersion,
    systemVersion: version.systemVersion,
    stateVersion: version.systemVersion,
  }
}

/** True when two blocks run the same runtime. */
export function isSameRuntime(a: RuntimeVersion, b: RuntimeVersion): boolean {
  if (a === b) return true
  return JSON.stringify(runtimeVersionJson(a)) === JSON.stringify(runtimeVersionJson(b))
}

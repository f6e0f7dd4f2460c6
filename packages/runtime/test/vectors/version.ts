/** Runs `version.json`: the runtime's version, its APIs, and the metadata versions it prints. */
import assert from 'node:assert/strict'
import * as f from '@taonet/frame'
import { spec425 } from '../../src/runtime.ts'
import type { Check } from './checks.ts'

/** `version.json`. */
export interface VersionVectors {
  readonly specName: string
  readonly implName: string
  readonly authoringVersion: number
  readonly specVersion: number
  readonly implVersion: number
  readonly transactionVersion: number
  readonly stateVersion: number
  readonly systemVersion: number
  readonly apis: readonly (readonly [id: string, version: number])[]
  readonly encodedScale: string
  readonly metadataVersionsReturned: readonly number[]
}

function ours(): VersionVectors {
  const runtime = spec425()
  const version = f.system.constants.Version.under(runtime.settings)
  const ctx = new f.Context({ state: new f.State(new f.MemoryBackend()), runtime })
  const answer = (method: string) => f.callApi(ctx, method, new Uint8Array())
  return {
    specName: version.spec_name,
    implName: version.impl_name,
    authoringVersion: version.authoring_version,
    specVersion: version.spec_version,
    implVersion: version.impl_version,
    transactionVersion: version.transaction_version,
    // The field was renamed; both names are of the same number.
    stateVersion: version.system_version,
    systemVersion: version.system_version,
    apis: version.apis,
    encodedScale: f.toHex(answer('Core_version')),
    metadataVersionsReturned: f.vec(f.u32).decode(answer('Metadata_metadata_versions')),
  }
}

export function* versionChecks(vectors: VersionVectors): Generator<Check> {
  const made: Readonly<Record<string, unknown>> = { ...ours() }
  for (const [field, value] of Object.entries(vectors))
    yield { name: field, run: () => assert.deepEqual(made[field], value) }
}

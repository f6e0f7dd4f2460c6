/** Transactions against the production runtime: bytes, payloads, signatures, fees, validity, blocks. */
import { test } from 'node:test'
import { genesisRows, readVector } from './chain/vectors.ts'
import { type ExtrinsicVectors, extrinsicChecks } from './vectors/extrinsics.ts'

const vectors = readVector<ExtrinsicVectors>('extrinsics.json')

for (const { name, run } of extrinsicChecks(genesisRows('localnet_single_authority'), vectors))
  test(name, run)

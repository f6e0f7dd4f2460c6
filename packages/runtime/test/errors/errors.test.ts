/** Every error of every pallet is raised here, or is listed as unreachable, or as still open; never two of these. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import type * as f from '@taonet/frame'
import '../chain/block-rules.test.ts'
import '../chain/commitments.test.ts'
import '../chain/crowdloan.test.ts'
import '../chain/drand.test.ts'
import '../chain/gas-price.test.ts'
import '../chain/grandpa.test.ts'
import '../chain/keys.test.ts'
import '../chain/limit-orders.test.ts'
import '../chain/money.test.ts'
import '../chain/proxies.test.ts'
import '../chain/safe-mode.test.ts'
import '../chain/scheduler.test.ts'
import '../chain/shield.test.ts'
import '../chain/subnets.test.ts'
import { PALLETS } from '../../src/runtime.ts'
import { reasons } from '../chain/open-block.ts'
import { OPEN } from './open.ts'
import { errorsPage } from './page.ts'
import { replayed } from './replayed.ts'
import { play } from './scene.ts'
import { AROUND_SCENES } from './scenes-around.ts'
import { CHAIN_SCENES } from './scenes-chain.ts'
import { PREPARED_SCENES } from './scenes-prepared.ts'
import { SUBTENSOR_SCENES } from './scenes-subtensor.ts'
import { UNREACHABLE } from './unreachable.ts'

const raised = new Set<f.DispatchError>()

suite('refusals', () => {
  for (const scene of [...CHAIN_SCENES, ...AROUND_SCENES, ...SUBTENSOR_SCENES, ...PREPARED_SCENES])
    test(`${scene.call} as ${scene.who}: ${scene.error}`, () => play(scene))
})

suite('refusals of the production runtime come out the same', () => {
  for (const name of ['02-transfers', '03-subnets', '04-staking', '05-keys', '08-beacon'])
    test(name, async () => {
      const { errors, different } = await replayed(name)
      assert.deepEqual(different, [])
      for (const error of errors) raised.add(error)
    })
})

test('every error is raised, unreachable or open', () => {
  for (const reason of reasons) raised.add(reason)
  const missing: string[] = []
  for (const [, pallet] of PALLETS)
    for (const [name, error] of Object.entries(pallet.errors ?? {})) {
      const full = `${pallet.name}.${name}`
      const places = [raised.has(error), full in UNREACHABLE, OPEN.has(full)].filter(Boolean)
      if (places.length !== 1) missing.push(`${full}: in ${places.length} places`)
    }
  assert.deepEqual(missing, [])
  for (const reason of Object.values(UNREACHABLE)) assert(reason.length > 10)
})

test('the lists name nothing else, and the page says what they say', () => {
  const names = new Set(
    PALLETS.flatMap(([, { name, errors }]) => Object.keys(errors ?? {}).map((e) => `${name}.${e}`)),
  )
  for (const name of [...Object.keys(UNREACHABLE), ...OPEN]) assert(names.has(name), name)
  const page = new URL('../../../../docs/errors.md', import.meta.url)
  assert.equal(readFileSync(page, 'utf8'), errorsPage())
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { type GenesisFile, genesisRows, readVector } from '../../test/chain/vectors.ts'
import { spec425 } from '../runtime.ts'
import { GenesisBuilder } from './genesis-builder.ts'

const NAMES = ['localnet_single_authority', 'localnet_three_authorities'] as const
const runtime = spec425()
const { build_state, get_preset } = GenesisBuilder.methods

/** Builds a state; gives its rows, or why it cannot be. */
function build(config: unknown): Record<string, string> | string {
  const state = new f.State(new f.MemoryBackend())
  const ctx = new f.Context({ state, runtime })
  const json = f.utf8(typeof config === 'string' ? config : JSON.stringify(config))
  const outcome = build_state?.run(ctx, { json })
  if (!outcome.ok) return outcome.error
  return Object.fromEntries(
    state.changes().map(([key, value]) => [f.keyToHex(key), f.toHex(value ?? new Uint8Array())]),
  )
}

for (const name of NAMES)
  test(`the configuration of ${name} makes upstream's first state`, () => {
    const config = readVector<GenesisFile>('genesis.json')[name].genesis_config_patch
    const code = f.keyToHex(f.system.CODE)
    const wanted = genesisRows(name)
      .map(([key, value]) => [f.keyToHex(key), f.toHex(value)] as const)
      .filter(([key]) => key !== code)
    assert.deepEqual(build(config), Object.fromEntries(wanted))
  })

const preset = (id?: string): string | undefined => {
  const ctx = new f.Context({ state: new f.State(new f.MemoryBackend()), runtime })
  const bytes = get_preset?.run(ctx, { id })
  return bytes && new TextDecoder().decode(bytes)
}

test('a configuration made of the default preset builds a state, and so does the other preset', () => {
  assert.equal(typeof build(preset() ?? ''), 'object')
  assert.equal(typeof build(preset('benchmark') ?? ''), 'object')
  assert.equal(preset('other'), undefined)
})

test("the benchmark preset is upstream's text", () => {
  const lines = preset('benchmark')?.split('\n') ?? []
  assert.equal(lines[0], '{')
  assert.equal(lines[1], '      "aura": {')
  assert.equal(lines[3], '          "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"')
  assert.equal(lines.at(-1), '    }')
  assert.equal(
    lines.filter((line) => line.includes('5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu'))
      .length,
    1,
  )
})

test('what cannot be carried out is refused with its reason', () => {
  assert.equal(build('{'), 'the configuration: expected JSON')
  assert.equal(build({ sudo: { key: 'me' } }), 'sudo.key: expected an SS58 address')
  assert.equal(build({ sudo: { keys: null } }), 'sudo.keys is no part of a configuration')
  assert.equal(
    build({ subtensorModule: { balancesIssuance: 5 } }),
    'subtensorModule.balancesIssuance can only be 0',
  )
  assert.equal(
    build({
      balances: { balances: [['5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY', 2 ** 60]] },
    }),
    'balances.balances[0][1]: expected a natural number below 2^53',
  )
})

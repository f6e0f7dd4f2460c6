import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { ALICE, nobody, OpenBlock, refused } from '../../../test/chain/open-block.ts'
import { Contracts } from './index.ts'
import * as weights from './weights.ts'

const { calls, errors } = Contracts
const dest = { type: 'Id', value: nobody(7) } as const
const nothing = new Uint8Array()
const gas_limit = f.weight(1_000_000n, 1_000n)
const terms = { value: 0n, gas_limit, storage_deposit_limit: undefined, data: nothing }
const code_hash: f.H256 = `0x${'09'.repeat(32)}`

/** The error and the weight that a call is refused with. */
function refusal(call: f.CallValue): [f.DispatchError, f.Weight | undefined] {
  const { ctx } = new OpenBlock()
  const outcome = f.outcomeOf(() => f.dispatch(ctx, f.Signed(ALICE), call))
  assert(!outcome.ok)
  return [outcome.error, outcome.post.actual_weight]
}

test('who calls where no contract is pays for the call, not for its gas', () => {
  const call = calls.call({ dest, ...terms })
  assert.deepEqual(refusal(call), [errors.ContractNotFound, weights.call])
  const dear = calls.call({ dest, ...terms, storage_deposit_limit: (1n << 64n) - 1n })
  assert.deepEqual(refusal(dear), [errors.StorageDepositNotEnoughFunds, weights.call])
  refused(errors.ContractNotFound, () => new OpenBlock().asRoot(call))
  refused(f.CannotLookup, () =>
    new OpenBlock().as(ALICE, calls.call({ ...terms, dest: { type: 'Raw', value: nothing } })),
  )
})

test('what is not stored cannot be used', () => {
  const made = calls.instantiate({ ...terms, code_hash, salt: nothing })
  assert.deepEqual(refusal(made), [errors.CodeNotFound, weights.instantiate(0, 0)])
  assert.deepEqual(refusal(calls.remove_code({ code_hash })), [errors.CodeNotFound, undefined])
  refused(errors.ContractNotFound, () =>
    new OpenBlock().asRoot(calls.set_code({ dest, code_hash })),
  )
})

test('code has to be a module, and not too long', () => {
  const upload = (code: Uint8Array) =>
    calls.upload_code({ code, storage_deposit_limit: undefined, determinism: 'Enforced' })
  assert.deepEqual(refusal(upload(f.utf8('code'))), [errors.CodeRejected, undefined])
  assert.deepEqual(refusal(upload(new Uint8Array(131_073))), [errors.CodeTooLarge, undefined])
})

test('there is nothing to migrate', () => {
  const weight = f.addWeight(weights.migrate, weights.migration_noop)
  const call = calls.migrate({ weight_limit: f.NO_WEIGHT })
  assert.deepEqual(refusal(call), [errors.NoMigrationPerformed, weight])
})

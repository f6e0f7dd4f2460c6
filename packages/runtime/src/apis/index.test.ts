import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { spec425 } from '../runtime.ts'
import { APIS } from './index.ts'

/** The APIs that the runtime's version names: id and version, in order. */
const announced = () => f.system.constants.Version.under(spec425().settings).apis

test("every API is announced by the runtime's version, in the same order", () => {
  const ids = announced().map(([id, version]) => `${id} ${version}`)
  const ours = APIS.map(({ name, version }) => `${f.toHex(f.blake2_64(f.utf8(name)))} ${version}`)
  assert.deepEqual(ours, ids)
})

test('session keys are read whatever follows them', () => {
  const ctx = new f.Context({ state: new f.State(new f.MemoryBackend()), runtime: spec425() })
  const decode = (bytes: number) =>
    f.callApi(
      ctx,
      'SessionKeys_decode_session_keys',
      f.bytes.encode(new Uint8Array(bytes).fill(9)),
    )[0]
  assert.deepEqual([63, 64, 65].map(decode), [0, 1, 1])
})

test('what follows the arguments is ignored, but a method without any takes no bytes', () => {
  const ctx = new f.Context({ state: new f.State(new f.MemoryBackend()), runtime: spec425() })
  const price = (bytes: string) =>
    f.toHex(f.callApi(ctx, 'SwapRuntimeApi_current_alpha_price', f.fromHex(bytes)))
  assert.equal(price('0x0000ffff'), price('0x0000'))
  assert.throws(() => price('0x00'), f.CodecError)
  assert.throws(() => f.callApi(ctx, 'BabeApi_current_epoch', Uint8Array.of(0)), f.CodecError)
})

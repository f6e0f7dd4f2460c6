/** Locks of key files. Slow by design: each password costs seconds and half a gigabyte. */
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import vectors from '../../../../vectors/bittensor-10.5.0/sdk-keyfile.json' with { type: 'json' }
import { lockedKeyfileChecks } from '../../test/vectors/keyfile.ts'
import { decryptKeyfile } from './encryption.ts'
import { WalletError } from './errors.ts'
import { Keyfile } from './keyfile.ts'
import { Keypair } from './keypair.ts'
import { hidePassword, passwordVariable } from './password-env.ts'
import { Wallet } from './wallet.ts'

const withCode = (code: string) => (error: unknown) =>
  error instanceof WalletError && error.code === code
const bytes = (value: string) => new TextEncoder().encode(value)

let directory: string
before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'taonet-wallet-'))
})
after(() => rm(directory, { recursive: true }))

for (const { name, run } of lockedKeyfileChecks(vectors)) test(`as the Python wallet: ${name}`, run)

test('Ansible files become the current format', async () => {
  const { file_text, password } = vectors.ansible_vault
  await assert.rejects(decryptKeyfile(bytes(file_text), 'wrong'), withCode('WRONG_PASSWORD'))
  const file = new Keyfile(join(directory, 'legacy'))
  await writeFile(file.path, file_text)
  assert.equal(await file.updateEncryption({ password }), true)
  assert.equal(await file.format(), 'nacl')
  assert.equal(await file.updateEncryption({ password }), false)
})

test('a locked coldkey opens with the password of its variable, and only so', async () => {
  const wallet = new Wallet({ path: directory, name: 'w' })
  const made = Keypair.fromUri('//Alice')
  await wallet.setColdkey(made, { password: 'secret' })
  const opened = new Wallet({ path: directory, name: 'w' })
  await assert.rejects(opened.coldkey(), withCode('PASSWORD_REQUIRED'))
  const variable = passwordVariable(opened.coldkeyFile.path)
  process.env[variable] = hidePassword('secret', variable)
  assert.ok((await opened.coldkey()).equals(made))
  delete process.env[variable]
  // Unlocked once, it stays so for this wallet.
  assert.ok((await opened.coldkey()).privateKey)
})

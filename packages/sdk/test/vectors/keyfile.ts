/** Runs `sdk-keyfile.json`: key files, plain and locked, and passwords in the environment. */
import assert from 'node:assert/strict'
import { decryptKeyfile } from '../../src/wallet/encryption.ts'
import { WalletError } from '../../src/wallet/errors.ts'
import { hexToBytes } from '../../src/wallet/hex.ts'
import { keyfileText, parseKeyfileText } from '../../src/wallet/keyfile-text.ts'
import { hidePassword, passwordVariable, revealPassword } from '../../src/wallet/password-env.ts'
import type { Check } from './check.ts'

interface Locked {
  readonly password: string
  readonly file_hex?: string
  readonly file_text?: string
  readonly plaintext: string
}

/** `sdk-keyfile.json`. */
export interface KeyfileVectors {
  readonly plain_files: Readonly<Record<string, string>>
  readonly password_env: {
    readonly path: string
    readonly variable: string
    readonly password: string
    readonly value: string
    readonly tilde_path_variable: string
  }
  readonly nacl_sr25519: Locked
  readonly nacl_ed25519: Locked
  readonly ansible_vault: Locked
  readonly fernet_legacy: Locked
}

const LOCKED = ['nacl_sr25519', 'nacl_ed25519', 'ansible_vault', 'fernet_legacy'] as const
const bytes = (text: string) => new TextEncoder().encode(text)

function checkPlain(name: string, content: string): void {
  const fields = JSON.parse(content) as Record<string, string>
  const keypair = parseKeyfileText(content)
  assert.equal(keypair.ss58Address, fields.ss58Address)
  assert.equal(keypair.cryptoType, name.includes('ed25519') ? 'ed25519' : 'sr25519')
  assert.equal(keypair.privateKey !== undefined, 'privateKey' in fields)
  // What we write says the same, but for the number that old wallets cannot read.
  const { cryptoType, ...rest } = fields
  const written = JSON.parse(keyfileText(keypair)) as unknown
  assert.deepEqual(written, Number(cryptoType) === 0 ? { ...rest, cryptoType: 0 } : rest)
}

async function checkLocked({ password, plaintext, ...file }: Locked): Promise<void> {
  const content = file.file_hex ? hexToBytes(file.file_hex) : bytes(file.file_text ?? '')
  assert.equal(new TextDecoder().decode(await decryptKeyfile(content, password)), plaintext)
}

function checkPasswords(row: KeyfileVectors['password_env']): void {
  assert.equal(passwordVariable(row.path), row.variable)
  const tilde = row.path.replace(/^\/home\/[^/]+/, '~')
  assert.equal(passwordVariable(tilde), row.tilde_path_variable)
  assert.equal(hidePassword(row.password, row.variable), row.value)
  assert.equal(revealPassword(row.value, row.variable), row.password)
}

/** The checks that take no time: plain files and variables. */
export function* plainKeyfileChecks(vectors: KeyfileVectors): Generator<Check> {
  for (const [name, content] of Object.entries(vectors.plain_files))
    yield { name: `plain_files ${name}`, run: () => checkPlain(name, content) }
  yield { name: 'password_env', run: () => checkPasswords(vectors.password_env) }
}

/** The checks that take seconds and half a gigabyte each, as locks are made to. */
export function* lockedKeyfileChecks(vectors: KeyfileVectors): Generator<Check> {
  for (const name of LOCKED) yield { name, isSlow: true, run: () => checkLocked(vectors[name]) }
  yield {
    name: 'a wrong password opens nothing',
    isSlow: true,
    run: () =>
      assert.rejects(checkLocked({ ...vectors.nacl_sr25519, password: 'wrong' }), WalletError),
  }
}

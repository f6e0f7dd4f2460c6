import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import vectors from '../../../../vectors/bittensor-10.5.0/sdk-keyfile.json' with { type: 'json' }
import keys from '../../../../vectors/bittensor-10.5.0/sdk-keys.json' with { type: 'json' }
import { plainKeyfileChecks } from '../../test/vectors/keyfile.ts'
import { WalletError } from './errors.ts'
import { Keyfile } from './keyfile.ts'
import { parseKeyfileText } from './keyfile-text.ts'
import { Keypair } from './keypair.ts'
import { passwordVariable } from './password-env.ts'
import { importPolkadotJson } from './polkadot-json.ts'
import { SEAL_OVERHEAD, seal, unseal } from './sealed-box.ts'
import { listWallets, Wallet } from './wallet.ts'

const withCode = (code: string) => (error: unknown) =>
  error instanceof WalletError && error.code === code
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const bytes = (value: string) => new TextEncoder().encode(value)

let directory: string
before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'taonet-wallet-'))
})
after(() => rm(directory, { recursive: true }))

for (const { name, run } of plainKeyfileChecks(vectors)) test(`as the Python wallet: ${name}`, run)

const PHRASE = keys.mnemonics[0]!.mnemonic
const OTHER = keys.mnemonics[1]!.sr25519.ss58

test('the reader takes what the Python wallet takes', () => {
  const fields = { secretPhrase: PHRASE }
  const read = (extra: object) => parseKeyfileText(JSON.stringify({ ...fields, ...extra }))
  assert.equal(read({}).cryptoType, 'sr25519')
  assert.equal(read({ cryptoType: 1 }).cryptoType, 'sr25519')
  assert.equal(read({ cryptoType: 0 }).cryptoType, 'ed25519')
  assert.equal(read({ cryptoType: '1' }).cryptoType, 'sr25519')
  assert.equal(read({ cryptoType: null }).cryptoType, 'sr25519')
  assert.throws(() => read({ cryptoType: 7 }), withCode('UNSUPPORTED_CRYPTO'))
  assert.equal(read({ note: 'x', more: { n: 1 } }).mnemonic, PHRASE)
  assert.equal(parseKeyfileText(JSON.stringify({ ss58Address: OTHER })).ss58Address, OTHER)
  const publicOnly = JSON.stringify({ publicKey: keys.mnemonics[0]!.sr25519.public })
  assert.throws(() => parseKeyfileText(publicOnly), withCode('KEYFILE_CORRUPT'))
  assert.throws(() => parseKeyfileText(OTHER), withCode('KEYFILE_CORRUPT'))
})

test('a file whose address is not its key is refused, unlike upstream', () => {
  const file = JSON.stringify({ secretPhrase: PHRASE, ss58Address: OTHER })
  assert.throws(() => parseKeyfileText(file), withCode('KEYFILE_MISMATCH'))
})

test('a wallet is made, and never overwritten by accident', async () => {
  const wallet = new Wallet({ path: directory, name: 'w', hotkey: 'h' })
  const made = await wallet.createIfMissing({ coldkeyPassword: null })
  assert.equal(made.coldkey?.mnemonic?.split(' ').length, 12)
  assert.equal((await stat(wallet.coldkeyFile.path)).mode & 0o777, 0o600)
  assert.equal((await stat(wallet.coldkeypubFile.path)).mode & 0o777, 0o600)
  assert.deepEqual(await readdir(join(directory, 'w')), ['coldkey', 'coldkeypub.txt', 'hotkeys'])
  assert.deepEqual(await listWallets(directory), [{ name: 'w', hotkeys: ['h'] }])

  const opened = new Wallet({ path: directory, name: 'w', hotkey: 'h' })
  assert.ok((await opened.coldkeypub()).equals(made.coldkey!))
  assert.equal((await opened.hotkey()).mnemonic, made.hotkey?.mnemonic)
  assert.deepEqual(await opened.createIfMissing({ coldkeyPassword: null }), {
    coldkey: undefined,
    hotkey: undefined,
  })
  const alice = Keypair.fromUri('//Alice')
  await assert.rejects(opened.setHotkey(alice), withCode('KEYFILE_EXISTS'))
  await rm(opened.hotkeyFile.path)
  await assert.rejects(opened.setHotkey(alice), withCode('KEYFILE_EXISTS'))
  await opened.setHotkey(alice, { overwrite: true })
  assert.ok((await opened.hotkeypub()).equals(alice))
  assert.throws(() => new Wallet({ name: '../x' }), WalletError)
})

test('damaged files are refused by kind, not crashed on', async () => {
  for (const damaged of ['$NACLshort', '$ANSIBLE_VAULT;1.1;AES256\nzz', 'gAAAAA', '{}', '']) {
    const file = new Keyfile(join(directory, 'damaged'))
    await writeFile(file.path, damaged)
    await assert.rejects(file.keypair({ password: 'x' }), WalletError)
  }
})

test('the keys of a wallet have variables of their own', () => {
  const { more } = vectors.password_env
  const path = '/home/user/.bittensor/wallets'
  const wallet = new Wallet({ name: 'my-wallet', hotkey: 'h.k', path })
  assert.equal(passwordVariable(wallet.coldkeyFile.path), more.coldkey_variable)
  assert.equal(passwordVariable(wallet.hotkeyFile.path), more.hotkey_variable)
})

test('exports of polkadot-js open with their password alone', async () => {
  const { json } = keys.polkadot_json_pjs
  await assert.rejects(importPolkadotJson(JSON.stringify(json), 'no'), withCode('WRONG_PASSWORD'))
  await assert.rejects(importPolkadotJson('{}', 'no'), withCode('KEYFILE_CORRUPT'))
})

test('sealed messages open for their key alone', () => {
  const alice = Keypair.fromUri('//Alice', 'ed25519')
  const sealed = seal(Keypair.fromAddress(alice.ss58Address, 'ed25519'), bytes('hello'))
  assert.equal(sealed.length - 5, SEAL_OVERHEAD)
  assert.equal(text(unseal(alice, sealed)), 'hello')
  assert.throws(() => unseal(Keypair.fromUri('//Bob', 'ed25519'), sealed), WalletError)
})

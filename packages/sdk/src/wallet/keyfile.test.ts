import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import vectors from '../../../../vectors/bittensor-10.5.0/sdk-keyfile.json' with { type: 'json' }
import keys from '../../../../vectors/bittensor-10.5.0/sdk-keys.json' with { type: 'json' }
import { WalletError } from './errors.ts'
import { bytesToHex, hexToBytes } from './hex.ts'
import { Keyfile } from './keyfile.ts'
import { keyfileText, parseKeyfileText } from './keyfile-text.ts'
import { Keypair } from './keypair.ts'
import { hidePassword, passwordVariable, revealPassword } from './password-env.ts'
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

test('plain files of the Python wallet read as the keys they hold', () => {
  for (const [name, content] of Object.entries(vectors.plain_files)) {
    const fields = JSON.parse(content) as Record<string, string>
    const keypair = parseKeyfileText(content)
    assert.equal(keypair.ss58Address, fields.ss58Address, name)
    assert.equal(keypair.cryptoType, name.includes('ed25519') ? 'ed25519' : 'sr25519')
    assert.equal(keypair.privateKey !== undefined, 'privateKey' in fields)
    // What we write says the same, but for the number that old wallets cannot read.
    const { cryptoType, ...rest } = fields
    const written = JSON.parse(keyfileText(keypair)) as unknown
    assert.deepEqual(written, Number(cryptoType) === 0 ? { ...rest, cryptoType: 0 } : rest)
  }
})

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

test('a seed that was written as raw text is understood', () => {
  const { seed, written_json } = keys.seed_utf8_quirk
  assert.equal(`0x${bytesToHex(parseKeyfileText(written_json).seed!)}`, seed)
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

test('passwords hide in the environment as upstream hides them', () => {
  const { path, variable, password, value, tilde_path_variable, more } = vectors.password_env
  assert.equal(passwordVariable(path), variable)
  assert.equal(passwordVariable('~/.bittensor/wallets/default/coldkey'), tilde_path_variable)
  assert.equal(hidePassword(password, variable), value)
  assert.equal(revealPassword(value, variable), password)
  const wallet = new Wallet({
    name: 'my-wallet',
    hotkey: 'h.k',
    path: '/home/user/.bittensor/wallets',
  })
  assert.equal(passwordVariable(wallet.coldkeyFile.path), more.coldkey_variable)
  assert.equal(passwordVariable(wallet.hotkeyFile.path), more.hotkey_variable)
})

test('exports of polkadot-js import with their password', async () => {
  const { json, password, result } = keys.polkadot_json_pjs
  const keypair = await importPolkadotJson(JSON.stringify(json), password)
  assert.equal(`0x${bytesToHex(keypair.privateKey!)}`, result.privateKey)
  assert.equal(keypair.ss58Address, result.ss58Address)
  const edwards = keys['polkadot_json_pjs-ed']
  const ed = await importPolkadotJson(JSON.stringify(edwards.json), edwards.password)
  assert.equal(ed.ss58Address, edwards.json.address)
  await assert.rejects(importPolkadotJson(JSON.stringify(json), 'no'), withCode('WRONG_PASSWORD'))
  await assert.rejects(importPolkadotJson('{}', 'no'), withCode('KEYFILE_CORRUPT'))
})

test('sealed messages open for their key alone', () => {
  const { ciphertext, plaintext, overhead } = keys.ed25519_encrypt
  const alice = Keypair.fromUri('//Alice', 'ed25519')
  assert.equal(text(unseal(alice, hexToBytes(ciphertext))), plaintext)
  const sealed = seal(Keypair.fromAddress(alice.ss58Address, 'ed25519'), bytes('hello'))
  assert.equal(sealed.length - 5, overhead)
  assert.equal(overhead, SEAL_OVERHEAD)
  assert.equal(text(unseal(alice, sealed)), 'hello')
  assert.throws(() => unseal(Keypair.fromUri('//Bob', 'ed25519'), sealed), WalletError)
})

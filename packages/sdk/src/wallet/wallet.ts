/** A wallet: one coldkey, which owns funds, and hotkeys, which work on subnets. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { WalletError } from './errors.ts'
import { expandHome, Keyfile, type UnlockOptions, type WriteOptions } from './keyfile.ts'
import { type CryptoType, Keypair } from './keypair.ts'
import { generateMnemonic, type WordCount } from './mnemonic.ts'
import { importPolkadotJson } from './polkadot-json.ts'

export const DEFAULT_WALLET_PATH = '~/.bittensor/wallets/'

export type WalletOptions = {
  /** Default: `BT_WALLET_NAME`, else `default`. */
  readonly name?: string | undefined
  /** Default: `BT_WALLET_HOTKEY`, else `default`. */
  readonly hotkey?: string | undefined
  /** Default: `BT_WALLET_PATH`, else `~/.bittensor/wallets/`. */
  readonly path?: string | undefined
}

/** Where a new key comes from. */
export type KeySource = (
  | { readonly words: WordCount }
  | { readonly mnemonic: string }
  | { readonly seed: Uint8Array | string }
  | { readonly uri: string }
  | { readonly json: string; readonly jsonPassword: string }
) & { readonly cryptoType?: CryptoType | undefined }

/**
 * Pair of a source; a new phrase is in its `mnemonic`.
 *
 * refuses INVALID_PHRASE, INVALID_SEED, INVALID_URI; for exports WRONG_PASSWORD, KEYFILE_CORRUPT
 */
export async function keypairFrom(source: KeySource): Promise<Keypair> {
  const { cryptoType } = source
  if ('words' in source) return Keypair.fromMnemonic(generateMnemonic(source.words), cryptoType)
  if ('mnemonic' in source) return Keypair.fromMnemonic(source.mnemonic, cryptoType)
  if ('seed' in source) return Keypair.fromSeed(source.seed, cryptoType)
  if ('uri' in source) return Keypair.fromUri(source.uri, cryptoType)
  return importPolkadotJson(source.json, source.jsonPassword)
}

/** Key files under `<path>/<name>`, laid out as the Python wallet's. */
export class Wallet {
  readonly name: string
  readonly hotkeyName: string
  /** Directory of the wallet's files. */
  readonly directory: string
  readonly coldkeyFile: Keyfile
  readonly coldkeypubFile: Keyfile
  readonly hotkeyFile: Keyfile
  readonly hotkeypubFile: Keyfile
  #coldkey: Keypair | undefined
  #hotkey: Keypair | undefined

  constructor(options: WalletOptions = {}) {
    const { env } = process
    this.name = options.name ?? env.BT_WALLET_NAME ?? 'default'
    this.hotkeyName = options.hotkey ?? env.BT_WALLET_HOTKEY ?? 'default'
    for (const part of [this.name, this.hotkeyName]) requireFileName(part)
    const path = options.path ?? env.BT_WALLET_PATH ?? DEFAULT_WALLET_PATH
    this.directory = join(expandHome(path), this.name)
    this.coldkeyFile = new Keyfile(join(this.directory, 'coldkey'))
    this.coldkeypubFile = new Keyfile(join(this.directory, 'coldkeypub.txt'))
    this.hotkeyFile = new Keyfile(join(this.directory, 'hotkeys', this.hotkeyName))
    this.hotkeypubFile = new Keyfile(join(this.directory, 'hotkeys', `${this.hotkeyName}pub.txt`))
  }

  /** The coldkey, unlocked once and then kept in memory. Refuses as `Keyfile.keypair`. */
  async coldkey(options: UnlockOptions = {}): Promise<Keypair> {
    this.#coldkey ??= await this.coldkeyFile.keypair(options)
    return this.#coldkey
  }

  /** The hotkey, unlocked once and then kept in memory. Refuses as `Keyfile.keypair`. */
  async hotkey(options: UnlockOptions = {}): Promise<Keypair> {
    this.#hotkey ??= await this.hotkeyFile.keypair(options)
    return this.#hotkey
  }

  /** Public half of the coldkey; needs no password. Refuses KEYFILE_MISSING, KEYFILE_CORRUPT. */
  async coldkeypub(): Promise<Keypair> {
    return this.coldkeypubFile.keypair()
  }

  /** Public half of the hotkey; of the hotkey file itself in wallets older than 3.1. */
  async hotkeypub(): Promise<Keypair> {
    const file = (await this.hotkeypubFile.exists()) ? this.hotkeypubFile : this.hotkeyFile
    return file.keypair()
  }

  /** Writes a coldkey and its public half. Refuses KEYFILE_EXISTS, KEYFILE_IO. */
  async setColdkey(keypair: Keypair, options: WriteOptions): Promise<void> {
    if (!options.overwrite) await requireSame(this.coldkeypubFile, keypair)
    await this.coldkeyFile.write(keypair, options)
    await this.setColdkeypub(keypair)
    this.#coldkey = keypair
  }

  /** Writes a hotkey, plain unless a password is given, and its public half. Refuses as above. */
  async setHotkey(keypair: Keypair, options: Partial<WriteOptions> = {}): Promise<void> {
    const { password = null, overwrite } = options
    if (!overwrite) await requireSame(this.hotkeypubFile, keypair)
    await this.hotkeyFile.write(keypair, { password, overwrite })
    await this.setHotkeypub(keypair)
    this.#hotkey = keypair
  }

  /** Writes only the public half: a wallet that can watch but not sign. */
  async setColdkeypub(keypair: Keypair): Promise<void> {
    await this.coldkeypubFile.write(publicHalf(keypair), { password: null, overwrite: true })
  }

  async setHotkeypub(keypair: Keypair): Promise<void> {
    await this.hotkeypubFile.write(publicHalf(keypair), { password: null, overwrite: true })
  }

  /**
   * Makes each key of which neither the secret nor the public file exists.
   *
   * refuses KEYFILE_IO
   */
  async createIfMissing(options: {
    readonly coldkeyPassword: string | null
    readonly words?: WordCount
  }): Promise<{ coldkey: Keypair | undefined; hotkey: Keypair | undefined }> {
    const { coldkeyPassword, words = 12 } = options
    const made: { coldkey: Keypair | undefined; hotkey: Keypair | undefined } = {
      coldkey: undefined,
      hotkey: undefined,
    }
    if (!(await this.coldkeyFile.exists()) && !(await this.coldkeypubFile.exists())) {
      made.coldkey = await keypairFrom({ words })
      await this.setColdkey(made.coldkey, { password: coldkeyPassword })
    }
    if (!(await this.hotkeyFile.exists()) && !(await this.hotkeypubFile.exists())) {
      made.hotkey = await keypairFrom({ words })
      await this.setHotkey(made.hotkey)
    }
    return made
  }
}

/** Wallets below a directory and the hotkeys of each, by name. */
export async function listWallets(
  path = process.env.BT_WALLET_PATH ?? DEFAULT_WALLET_PATH,
): Promise<{ name: string; hotkeys: string[] }[]> {
  const root = expandHome(path)
  const wallets: { name: string; hotkeys: string[] }[] = []
  for (const name of await namesIn(root)) {
    const directory = join(root, name)
    if (!(await stat(directory)).isDirectory()) continue
    const files = await namesIn(join(directory, 'hotkeys'))
    const hotkeys = files.filter((file) => !file.endsWith('pub.txt'))
    wallets.push({ name, hotkeys })
  }
  return wallets
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    const names = await readdir(directory)
    return names.filter((name) => !name.startsWith('.')).sort()
  } catch {
    return []
  }
}

/** Names become path components, so they must not climb out of the directory. */
function requireFileName(name: string): void {
  if (name === '' || name === '.' || name === '..' || /[/\\\0]/.test(name)) {
    throw new WalletError('KEYFILE_IO', `expected a file name, got ${JSON.stringify(name)}`)
  }
}

/** A public file that is there must be of the same key: its secret may be elsewhere. */
async function requireSame(file: Keyfile, keypair: Keypair): Promise<void> {
  if (!(await file.exists()) || (await file.keypair()).equals(keypair)) return
  const data = { path: file.path }
  throw new WalletError('KEYFILE_EXISTS', `${file.path} is of another key`, { data })
}

function publicHalf(keypair: Keypair): Keypair {
  return Keypair.fromPublicKey(keypair.publicKey, keypair.cryptoType)
}

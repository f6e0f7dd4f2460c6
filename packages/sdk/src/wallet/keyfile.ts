/** A key file on disk. */
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { decryptKeyfile, encryptKeyfile, type KeyfileFormat, keyfileFormat } from './encryption.ts'
import { WalletError } from './errors.ts'
import { keyfileText, parseKeyfileText } from './keyfile-text.ts'
import type { Keypair } from './keypair.ts'
import { passwordVariable, revealPassword } from './password-env.ts'

export type UnlockOptions = {
  /** Password of an encrypted file; else its environment variable, else `askPassword`. */
  readonly password?: string | undefined
  readonly askPassword?: ((path: string) => Promise<string>) | undefined
}

export type WriteOptions = {
  /** Encrypts with it; null writes plain text. */
  readonly password: string | null
  readonly overwrite?: boolean | undefined
}

const OWNER_ONLY = 0o600

export class Keyfile {
  readonly path: string

  /** A leading `~` is the home directory. */
  constructor(path: string) {
    this.path = expandHome(path)
  }

  async exists(): Promise<boolean> {
    try {
      return (await stat(this.path)).isFile()
    } catch {
      return false
    }
  }

  /** How the file is encrypted. Refuses KEYFILE_MISSING, KEYFILE_IO. */
  async format(): Promise<KeyfileFormat> {
    return keyfileFormat(await this.#read())
  }

  async isEncrypted(): Promise<boolean> {
    return (await this.format()) !== 'plain'
  }

  /**
   * The pair in the file, unlocked if need be.
   *
   * refuses KEYFILE_MISSING, KEYFILE_IO, KEYFILE_CORRUPT, KEYFILE_MISMATCH, PASSWORD_REQUIRED,
   *         WRONG_PASSWORD
   * cost    seconds where the file is encrypted
   */
  async keypair(options: UnlockOptions = {}): Promise<Keypair> {
    const content = await this.#read()
    const plain =
      keyfileFormat(content) === 'plain'
        ? content
        : await decryptKeyfile(content, await this.#password(options))
    return parseKeyfileText(new TextDecoder().decode(plain))
  }

  /**
   * Writes a pair, or a public half, readable by the owner alone; the file is whole or unchanged.
   *
   * refuses KEYFILE_EXISTS, KEYFILE_IO
   */
  async write(keypair: Keypair, options: WriteOptions): Promise<void> {
    if (!options.overwrite && (await this.exists())) {
      throw new WalletError('KEYFILE_EXISTS', `${this.path} exists`, { data: { path: this.path } })
    }
    const plain = new TextEncoder().encode(keyfileText(keypair))
    const { password } = options
    await this.#replace(password === null ? plain : await encryptKeyfile(plain, password))
  }

  /** Encrypts anew, in the current format, what an older one holds. Refuses as `keypair`. */
  async updateEncryption(options: UnlockOptions = {}): Promise<boolean> {
    const format = await this.format()
    if (format === 'nacl' || format === 'plain') return false
    const password = await this.#password(options)
    const plain = await decryptKeyfile(await this.#read(), password)
    parseKeyfileText(new TextDecoder().decode(plain))
    await this.#replace(await encryptKeyfile(plain, password))
    return true
  }

  async #password({ password, askPassword }: UnlockOptions): Promise<string> {
    if (password !== undefined) return password
    const variable = passwordVariable(this.path)
    const hidden = process.env[variable]
    if (hidden !== undefined) return revealPassword(hidden, variable)
    if (askPassword) return askPassword(this.path)
    const { path } = this
    throw new WalletError('PASSWORD_REQUIRED', `${path} is encrypted`, { data: { path, variable } })
  }

  async #read(): Promise<Uint8Array> {
    try {
      return await readFile(this.path)
    } catch (cause) {
      const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
      const code = isMissing ? 'KEYFILE_MISSING' : 'KEYFILE_IO'
      const message = isMissing ? `${this.path} does not exist` : `cannot read ${this.path}`
      throw new WalletError(code, message, { cause, data: { path: this.path } })
    }
  }

  async #replace(content: Uint8Array): Promise<void> {
    const draft = `${this.path}.${crypto.randomUUID()}.tmp`
    try {
      await mkdir(dirname(this.path), { recursive: true })
      await writeFile(draft, content, { mode: OWNER_ONLY, flag: 'wx', flush: true })
      await chmod(draft, OWNER_ONLY)
      await rename(draft, this.path)
    } catch (cause) {
      await rm(draft, { force: true })
      const data = { path: this.path }
      throw new WalletError('KEYFILE_IO', `cannot write ${this.path}`, { cause, data })
    }
  }
}

/** Path with a leading `~` replaced by the home directory. */
export function expandHome(path: string): string {
  return path === '~' || path.startsWith('~/') ? join(homedir(), path.slice(1)) : path
}

/** The key a neuron signs with. */
import { Keypair, type Signer, Wallet } from '@taonet/sdk'

/** The flags of `NEURON_FLAGS` that name a key. */
export type KeySettings = {
  readonly 'wallet.name': string
  readonly 'wallet.hotkey': string
  readonly 'wallet.path': string
  readonly 'key-uri': string | undefined
}

/**
 * The development key of `--key-uri`, else the wallet's hotkey. Hotkeys are usually plain files; an
 * encrypted one is opened with the password of its environment variable.
 *
 * refuses (WalletError) a missing or broken key file, a bad URI
 */
export async function loadHotkey(settings: KeySettings): Promise<Signer> {
  const uri = settings['key-uri']
  if (uri !== undefined) return Keypair.fromUri(uri)
  const wallet = new Wallet({
    name: settings['wallet.name'],
    hotkey: settings['wallet.hotkey'],
    path: settings['wallet.path'],
  })
  return wallet.hotkey()
}

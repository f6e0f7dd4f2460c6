export {
  decryptKeyfile,
  encryptKeyfile,
  type KeyfileFormat,
  keyfileFormat,
} from './encryption.ts'
export { WalletError, type WalletErrorCode } from './errors.ts'
export { blake2, sha3Hex, sha256Hex } from './hashes.ts'
export { bytesToHex, concatBytes, equalBytes, hexToBytes } from './hex.ts'
export { expandHome, Keyfile, type UnlockOptions, type WriteOptions } from './keyfile.ts'
export { keyfileText, parseKeyfileText } from './keyfile-text.ts'
export { type CryptoType, Keypair, type Signer } from './keypair.ts'
export {
  DEV_PHRASE,
  generateMnemonic,
  isMnemonic,
  mnemonicToSeed,
  type WordCount,
} from './mnemonic.ts'
export { hidePassword, passwordVariable, revealPassword } from './password-env.ts'
export { importPolkadotJson } from './polkadot-json.ts'
export { SEAL_OVERHEAD, seal, unseal } from './sealed-box.ts'
export { decodeAddress, encodeAddress, isAddress, SS58_FORMAT } from './ss58.ts'
export {
  type Beacon,
  drandRoundAt,
  QUICKNET,
  timelockDecrypt,
  timelockEncrypt,
} from './timelock.ts'
export {
  DEFAULT_WALLET_PATH,
  type KeySource,
  keypairFrom,
  listWallets,
  Wallet,
  type WalletOptions,
} from './wallet.ts'

export { WalletError, type WalletErrorCode } from './errors.ts'
export { blake2, sha3Hex, sha256Hex } from './hashes.ts'
export { bytesToHex, concatBytes, equalBytes, hexToBytes } from './hex.ts'
export { type CryptoType, Keypair, type Signer } from './keypair.ts'
export {
  DEV_PHRASE,
  generateMnemonic,
  isMnemonic,
  mnemonicToSeed,
  type WordCount,
} from './mnemonic.ts'
export { decodeAddress, encodeAddress, isAddress, SS58_FORMAT } from './ss58.ts'

// The door to everything cryptographic: bytes, hashes, addresses, signatures, keys.

export {
  bytesToKey,
  compareBytes,
  concatBytes,
  equalBytes,
  fromHex,
  hexToKey,
  isHex,
  keyToBytes,
  keyToHex,
  toHex,
  utf8,
} from './bytes.ts'
export { CryptoError, type CryptoErrorCode } from './errors.ts'

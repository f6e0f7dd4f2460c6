// The door to everything cryptographic: bytes, hashes, addresses, signatures, keys.

export { decryptAesGcm } from './aes-gcm.ts'
export {
  decodeG1,
  decodeG2,
  encodeG2,
  type G1Point,
  type G2Point,
  hashToG1,
  multiplyG2Base,
  pairingBytes,
  signG1,
  verifyG1Signature,
} from './bls12-381.ts'
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
export {
  blake2_64,
  blake2_128,
  blake2_256,
  blake2_512,
  blake3,
  keccak256,
  sha256,
  twox64,
  twox128,
  twox256,
} from './hash.ts'
export {
  deriveSoftPublic,
  type EthereumKeyPair,
  ethereumKeyPair,
  type KeyPair,
  keyPairFromSeed,
  keyPairFromUri,
} from './key-pair.ts'
export { DEV_PHRASE, type Junction, parseSecretUri, type SecretUri, seedOf } from './secret-uri.ts'
export {
  ethereumAddress,
  type KeyType,
  recoverEcdsa,
  recoverEthereumAddress,
  verifyEcdsa,
  verifyEd25519,
  verifySignature,
  verifySr25519,
} from './signature.ts'
export { decodeSs58, encodeSs58, SS58_PREFIX, type Ss58 } from './ss58.ts'

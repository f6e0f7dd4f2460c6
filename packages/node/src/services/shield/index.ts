// The author's side of the MEV shield.
export {
  type SealingRandomness,
  type ShieldKeyPair,
  seal,
  shieldKeyPair,
  unseal,
} from './sealing.ts'
export { type Look, type LookInside, Shield, type ShieldOptions } from './shield.ts'
export { TRY_UNSHIELD, tryUnshield } from './unshield-api.ts'

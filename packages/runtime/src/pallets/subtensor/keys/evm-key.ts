/** Binding an EVM address to a neuron. */
import * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { EvmKeyAssociateRateLimit } from '../build-limits.ts'
import { currentBlock } from '../clock.ts'
import {
  EvmKeyAssociateRateLimitExceeded,
  InvalidIdentity,
  InvalidRecoveredPublicKey,
  NonAssociatedColdKey,
} from '../errors.ts'
import { EvmKeyAssociated } from '../events.ts'
import { getUid } from '../registration/uids.ts'
import { getOwningColdkey } from '../staking/accounts.ts'
import { AssociatedEvmAddress } from '../storage.ts'

const S = 32
const V = 64
const V_OFFSET = 27
const MAX_V = 3
const HALF_ORDER =
  0xffff_ffff_ffff_ffff_ffff_ffff_ffff_fffe_baae_dce6_af48_a03b_bfd2_5e8c_d036_4141n >> 1n

/**
 * Refuses while a uid's last association is too recent; without one, block 0 counts as the last.
 *
 * refuses EvmKeyAssociateRateLimitExceeded
 * source  opentensor/subtensor pallets/subtensor/src/utils/evm.rs ensure_evm_key_associate_rate_limit
 */
export function ensureEvmKeyAssociateRateLimit(ctx: f.Context, netuid: NetUid, uid: number): void {
  const last = AssociatedEvmAddress.get(ctx, netuid, uid)?.[1] ?? 0n
  const passed = satU64.sub(currentBlock(ctx), last)
  f.ensure(passed >= EvmKeyAssociateRateLimit.get(ctx), EvmKeyAssociateRateLimitExceeded)
}

/**
 * What the EVM key signs: hotkey and the hash of a block number, as a personal message.
 *
 * source  opentensor/subtensor pallets/subtensor/src/utils/evm.rs hash_message_eip191
 */
export function evmKeyMessage(hotkey: f.AccountId, block_number: bigint): Uint8Array {
  const message = f.concatBytes(f.fromHex(hotkey), f.keccak256(f.u64.encode(block_number)))
  const prefix = f.utf8(`\x19Ethereum Signed Message:\n${message.length}`)
  return f.keccak256(f.concatBytes(prefix, message))
}

/**
 * The address whose key signed. Recovery may count from 27, as Ethereum does; s has to be the lower of its two values.
 *
 * source  polkadot-sdk substrate/primitives/core/src/ecdsa.rs recover_prehashed, as it is compiled to wasm
 */
function recoverAddress(signature: Uint8Array, message: Uint8Array): f.H160 | undefined {
  const plain = Uint8Array.from(signature)
  const v = plain[V] ?? 0
  plain[V] = v >= V_OFFSET ? v - V_OFFSET : v
  if (plain[V] > MAX_V || BigInt(f.toHex(plain.subarray(S, V))) > HALF_ORDER) return undefined
  const address = f.recoverEthereumAddress(plain, message)
  return address && f.toHex(address)
}

/** An address and the proof that its key is held. */
export interface EvmKeyProof {
  readonly evm_key: f.H160
  readonly block_number: bigint
  /** 65 bytes: r, s, v. */
  readonly signature: string
}

/**
 * Binds an EVM address to a hotkey's uid.
 *
 * refuses NonAssociatedColdKey, HotKeyNotRegisteredInSubNet, EvmKeyAssociateRateLimitExceeded,
 *         InvalidIdentity when no key can be recovered, InvalidRecoveredPublicKey
 * source  opentensor/subtensor pallets/subtensor/src/utils/evm.rs do_associate_evm_key
 */
export function associateEvmKey(
  ctx: f.Context,
  hotkey: f.AccountId,
  netuid: NetUid,
  { evm_key, block_number, signature }: EvmKeyProof,
): void {
  f.ensure(getOwningColdkey(ctx, hotkey) !== f.ZERO_H256, NonAssociatedColdKey)
  const uid = getUid(ctx, netuid, hotkey)
  ensureEvmKeyAssociateRateLimit(ctx, netuid, uid)
  const signer = recoverAddress(f.fromHex(signature), evmKeyMessage(hotkey, block_number))
  f.ensure(signer !== undefined, InvalidIdentity)
  f.ensure(signer === evm_key, InvalidRecoveredPublicKey)
  const block_associated = currentBlock(ctx)
  AssociatedEvmAddress.set(ctx, netuid, uid, [evm_key, block_associated])
  ctx.deposit(EvmKeyAssociated({ netuid, hotkey, evm_key, block_associated }))
}

/** A uid bound to an address, and since when. */
export type BoundUid = readonly [uid: number, block: bigint]

/**
 * Uids bound to an address, oldest first; only the first `limit` associations are looked at.
 *
 * source  opentensor/subtensor pallets/subtensor/src/utils/evm.rs uid_lookup
 */
export function uidLookup(
  ctx: f.Context,
  netuid: NetUid,
  evm_key: f.H160,
  limit: number,
): BoundUid[] {
  return AssociatedEvmAddress.entries(ctx, netuid)
    .slice(0, limit)
    .flatMap(([[, uid], [key, block]]): BoundUid[] => (key === evm_key ? [[uid, block]] : []))
    .sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
}

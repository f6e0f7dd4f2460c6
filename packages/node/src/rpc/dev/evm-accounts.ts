// `hardhat_set*`, `anvil_set*`, `evm_setAccount*`: balances, nonces, code and storage of Ethereum accounts,
// written straight into the head's state.

import {
  blake2_128,
  blake2_256,
  bytes as bytesCodec,
  concatBytes,
  keccak256,
  twox128,
  u64,
  utf8,
} from '@taonet/frame'
import type { Chain, DevPowers, StorageChange, StorageKey } from '../../chain.ts'
import { bytesOfHex, keyOf } from '../hex.ts'
import { type MethodTable, method, methods } from '../methods.ts'
import { bytes, numberOrHex, type Param, text } from '../params.ts'
import { invalidParams } from '../rpc-error.ts'
import { devFailure, refuse } from './failures.ts'

const WEI_PER_RAO = 1_000_000_000n
const EXISTENTIAL_DEPOSIT_RAO = 500n
const U64_MAX = 0xffff_ffff_ffff_ffffn

/** 20 bytes. */
const address: Param<Uint8Array> = {
  decode(value) {
    const decoded = bytesOfHex(text.decode(value))
    if (decoded?.length === 20) return decoded
    throw invalidParams('expected an address of 20 bytes')
  },
}

/** A word of 32 bytes; shorter hex is filled with zeros in front. */
const word32: Param<Uint8Array> = {
  decode: (value) => bytesOfHex(numberOrHex.decode(value).toString(16).padStart(64, '0'))!,
}

/** source NomicFoundation/hardhat network helpers; foundry anvil; ganache evm_setAccount* */
export function evmAccountMethods(chain: Chain, dev: DevPowers): MethodTable {
  const write = (changes: readonly StorageChange[], answer: boolean | null) =>
    devFailure(async () => {
      await dev.setStorage(changes)
      return answer
    })
  const names = (name: string, ganache: string) => ({
    aliases: [`anvil_${name}`, `evm_setAccount${ganache}`],
  })
  return methods({
    hardhat_setBalance: method(
      [address, numberOrHex],
      (_ctx, who, wei) => write(balanceChanges(chain, who, wei), true),
      names('setBalance', 'Balance'),
    ),
    hardhat_setNonce: method(
      [address, numberOrHex],
      (_ctx, who, nonce) => write([nonceChange(chain, who, nonce)], true),
      names('setNonce', 'Nonce'),
    ),
    hardhat_setCode: method(
      [address, bytes],
      (_ctx, who, code) => write(codeChanges(chain, who, code), true),
      names('setCode', 'Code'),
    ),
    hardhat_setStorageAt: method(
      [address, word32, word32],
      (_ctx, who, slot, value) => write([slotChange(who, slot, value)], true),
      names('setStorageAt', 'StorageAt'),
    ),
    hardhat_setNextBlockBaseFeePerGas: method(
      [numberOrHex],
      (_ctx, wei) => write([baseFeeChange(wei)], null),
      { aliases: ['anvil_setNextBlockBaseFeePerGas'] },
    ),
  })
}

function itemKey(pallet: string, item: string, ...keys: readonly Uint8Array[]): StorageKey {
  const hashed = keys.flatMap((key) => [blake2_128(key), key])
  return keyOf(concatBytes(twox128(utf8(pallet)), twox128(utf8(item)), ...hashed))
}

/** The Substrate account behind an Ethereum address. */
function mirrorOf(who: Uint8Array): Uint8Array {
  return blake2_256(concatBytes(utf8('evm:'), who))
}

/** An account's record as bytes; a fresh one when there is none. */
class AccountRecord {
  readonly key: StorageKey
  readonly #bytes: Uint8Array
  readonly #view: DataView

  constructor(chain: Chain, who: Uint8Array) {
    this.key = itemKey('System', 'Account', mirrorOf(who))
    const stored = chain.stateAt(chain.best().hash).get(this.key)
    this.#bytes = stored?.slice() ?? freshAccount()
    this.#view = new DataView(this.#bytes.buffer)
  }

  get freeRao(): bigint {
    return this.#view.getBigUint64(16, true)
  }

  set freeRao(rao: bigint) {
    this.#view.setBigUint64(16, rao, true)
    // what holds money is kept alive by it
    if (rao > 0n && this.#view.getUint32(8, true) === 0) this.#view.setUint32(8, 1, true)
  }

  set nonce(nonce: number) {
    this.#view.setUint32(0, nonce, true)
    this.#keepAlive()
  }

  /** A contract lives without money: the EVM counts as a reason of its own. */
  #keepAlive(): void {
    const isReferenced = this.#view.getUint32(8, true) > 0 || this.#view.getUint32(12, true) > 0
    if (!isReferenced) this.#view.setUint32(12, 1, true)
  }

  get change(): StorageChange {
    return [this.key, this.#bytes]
  }

  get changeOfContract(): StorageChange {
    this.#keepAlive()
    return this.change
  }
}

/** `AccountInfo` of nobody: four counters, four amounts (flags: the new logic of balances). */
function freshAccount(): Uint8Array {
  const bytes = new Uint8Array(56)
  bytes[55] = 0x80
  return bytes
}

/** The EVM shows what can be spent, which leaves the existential deposit out. */
function balanceChanges(chain: Chain, who: Uint8Array, wei: bigint): StorageChange[] {
  const rao = wei === 0n ? 0n : wei / WEI_PER_RAO + EXISTENTIAL_DEPOSIT_RAO
  const issuanceKey = itemKey('Balances', 'TotalIssuance')
  const stored = chain.stateAt(chain.best().hash).get(issuanceKey)
  const account = new AccountRecord(chain, who)
  const issuanceRao = (stored === undefined ? 0n : u64.decode(stored)) + rao - account.freeRao
  if (rao > U64_MAX || issuanceRao > U64_MAX || issuanceRao < 0n) {
    throw refuse(`a balance of ${wei} wei does not fit into the chain`)
  }
  account.freeRao = rao
  return [account.change, [issuanceKey, u64.encode(issuanceRao)]]
}

function nonceChange(chain: Chain, who: Uint8Array, nonce: bigint): StorageChange {
  if (nonce > 0xffff_ffffn) throw invalidParams(`expected a nonce below 2^32, got ${nonce}`)
  const account = new AccountRecord(chain, who)
  account.nonce = Number(nonce)
  return account.change
}

function codeChanges(chain: Chain, who: Uint8Array, code: Uint8Array): StorageChange[] {
  const codeKey = itemKey('EVM', 'AccountCodes', who)
  const metadataKey = itemKey('EVM', 'AccountCodesMetadata', who)
  if (code.length === 0) {
    return [
      [codeKey, undefined],
      [metadataKey, undefined],
    ]
  }
  const metadata = concatBytes(u64.encode(BigInt(code.length)), keccak256(code))
  return [
    new AccountRecord(chain, who).changeOfContract,
    [codeKey, bytesCodec.encode(code)],
    [metadataKey, metadata],
  ]
}

function slotChange(who: Uint8Array, slot: Uint8Array, value: Uint8Array): StorageChange {
  const key = itemKey('EVM', 'AccountStorages', who, slot)
  return [key, value.every((byte) => byte === 0) ? undefined : value]
}

/** `BaseFee.BaseFeePerGas` is a U256, little-endian. */
function baseFeeChange(wei: bigint): StorageChange {
  const bigEndian = bytesOfHex(wei.toString(16).padStart(64, '0'))!
  return [itemKey('BaseFee', 'BaseFeePerGas'), bigEndian.reverse()]
}

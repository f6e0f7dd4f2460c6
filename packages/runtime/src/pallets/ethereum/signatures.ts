/** Signatures of Ethereum transactions: only those that could be one decode. */
import * as f from '@taonet/frame'

export const TransactionRecoveryId = f.newtype(
  'ethereum::transaction::legacy::TransactionRecoveryId',
  f.u64,
)
export type TransactionRecoveryId = f.Value<typeof TransactionRecoveryId>

/** The order of secp256k1: `r` and `s` lie between 0 and it, ends excluded. */
const ORDER = '0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141'

const isScalar = (value: f.H256): boolean => value > f.ZERO_H256 && value < ORDER

/** 27 and 28 of old, and what EIP-155 makes of them for a chain. */
const isRecoveryId = (v: bigint): boolean => v === 27n || v === 28n || v > 36n

/**
 * The codec, reading only what a condition holds for.
 *
 * refuses CodecError
 * source  ethereum crate 0.18.2 src/transaction/{legacy,eip2930}.rs TransactionSignature
 */
const only = <T>({ type, write, read }: f.Codec<T>, holds: (value: T) => boolean): f.Codec<T> =>
  f.makeCodec<T>(type, write, (from) => {
    const value = read(from)
    if (!holds(value)) throw new f.CodecError('no signature')
    return value
  })

export const TransactionSignature = only(
  f.struct('ethereum::transaction::legacy::TransactionSignature', {
    v: TransactionRecoveryId,
    r: f.H256,
    s: f.H256,
  }),
  ({ v, r, s }) => isRecoveryId(v) && isScalar(r) && isScalar(s),
)
export type TransactionSignature = f.Value<typeof TransactionSignature>

export const Eip2930Signature = only(
  f.struct('ethereum::transaction::eip2930::TransactionSignature', {
    odd_y_parity: f.bool,
    r: f.H256,
    s: f.H256,
  }),
  ({ r, s }) => isScalar(r) && isScalar(s),
)
export type Eip2930Signature = f.Value<typeof Eip2930Signature>

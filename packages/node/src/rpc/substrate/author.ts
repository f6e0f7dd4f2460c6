// `author_*`: transactions into the pool, and the node's session keys.

import { array, blake2_256, bytes as bytesCodec, option, tuple, u8, vec } from '@taonet/frame'
import type { Chain, Hash, Keystore, TransactionStatus } from '../../chain.ts'
import { hexOf } from '../hex.ts'
import {
  type CallContext,
  type MethodTable,
  method,
  methods,
  type Sink,
  subscription,
} from '../methods.ts'
import { bytes, hash, list, type Param, text } from '../params.ts'
import { invalidParams, RpcError } from '../rpc-error.ts'
import { readExtrinsic, type Undecodable } from './extrinsic-bytes.ts'
import { apiText } from './failures.ts'
import { PacedStatuses } from './paced-statuses.ts'
import { poolFailure } from './pool-failures.ts'

const OTHER_ERROR = 1040
const UNSAFE = { isUnsafe: true } as const

/** source polkadot-sdk sc-rpc-api author AuthorApi */
export function authorMethods(chain: Chain): MethodTable {
  return methods({
    author_submitExtrinsic: method([bytes], (_ctx, xt) => submit(chain, xt)),
    author_submitAndWatchExtrinsic: subscription(
      { unsubscribe: 'author_unwatchExtrinsic', notification: 'author_extrinsicUpdate' },
      [bytes],
      (ctx, sink, xt) => submitAndWatch(chain, ctx, sink, xt),
    ),
    author_pendingExtrinsics: method([], () => chain.pool.pending().map(hexOf)),
    author_removeExtrinsic: method(
      [list(extrinsicOrHash)],
      (_ctx, hashes) => chain.pool.remove(hashes),
      UNSAFE,
    ),
    ...keyMethods(chain),
  })
}

function keyMethods(chain: Chain): MethodTable {
  return methods({
    author_insertKey: method(
      [text, text, bytes],
      (_ctx, keyType, suri, publicKey) => {
        const keys = keystoreOf(chain, keyType)
        try {
          keys.insert(keyType, suri, publicKey)
        } catch (error) {
          throw keystoreUnavailable(error)
        }
        return null
      },
      UNSAFE,
    ),
    author_rotateKeys: method(
      [],
      async () => {
        if (chain.keystore === undefined) throw keystoreUnavailable()
        return hexOf(await chain.keystore.rotate())
      },
      UNSAFE,
    ),
    author_hasKey: method(
      [bytes, text],
      (_ctx, publicKey, keyType) => {
        checkKeyType(keyType)
        return chain.keystore?.has(publicKey, keyType) ?? false
      },
      UNSAFE,
    ),
    author_hasSessionKeys: method([bytes], (_ctx, keys) => hasSessionKeys(chain, keys), UNSAFE),
  })
}

/** `{"hash": hex}` or `{"extrinsic": hex}`, read as the hash. */
const extrinsicOrHash: Param<Hash> = {
  decode(value) {
    const given = typeof value === 'object' && value !== null ? value : {}
    if ('hash' in given) return hash.decode(given.hash)
    if (!('extrinsic' in given)) throw invalidParams('expected a hash or an extrinsic')
    const refuse = ({ text }: Undecodable) =>
      new RpcError(1001, `Extrinsic has invalid format: ${text}`)
    return hexOf(blake2_256(readExtrinsic(bytes.decode(given.extrinsic), refuse)))
  },
}

async function submit(chain: Chain, xt: Uint8Array): Promise<Hash> {
  const refuse = ({ text }: Undecodable) => new RpcError(OTHER_ERROR, `Client error: ${text}`)
  try {
    return await chain.pool.submit(readExtrinsic(xt, refuse))
  } catch (error) {
    throw poolFailure(error)
  }
}

async function submitAndWatch(
  chain: Chain,
  ctx: CallContext,
  sink: Sink,
  xt: Uint8Array,
): Promise<() => void> {
  const refuse = ({ text }: Undecodable) =>
    new RpcError(1001, `Extrinsic has invalid format: ${text}`)
  const statuses = new PacedStatuses(ctx.peer, (status) => sink.send(statusJson(status)))
  try {
    const watched = await chain.pool.watch(readExtrinsic(xt, refuse), (status) => {
      statuses.add(status)
    })
    return () => {
      statuses.stop()
      watched.stop()
    }
  } catch (error) {
    throw poolFailure(error)
  }
}

/** A status in the form of the first version of the interface: without the extrinsic's index. */
function statusJson(status: TransactionStatus): unknown {
  switch (status.type) {
    case 'broadcast':
      return { broadcast: status.peers }
    case 'inBlock':
    case 'finalized':
    case 'retracted':
    case 'finalityTimeout':
      return { [status.type]: status.block }
    case 'usurped':
      return { usurped: status.by }
    default:
      return status.type
  }
}

const SessionKeys = option(vec(tuple(bytesCodec, array(u8, 4))))

/** True when the node holds the secret of every key in an encoded set. */
async function hasSessionKeys(chain: Chain, encoded: Uint8Array): Promise<boolean> {
  let answer: Uint8Array
  try {
    const args = bytesCodec.encode(encoded)
    answer = await chain.call(chain.best().hash, 'SessionKeys_decode_session_keys', args)
  } catch (error) {
    throw new RpcError(OTHER_ERROR, `Client error: ${apiText(error)}`)
  }
  const keys = SessionKeys.decode(answer)
  if (keys === undefined) {
    throw new RpcError(OTHER_ERROR, 'Session keys are not encoded correctly')
  }
  const holds = ([key, type]: (typeof keys)[0]) =>
    chain.keystore?.has(key, String.fromCharCode(...type)) ?? false
  return keys.every(holds)
}

function keystoreOf(chain: Chain, keyType: string): Keystore {
  checkKeyType(keyType)
  if (chain.keystore === undefined) throw keystoreUnavailable()
  return chain.keystore
}

function checkKeyType(keyType: string): void {
  if (Buffer.byteLength(keyType) === 4) return
  throw new RpcError(OTHER_ERROR, 'Invalid key type ID format (should be of length four)')
}

function keystoreUnavailable(cause?: unknown): RpcError {
  const error = new RpcError(OTHER_ERROR, 'The key store is unavailable')
  error.cause = cause
  return error
}

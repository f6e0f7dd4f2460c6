// The block that `dev_runBlock` is given: a header in JSON, as `chain_getHeader` prints it, and extrinsics.

import { Writer } from '@taonet/frame'
import type { Hash } from '../../chain.ts'
import { bytesOfHex } from '../hex.ts'
import { bytes, hash, list, numberOrHex, optional, type Param } from '../params.ts'
import { invalidParams } from '../rpc-error.ts'

export interface RunBlock {
  readonly parent: Hash | undefined
  /** SCALE bytes. */
  readonly header: Uint8Array
  readonly extrinsics: readonly Uint8Array[]
}

/** `{parent?, block: {header, extrinsics}}` */
export const blockToRun: Param<RunBlock> = {
  decode(value) {
    const { parent, block } = objectOf(value)
    const { header, extrinsics } = objectOf(block)
    return {
      parent: optional(hash).decode(parent),
      header: encodeHeader(objectOf(header)),
      extrinsics: list(bytes).decode(extrinsics),
    }
  },
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw invalidParams('expected an object')
  return value as Record<string, unknown>
}

function encodeHeader(header: Record<string, unknown>): Uint8Array {
  const out = new Writer()
  const write32 = (name: string) => out.bytes(bytesOfHex(hash.decode(header[name]))!)
  write32('parentHash')
  out.compactBig(numberOrHex.decode(header.number))
  write32('stateRoot')
  write32('extrinsicsRoot')
  const logs = list(bytes).decode(objectOf(header.digest).logs)
  out.compact(logs.length)
  for (const log of logs) out.bytes(log)
  return out.take()
}

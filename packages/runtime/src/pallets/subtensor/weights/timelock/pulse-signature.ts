/** The beacon's signatures, which open timelocks. */
import * as f from '@taonet/frame'
import { Pulses } from '../../../drand/storage.ts'

const HEX_MARK = f.utf8('0x')

/** Signature of a round, undefined while it is to come. Pulses may carry a mark in front of theirs. */
export function pulseSignature(ctx: f.Context, round: bigint): Uint8Array | undefined {
  const signature = Pulses.get(ctx, round)?.signature
  const isMarked = signature && f.equalBytes(signature.subarray(0, HEX_MARK.length), HEX_MARK)
  return isMarked ? signature.subarray(HEX_MARK.length) : signature
}

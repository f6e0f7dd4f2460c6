/** Timelock ciphertexts as bytes. Lengths are u64, little-endian; what follows the last part is ignored. */
import * as f from '@taonet/frame'

/** What the beacon's signature opens: a point and two masked values. */
export interface Header {
  readonly u: f.G2Point
  readonly v: Uint8Array
  readonly w: Uint8Array
}

export interface Ciphertext {
  readonly header: Header
  /** Text and tag under AES-256-GCM. */
  readonly body: Uint8Array
  readonly nonce: Uint8Array
}

const POINT_BYTES = 96

/** Reads parts from the front of bytes; undefined past their end. */
class Parts {
  private at = 0
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  take(length: number): Uint8Array | undefined {
    if (length > this.bytes.length - this.at) return undefined
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }

  /** A part that its length precedes. */
  list(): Uint8Array | undefined {
    const length = this.take(8)
    return length && this.take(Number(f.u64.decode(length)))
  }
}

/**
 * Reads a ciphertext; undefined when it is none.
 *
 * shape   U (96 bytes) ‖ V ‖ W ‖ body ‖ name of the cipher, which nobody checks; body = text with tag ‖ nonce
 * source  ideal-lab5/timelock tle/src/tlock.rs TLECiphertext, stream_ciphers.rs AESOutput
 */
export function parseCiphertext(bytes: Uint8Array): Ciphertext | undefined {
  const parts = new Parts(bytes)
  const point = parts.take(POINT_BYTES)
  const [v, w, body, suite] = [parts.list(), parts.list(), parts.list(), parts.list()]
  if (!point || !v || !w || !body || !suite) return undefined
  const u = f.decodeG2(point)
  const inner = new Parts(body)
  const [text, nonce] = [inner.list(), inner.list()]
  return u && text && nonce ? { header: { u, v, w }, body: text, nonce } : undefined
}

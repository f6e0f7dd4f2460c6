/** Growing output and bounded input of SCALE bytes. */

/** Bytes that are not a value of the expected type, or a value that does not fit its type. */
export class CodecError extends Error {
  override readonly name = 'CodecError'
}

/** Values within values, so that reading them leaves room on the stack; calls take three each. */
const MAX_DEPTH = 1024

/** Output buffer. Methods write little-endian. */
export class Writer {
  private buffer: Uint8Array
  private view: DataView
  length = 0

  constructor(capacity = 256) {
    this.buffer = new Uint8Array(capacity)
    this.view = new DataView(this.buffer.buffer)
  }

  private reserve(count: number): number {
    const at = this.length
    const needed = at + count
    if (needed > this.buffer.length) {
      const grown = new Uint8Array(Math.max(needed, this.buffer.length * 2))
      grown.set(this.buffer.subarray(0, at))
      this.buffer = grown
      this.view = new DataView(grown.buffer)
    }
    this.length = needed
    return at
  }

  u8(value: number): void {
    const at = this.reserve(1)
    this.buffer[at] = value
  }
  u16(value: number): void {
    const at = this.reserve(2)
    this.view.setUint16(at, value, true)
  }
  u32(value: number): void {
    const at = this.reserve(4)
    this.view.setUint32(at, value, true)
  }
  u64(value: bigint): void {
    const at = this.reserve(8)
    this.view.setBigUint64(at, value, true)
  }
  bytes(value: Uint8Array): void {
    const at = this.reserve(value.length)
    this.buffer.set(value, at)
  }
  /** Compact (variable-length) form of a number below 2^53. */
  compact(value: number): void {
    if (value < 0x40) this.u8(value << 2)
    else if (value < 0x4000) this.u16((value << 2) | 1)
    else if (value < 0x4000_0000) this.u32(((value << 2) | 2) >>> 0)
    else this.compactBig(BigInt(value))
  }
  /** Compact form of any unsigned integer below 2^536. */
  compactBig(value: bigint): void {
    if (value < 0x4000_0000n) {
      this.compact(Number(value))
      return
    }
    const bytes: number[] = []
    for (let rest = value; rest > 0n; rest >>= 8n) bytes.push(Number(rest & 0xffn))
    while (bytes.length < 4) bytes.push(0)
    this.u8(((bytes.length - 4) << 2) | 3)
    for (const byte of bytes) this.u8(byte)
  }
  /** A copy of what was written. */
  take(): Uint8Array {
    return this.buffer.slice(0, this.length)
  }
  reset(): void {
    this.length = 0
  }
}

/** Input cursor. Every read checks its bounds. */
export class Reader {
  readonly source: Uint8Array
  private readonly view: DataView
  at = 0
  depth = 0
  /** Boxes and lists around the place that is read, as SCALE libraries count them; the most so far. */
  readonly nesting = { now: 0, deepest: 0 }
  private readonly maxNesting: number

  constructor(source: Uint8Array, maxNesting = Number.POSITIVE_INFINITY) {
    this.source = source
    this.maxNesting = maxNesting
    this.view = new DataView(source.buffer, source.byteOffset, source.byteLength)
  }

  get left(): number {
    return this.source.length - this.at
  }
  private advance(count: number): number {
    const at = this.at
    if (count > this.source.length - at)
      throw new CodecError(`expected ${count} more bytes at ${at}, have ${this.source.length - at}`)
    this.at = at + count
    return at
  }
  u8(): number {
    const at = this.advance(1)
    return this.source[at]!
  }
  u16(): number {
    return this.view.getUint16(this.advance(2), true)
  }
  u32(): number {
    return this.view.getUint32(this.advance(4), true)
  }
  u64(): bigint {
    return this.view.getBigUint64(this.advance(8), true)
  }
  /** A copy of the next `count` bytes. */
  bytes(count: number): Uint8Array {
    const at = this.advance(count)
    return this.source.slice(at, at + count)
  }
  compactBig(): bigint {
    const first = this.source[this.at]
    if (first === undefined) throw new CodecError(`expected a compact integer at ${this.at}`)
    if ((first & 3) !== 3) return BigInt(this.compact())
    this.at += 1
    const count = (first >> 2) + 4
    const at = this.advance(count)
    let value = 0n
    for (let i = count - 1; i >= 0; i--) value = (value << 8n) | BigInt(this.source[at + i]!)
    if (value < 0x4000_0000n || (count > 4 && this.source[at + count - 1] === 0))
      throw new CodecError(`compact integer at ${at} is longer than needed`)
    return value
  }
  compact(): number {
    const mode = (this.source[this.at] ?? 0) & 3
    if (mode === 0) return this.u8() >> 2
    if (mode === 3) {
      const value = this.compactBig()
      if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new CodecError(`${value} is too large`)
      return Number(value)
    }
    const at = this.at
    const value = mode === 1 ? this.u16() >> 2 : this.u32() >>> 2
    if (value < (mode === 1 ? 0x40 : 0x4000))
      throw new CodecError(`compact integer at ${at} is longer than needed`)
    return value
  }
  /** Reads what is in a box or a list. */
  boxed<T>(read: () => T): T {
    const { nesting } = this
    if (++nesting.now > nesting.deepest) nesting.deepest = nesting.now
    if (nesting.now > this.maxNesting)
      throw new CodecError(`boxes and lists nest deeper than ${this.maxNesting}`)
    const value = read()
    nesting.now--
    return value
  }
  /** Reads one nested value, refusing nesting that no honest input has. */
  nested<T>(read: () => T): T {
    if (++this.depth > MAX_DEPTH) throw new CodecError(`nested deeper than ${MAX_DEPTH}`)
    const value = read()
    this.depth--
    return value
  }
  end(): void {
    if (this.left > 0) throw new CodecError(`${this.left} bytes left over at ${this.at}`)
  }
}

/** Tensors as bittensor sends them: base64 of the msgpack of a numpy array. */
import { SynapseError } from './errors.ts'
import { int, list, model, str } from './field-types.ts'

/** A tensor on the wire; `shape` of a scalar is `[0]`. */
export type Tensor = { buffer: string; dtype: string; shape: number[] }

/** The field type of tensors. Declare such fields optional: a Python axon refuses required ones. */
export const tensor = model({ buffer: str, dtype: str, shape: list(int) })

type Elements =
  | Float32Array
  | Float64Array
  | Uint8Array
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array

type Element = { readonly numpy: string; readonly make: (bytes: ArrayBuffer) => Elements }

/** Element types by torch's names; float16 and bool come as raw bytes of their numpy type. */
const ELEMENTS: Readonly<Record<string, Element>> = {
  float32: { numpy: '<f4', make: (bytes) => new Float32Array(bytes) },
  float64: { numpy: '<f8', make: (bytes) => new Float64Array(bytes) },
  uint8: { numpy: '|u1', make: (bytes) => new Uint8Array(bytes) },
  int8: { numpy: '|i1', make: (bytes) => new Int8Array(bytes) },
  int16: { numpy: '<i2', make: (bytes) => new Int16Array(bytes) },
  int32: { numpy: '<i4', make: (bytes) => new Int32Array(bytes) },
  int64: { numpy: '<i8', make: (bytes) => new BigInt64Array(bytes) },
}

/**
 * Tensor of elements in C order.
 *
 * shape   values.length is the product of `shape`
 * refuses INVALID_VALUE: another number of elements
 */
export function encodeTensor(values: Elements, shape: readonly number[]): Tensor {
  const count = shape.reduce((product, length) => product * length, 1)
  const found = Object.entries(ELEMENTS).find(([, element]) =>
    Object.is(element.make(new ArrayBuffer(0)).constructor, values.constructor),
  )
  if (!found || values.length !== count) {
    throw new SynapseError('INVALID_VALUE', `expected ${count} elements, got ${values.length}`)
  }
  const [dtype, { numpy }] = found
  const data = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  return {
    buffer: toBase64(packArray(numpy, shape, data)),
    dtype,
    shape: shape.length > 0 ? [...shape] : [0],
  }
}

/**
 * Elements and shape of a tensor. Only maps of the known form are read, nothing is executed.
 *
 * refuses INVALID_VALUE: an unknown element type, a malformed or mismatching buffer
 */
export function decodeTensor(value: Tensor): { values: Elements; shape: number[] } {
  const element = ELEMENTS[value.dtype.replace('torch.', '')]
  if (!element) throw new SynapseError('INVALID_VALUE', `unknown tensor type ${value.dtype}`)
  const array = unpackArray(fromBase64(value.buffer))
  const values = element.make(new Uint8Array(array.data).buffer)
  const count = array.shape.reduce((product, length) => product * length, 1)
  if (array.type !== element.numpy || values.length !== count) {
    throw new SynapseError('INVALID_VALUE', `expected ${count} elements of ${element.numpy}`)
  }
  return { values, shape: array.shape }
}

function packArray(type: string, shape: readonly number[], data: Uint8Array): Uint8Array {
  const ascii = (text: string) => [...new TextEncoder().encode(text)]
  const bin = (bytes: ArrayLike<number>) => [0xc4, bytes.length, ...Array.from(bytes)]
  const head = [
    ...[0x85, ...bin(ascii('nd')), 0xc3],
    ...[...bin(ascii('type')), 0xa0 | type.length, ...ascii(type)],
    ...[...bin(ascii('kind')), ...bin([])],
    ...[...bin(ascii('shape')), 0x90 | shape.length, ...shape.flatMap(packInteger)],
    ...[...bin(ascii('data')), 0xc6, ...bigEndian(data.length)],
  ]
  // Python's packer uses the shortest length prefix.
  if (data.length < 1 << 8) head.splice(-5, 5, 0xc4, data.length)
  else if (data.length < 1 << 16) head.splice(-5, 5, 0xc5, data.length >> 8, data.length & 0xff)
  const packed = new Uint8Array(head.length + data.length)
  packed.set(head)
  packed.set(data, head.length)
  return packed
}

function packInteger(value: number): number[] {
  if (value < 1 << 7) return [value]
  if (value < 1 << 8) return [0xcc, value]
  if (value < 1 << 16) return [0xcd, value >> 8, value & 0xff]
  return [0xce, ...bigEndian(value)]
}

function bigEndian(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]
}

type PackedArray = { type: string; shape: number[]; data: Uint8Array }

/** Reads the five-entry map of an array; every other msgpack is refused. */
function unpackArray(bytes: Uint8Array): PackedArray {
  const reader = new PackReader(bytes)
  const found: Partial<PackedArray> = {}
  const entries = reader.mapLength()
  for (let i = 0; i < entries; i++) {
    const key = reader.text()
    if (key === 'type') found.type = reader.text()
    else if (key === 'shape') found.shape = reader.integers()
    else if (key === 'data') found.data = reader.bytes()
    else if (key === 'nd') reader.byte()
    else reader.bytes()
  }
  const { type, shape, data } = found
  if (type === undefined || !shape || !data) throw malformed()
  return { type, shape, data }
}

class PackReader {
  readonly #bytes: Uint8Array
  #offset = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  byte(): number {
    const value = this.#bytes[this.#offset++]
    if (value === undefined) throw malformed()
    return value
  }

  mapLength(): number {
    const head = this.byte()
    if ((head & 0xf0) !== 0x80) throw malformed()
    return head & 0x0f
  }

  integers(): number[] {
    const head = this.byte()
    if ((head & 0xf0) !== 0x90) throw malformed()
    return Array.from({ length: head & 0x0f }, () => this.#integer())
  }

  text(): string {
    return new TextDecoder().decode(this.bytes())
  }

  /** Binary or text of any length. */
  bytes(): Uint8Array {
    const head = this.byte()
    if ((head & 0xe0) === 0xa0) return this.#take(head & 0x1f)
    if (head === 0xc4 || head === 0xd9) return this.#take(this.#unsigned(1))
    if (head === 0xc5 || head === 0xda) return this.#take(this.#unsigned(2))
    if (head === 0xc6 || head === 0xdb) return this.#take(this.#unsigned(4))
    throw malformed()
  }

  #integer(): number {
    const head = this.byte()
    if (head < 0x80) return head
    if (head >= 0xcc && head <= 0xce) return this.#unsigned(1 << (head - 0xcc))
    throw malformed()
  }

  #unsigned(length: number): number {
    let value = 0
    for (let i = 0; i < length; i++) value = value * 256 + this.byte()
    return value
  }

  #take(length: number): Uint8Array {
    const end = this.#offset + length
    if (end > this.#bytes.length) throw malformed()
    const taken = this.#bytes.subarray(this.#offset, end)
    this.#offset = end
    return taken
  }
}

function malformed(): SynapseError {
  return new SynapseError('INVALID_VALUE', 'expected the msgpack of one numpy array')
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    throw malformed()
  }
}

// The kernel as a WebAssembly instance.

import { fromHex, type I32F32 } from '@taonet/frame'
import { KERNEL_WASM } from './generated/kernel-wasm.ts'

/** What the module exports: the epoch, and its arithmetic for tests. */
export interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer }
  /** Forgets the last epoch and makes room; address of the room. */
  begin(bytes: number): number
  /** Runs the epoch at an address; address of its results, or 0 when it needs wider arithmetic. */
  epoch(address: number): number

  add(a: I32F32, b: I32F32): I32F32
  sub(a: I32F32, b: I32F32): I32F32
  mul(a: I32F32, b: I32F32): I32F32
  safeDiv(a: I32F32, b: I32F32): I32F32
  /** `1 / x` for x > 1. */
  inverse(x: I32F32): I32F32
  expSafe(x: I32F32): I32F32
  toU16(x: I32F32): number
}

/** What is used of WebAssembly, which TypeScript declares for browsers only. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

/** An instance that has grown past this many bytes is not kept. */
const KEPT_BYTES = 64 * 1024 * 1024

let compiled: object | undefined
let instance: KernelExports | undefined

/** The one instance; it carries nothing from one epoch to the next. */
export function loadKernel(): KernelExports {
  if (instance !== undefined && instance.memory.buffer.byteLength <= KEPT_BYTES) return instance
  compiled ??= new WebAssembly.Module(fromHex(KERNEL_WASM))
  // The exports are those of packages/runtime/kernel/index.ts.
  instance = new WebAssembly.Instance(compiled).exports as KernelExports
  return instance
}

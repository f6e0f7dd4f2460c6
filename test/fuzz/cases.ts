/** Hostile input: what is sent, made from what would be right. */
import * as f from '@taonet/frame'
import { localNetwork, PALLETS } from '@taonet/runtime'
import { Signer } from '../../packages/node/src/testing/signer.ts'
import { arbitrary } from '../../packages/runtime/test/chain/arbitrary.ts'
import { anyBytes, type Draw, mutateBytes, mutateJson, oneOf } from './draw.ts'
import { SUBMITTING, samplesOf } from './samples.ts'

/** One thing to send: a call, a text or bytes for a WebSocket, or a body over HTTP. */
export type Case =
  | { readonly kind: 'call'; readonly method: string; readonly params: unknown }
  | { readonly kind: 'text' | 'body'; readonly text: string }
  | { readonly kind: 'frame' | 'tcp'; readonly bytes: Uint8Array }

const KEYS = ['//Alice', '//Bob', '//Charlie', '//Dave', '//Eve', '//Nobody']

export class Cases {
  private readonly draw: Draw
  private readonly signer: Signer
  private readonly runtime = localNetwork({ chain: 'local', fast: true })
  private readonly methods: readonly string[]
  private readonly samples: ReturnType<typeof samplesOf>
  private readonly valid: Uint8Array[] = []
  private nonces = new Map<string, number>()

  constructor(draw: Draw, genesis: `0x${string}`, methods: readonly string[]) {
    this.draw = draw
    this.signer = new Signer(this.runtime, genesis)
    this.methods = methods
    this.samples = samplesOf(genesis)
    for (let made = 0; made < 40; made++) this.valid.push(this.signed())
  }

  next(): Case {
    const kind = this.draw(10)
    if (kind < 4) return this.extrinsic()
    if (kind < 6) return this.question()
    if (kind < 8) return this.json()
    return this.raw()
  }

  /** A signed transaction of any call, sometimes a right one. */
  private signed(): Uint8Array {
    const { draw } = this
    const uri = oneOf(draw, KEYS)
    const nonce = draw(3) === 0 ? draw(9) : (this.nonces.get(uri) ?? 0)
    if (draw(3) > 0) {
      this.nonces.set(uri, nonce + 1)
      return this.signer.sign(uri, this.signer.transfer(oneOf(draw, KEYS), 1000n), { nonce })
    }
    return this.signer.sign(uri, this.call() ?? this.signer.transfer('//Bob', 1n), { nonce })
  }

  private call(): f.CallValue | undefined {
    const { draw } = this
    const [index, pallet] = oneOf(draw, PALLETS)
    const calls = Object.values(pallet.calls ?? {})
    if (calls.length === 0) return undefined
    const { def } = oneOf(draw, calls)
    const accounts = KEYS.map((uri) => this.signer.keyOf(uri).account)
    const args = Object.values<f.AnyCodec>(def.args).map((type) => arbitrary(type, draw, accounts))
    try {
      return this.runtime.call.decode(f.concatBytes(Uint8Array.of(index, def.index), ...args))
    } catch (error) {
      if (error instanceof f.CodecError) return undefined
      throw error
    }
  }

  private extrinsic(): Case {
    const { draw, valid } = this
    if (draw(20) === 0) valid[draw(valid.length)] = this.signed()
    const one = oneOf(draw, valid)
    const bytes = draw(6) === 0 ? one : mutateBytes(draw, one, oneOf(draw, valid))
    const hex = f.toHex(bytes)
    const method = oneOf(draw, SUBMITTING)
    if (method === 'state_call') {
      const args = f.toHex(f.concatBytes(bytes, f.u32.encode(bytes.length)))
      return { kind: 'call', method, params: [oneOf(draw, PAYMENT_CALLS), args] }
    }
    return { kind: 'call', method, params: [hex] }
  }

  /** Storage keys and calls of runtime APIs. */
  private question(): Case {
    const { draw } = this
    const { method, params } = oneOf(draw, this.samples.questions)
    const mutate = (part: unknown): unknown => {
      if (Array.isArray(part)) return part.map(mutate)
      if (typeof part !== 'string' || !part.startsWith('0x') || draw(3) === 0) return part
      const known = f.fromHex(oneOf(draw, this.samples.keys))
      return f.toHex(mutateBytes(draw, f.fromHex(part), known))
    }
    return { kind: 'call', method, params: params.map(mutate) }
  }

  private json(): Case {
    const { draw } = this
    const method = draw(2) === 0 ? oneOf(draw, this.methods) : undefined
    const sample = oneOf(draw, [...this.samples.questions, ...this.samples.calls])
    const message = { jsonrpc: '2.0', id: draw(99), method: method ?? sample.method }
    const mutated = mutateJson(draw, { ...message, params: sample.params })
    const whole = draw(9) === 0 ? [mutated, message, mutated] : mutated
    const text = JSON.stringify(whole) ?? 'null'
    return { kind: draw(3) === 0 ? 'body' : 'text', text }
  }

  private raw(): Case {
    const { draw } = this
    const { method, params } = oneOf(draw, this.samples.questions)
    const text = f.utf8(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }))
    const bytes = draw(8) === 0 ? anyBytes(draw, draw(300)) : mutateBytes(draw, text, text)
    return { kind: draw(6) === 0 ? 'tcp' : 'frame', bytes }
  }
}

const PAYMENT_CALLS = [
  'TransactionPaymentApi_query_info',
  'TransactionPaymentApi_query_fee_details',
  'BlockBuilder_apply_extrinsic',
  'TaggedTransactionQueue_validate_transaction',
]

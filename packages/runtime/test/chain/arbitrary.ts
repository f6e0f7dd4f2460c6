/** Bytes of any type, made up: they decode, and mean anything. */
import * as f from '@taonet/frame'

/** A number below `below` that looks random and is the same in every run. */
export type Draw = (below: number) => number

export function numbers(seed: number): Draw {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const LIMITS = [
  0n,
  1n,
  2n,
  3n,
  4n,
  5n,
  0n,
  1n,
  100n,
  500n,
  10n ** 9n,
  10n ** 12n,
  (1n << 16n) - 1n,
  -1n,
  -2n,
]
/** How deep types may nest before lists stay empty and enums take their first variant. */
const DEEP = 12

/** Bytes of an integer: often an edge of its range, else anything. */
function integer(size: number, draw: Draw): Uint8Array {
  const out = new Uint8Array(size)
  if (draw(3) === 0) for (let i = 0; i < size; i++) out[i] = draw(256)
  else {
    let value = BigInt.asUintN(size * 8, LIMITS[draw(LIMITS.length)] ?? 0n)
    for (let i = 0; i < size; i++, value >>= 8n) out[i] = Number(value & 0xffn)
  }
  return out
}

const defOf = ({ type: { def } }: f.AnyCodec): f.TypeDef =>
  typeof def === 'function' ? def() : def

function primitive(name: f.Primitive, draw: Draw): Uint8Array {
  if (name === 'bool') return Uint8Array.of(draw(2))
  if (name === 'str') return f.str.encode(['', 'a', 'τ'][draw(3)] ?? '')
  return integer(name === 'char' ? 4 : Number(name.slice(1)) / 8, draw)
}

function compactOf(type: f.AnyCodec, draw: Draw): Uint8Array {
  const def = defOf(type)
  const size = def.tag === 'primitive' ? Number(def.name.slice(1)) / 8 : 8
  const out = new f.Writer()
  out.compactBig(integer(size, draw).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n))
  return out.take()
}

/** Made-up bytes of a type, with accounts from a list. */
export function arbitrary(
  type: f.AnyCodec,
  draw: Draw,
  accounts: readonly f.AccountId[],
  depth = 0,
): Uint8Array {
  const def = defOf(type)
  const inner = (part: f.AnyCodec) => arbitrary(part, draw, accounts, depth + 1)
  const all = (parts: readonly f.AnyCodec[]) => f.concatBytes(...parts.map(inner))
  if (type.type.path.at(-1) === 'AccountId32')
    return f.AccountId.encode(accounts[draw(accounts.length)]!)
  switch (def.tag) {
    case 'primitive':
      return primitive(def.name, draw)
    case 'compact':
      return compactOf(def.type, draw)
    case 'tuple':
      return all(def.types)
    case 'composite':
      return all(def.fields.map((field) => field.type))
    case 'array':
      return all(new Array(def.len).fill(def.type))
    case 'sequence': {
      const length = depth > DEEP ? 0 : [0, 1, 1, 2, 3, draw(40)][draw(6)]!
      return f.concatBytes(f.compact(f.u32).encode(length), all(new Array(length).fill(def.type)))
    }
    case 'variant': {
      const one = def.variants[depth > DEEP ? 0 : draw(def.variants.length)]
      if (!one) return new Uint8Array()
      return f.concatBytes(Uint8Array.of(one.index), all(one.fields.map((field) => field.type)))
    }
  }
}

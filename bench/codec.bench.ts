// SCALE: our codecs against scale-ts 1.6.1, on the shapes that blocks and epochs write most.
//
// 2026-11-22, 2 cores x86-64, Node 24.9:
//   case                     ours µs   scale-ts µs   ratio
//   encode 256 weights          3.54        349.67    98.9
//   decode 256 weights          4.19          4.86     1.2
//   encode account              0.20          4.71    23.7
//   decode account              0.23          0.79     3.4
import { performance } from 'node:perf_hooks'
import * as f from '@taonet/frame'
import * as scale from 'scale-ts'

const ROUNDS = 5

function best(work: () => void, times: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    for (let i = 0; i < times; i++) work()
    least = Math.min(least, (performance.now() - start) / times)
  }
  return least * 1000
}

const weights = Array.from({ length: 256 }, (_, i) => [i, (i * 257) & 0xffff] as const)
const account = {
  nonce: 1,
  consumers: 0,
  providers: 1,
  sufficients: 0,
  data: { free: 10n ** 15n, reserved: 0n, frozen: 0n, flags: 1n << 127n },
}
const oursRow = f.vec(f.tuple(f.u16, f.u16))
const theirRow = scale.Vector(scale.Tuple(scale.u16, scale.u16))
const data = { free: f.u64, reserved: f.u64, frozen: f.u64, flags: f.u128 }
const oursAccount = f.struct<typeof account>('Account', {
  nonce: f.u32,
  consumers: f.u32,
  providers: f.u32,
  sufficients: f.u32,
  data: f.struct('Data', data),
})
const { u32, u64, u128 } = scale
const theirAccount = scale.Struct({
  nonce: u32,
  consumers: u32,
  providers: u32,
  sufficients: u32,
  data: scale.Struct({ free: u64, reserved: u64, frozen: u64, flags: u128 }),
})

const row = oursRow.encode(weights.map(([a, b]) => [a, b] as [number, number]))
const bytes = oursAccount.encode(account)
const cases: [string, () => void, () => void, number][] = [
  [
    'encode 256 weights',
    () => oursRow.encode(weights as never),
    () => theirRow.enc(weights as never),
    2_000,
  ],
  ['decode 256 weights', () => oursRow.decode(row), () => theirRow.dec(row), 2_000],
  ['encode account', () => oursAccount.encode(account), () => theirAccount.enc(account), 20_000],
  ['decode account', () => oursAccount.decode(bytes), () => theirAccount.dec(bytes), 20_000],
]
console.log('case                     ours µs   scale-ts µs   ratio')
for (const [name, ours, theirs, times] of cases) {
  const [a, b] = [best(ours, times), best(theirs, times)]
  console.log(
    `${name.padEnd(22)} ${a.toFixed(2).padStart(9)} ${b.toFixed(2).padStart(13)} ${(b / a).toFixed(1).padStart(7)}`,
  )
}

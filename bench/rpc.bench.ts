/**
 * Runtime APIs on a large network: `node --conditions=source bench/rpc.bench.ts`.
 *
 * Arguments are decoded and results encoded, as for `state_call`. `warm` is the state that the last block left, its
 * decoded values at hand; `cold` is a fresh state over the same database (in memory). Production's figures are the
 * same calls of spec 425 compiled natively over an in-memory trie, 2-core x86-64 at 2.6 GHz, 2026-11-22.
 *
 * target  get_metagraph of 256 neurons within 5 ms; warm, faster than production in every row
 *
 * 2026-11-22, the same kind of machine under heavy other load (10 on 2 cores), Node 24.9, milliseconds:
 * ```
 * method                           │  warm min       med  cold min │ nativ min │     bytes
 * get_metagraph                    │     0.603     0.859     7.735 │     7.700 │     48771
 * get_all_metagraphs               │   442.279   586.779  1944.511 │  1281.000 │   6231546
 * get_selective_metagraph          │     0.162     0.174     1.440 │     2.500 │     25427
 * get_neurons_lite                 │     0.368     0.427     2.150 │     6.900 │     48452
 * get_neurons                      │     0.924     1.085     7.532 │     8.000 │     86882
 * get_dynamic_info                 │     0.006     0.007     0.020 │     0.025 │       155
 * get_all_dynamic_info             │     0.636     0.886    17.239 │     3.500 │     19324
 * get_subnet_state                 │     1.426     3.092     8.326 │           │     56125
 * get_subnet_hyperparams_v3        │     0.007     0.009     0.028 │           │       700
 * get_neuron                       │     0.003     0.004     0.038 │           │       189
 * get_delegates                    │    20.636    66.629   272.182 │           │     85205
 * get_stake_info_for_coldkey       │     0.292     0.344     2.069 │           │     10419
 * current_alpha_price_all          │     0.091     0.096     0.707 │           │      1302
 * ```
 */
import * as f from '../packages/frame/src/index.ts'
import { maybeBecomeDelegate } from '../packages/runtime/src/pallets/subtensor/delegation/takes.ts'
import * as s from '../packages/runtime/src/pallets/subtensor/storage.ts'
import { LargeNetwork, TEMPO } from './large-network.ts'
import { printHead, printVerdict } from './print.ts'

const SUBNETS = 128
const NETUID = 7
const UID = 30

const METAGRAPH = 'SubnetInfoRuntimeApi_get_metagraph'

interface Row {
  readonly method: string
  readonly args: Uint8Array
  readonly times: number
  /** Milliseconds of production, the fastest. */
  readonly native: number | undefined
}

const netuid = f.u16.encode(NETUID)
const chosen = f.concatBytes(netuid, f.vec(f.u16).encode([52, 53, 55, 56]))
const NONE = new Uint8Array()
const row = (method: string, args: Uint8Array, times: number, native?: number): Row => ({
  method,
  args,
  times,
  native,
})

const rowsFor = (coldkey: string): Row[] => [
  row(METAGRAPH, netuid, 51, 7.7),
  row('SubnetInfoRuntimeApi_get_all_metagraphs', NONE, 7, 1281),
  row('SubnetInfoRuntimeApi_get_selective_metagraph', chosen, 51, 2.5),
  row('NeuronInfoRuntimeApi_get_neurons_lite', netuid, 31, 6.9),
  row('NeuronInfoRuntimeApi_get_neurons', netuid, 31, 8),
  row('SubnetInfoRuntimeApi_get_dynamic_info', netuid, 101, 0.025),
  row('SubnetInfoRuntimeApi_get_all_dynamic_info', NONE, 31, 3.5),
  row('SubnetInfoRuntimeApi_get_subnet_state', netuid, 11),
  row('SubnetInfoRuntimeApi_get_subnet_hyperparams_v3', netuid, 101),
  row('NeuronInfoRuntimeApi_get_neuron', f.concatBytes(netuid, f.u16.encode(UID)), 101),
  row('DelegateInfoRuntimeApi_get_delegates', NONE, 5),
  row('StakeInfoRuntimeApi_get_stake_info_for_coldkey', f.fromHex(coldkey), 31),
  row('SwapRuntimeApi_current_alpha_price_all', NONE, 51),
]

/** Hotkeys that validate everywhere. */
const VALIDATORS = Array.from({ length: 20 }, (_, i) =>
  f.toHex(f.blake2_256(f.utf8(`validator ${i}`))),
)

/** A network after a whole tempo. */
function prepare(): LargeNetwork {
  const network = new LargeNetwork({ subnets: SUBNETS, rootClaims: 0 })
  const { ctx } = network
  for (const hotkey of VALIDATORS) maybeBecomeDelegate(ctx, hotkey)
  network.commit()
  for (let block = 0; block < TEMPO; block++) {
    network.begin()
    network.step()
    network.commit()
  }
  return network
}

const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0

/** Milliseconds of one call, each on a context of its own making. */
function measure(times: number, context: () => f.Context, { method, args }: Row): number[] {
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    const ctx = context()
    const start = performance.now()
    f.callApi(ctx, method, args)
    took.push(performance.now() - start)
  }
  return took
}

const show = (n: number | undefined) => (n === undefined ? '' : n.toFixed(3)).padStart(9)

/** Measures and prints one row; says whether it is fast enough. */
function judge({ ctx, backend }: LargeNetwork, row: Row): boolean {
  const fresh = () => {
    const cold = new f.Context({ state: new f.State(backend), runtime: ctx.runtime })
    cold.block = ctx.block
    return cold
  }
  const bytes = f.callApi(ctx, row.method, row.args).length
  const cold = Math.min(...measure(Math.min(row.times, 5), fresh, row))
  const warm = measure(row.times, () => ctx, row)
  const best = Math.min(...warm)
  const name = row.method.slice(row.method.indexOf('_') + 1).padEnd(32)
  const ours = `${show(best)} ${show(median(warm))} ${show(cold)}`
  console.log(`${name} │ ${ours} │ ${show(row.native)} │ ${String(bytes).padStart(9)}`)
  return best <= (row.native ?? Number.POSITIVE_INFINITY) && (row.method !== METAGRAPH || best <= 5)
}

printHead('get_metagraph of 256 neurons within 5 ms; warm, faster than production in every row')
const network = prepare()
const validator = s.Keys.get(network.ctx, NETUID, 5)
console.log(`${'method'.padEnd(32)} │  warm min       med  cold min │ nativ min │     bytes`)
const rows = rowsFor(s.Owner.get(network.ctx, validator))
printVerdict(rows.map((row) => judge(network, row)).every((isFast) => isFast))

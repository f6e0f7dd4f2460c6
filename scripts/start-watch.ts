/** The running demo: waits for the first weights, then shows block after block. */
import { sleep } from '@taonet/subnets'
import { CAST, VALIDATORS } from './start-cast.ts'
import type { DemoChain } from './start-chain.ts'
import { connectionHelp } from './start-help.ts'
import { isRankedBy, type Principals, viewOf } from './start-snapshot.ts'
import { CHAIN, ensureAlive, type Stage } from './start-stage.ts'
import type { View } from './start-view.ts'

/** Until every validator has set weights in this run. */
export async function waitForWeights(
  stage: Stage,
  chain: DemoChain,
  netuid: number,
): Promise<void> {
  const start = (await chain.head()).number
  const hotkeys = new Set(VALIDATORS.map(({ hotkey }) => chain.addressOf(hotkey)))
  for (;;) {
    ensureAlive(stage.processes, stage.signal)
    const { neurons } = (await chain.look(netuid)).state
    const waiting = neurons.filter((n) => hotkeys.has(n.hotkey) && n.lastUpdate < start)
    if (waiting.length === 0) return
    await sleep(chain.blockMs, stage.signal)
  }
}

/** Shows each block until asked to end, or until the wished number of blocks or epochs is over. */
export async function watch(
  stage: Stage,
  chain: DemoChain,
  netuid: number,
  principals: Principals,
): Promise<void> {
  const { options, signal, screen, news, endpoint, processes } = stage
  const addresses = new Map(CAST.map(({ name, hotkey }) => [name, chain.addressOf(hotkey)]))
  const help = connectionHelp(endpoint, netuid)
  const { blockMs } = chain
  let first: View | undefined
  let view: View | undefined
  while (!signal.aborted) {
    // A neuron may be killed to see what comes of it; without the chain there is nothing to see.
    ensureAlive(processes, signal, [CHAIN])
    const { state, facts } = await chain.look(netuid)
    const parts = { endpoint, blockMs, state, facts, principals, addresses, help }
    const gone = processes.lost.map(({ name, end }) => `${name.padEnd(12)} ended (${end})`)
    view = viewOf({ ...parts, news: [...news.lines, ...gone] })
    first ??= view
    screen.showView(view)
    const isOver =
      view.block - first.block >= (options.blocks ?? Infinity) ||
      view.epoch - first.epoch >= (options.epochs ?? Infinity)
    if (isOver) break
    await chain.nextBlock(signal)
  }
  if (view !== undefined) screen.keep(view)
  if (options.check && view !== undefined && !isRankedBy(view, ['lead3', 'textrank', 'lexrank'])) {
    throw new Error('the better summarisers did not earn more')
  }
}

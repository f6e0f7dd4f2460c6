/** Networks by name: what a node is started with. */
import * as f from '@taonet/frame'
import { spec425 } from '../runtime.ts'
import { buildGenesis } from './genesis.ts'
import { dev, type LocalOptions, local } from './local.ts'
import type { Network } from './network.ts'

/** Which network, and how. */
export interface NetworkChoice extends LocalOptions {
  /** `local` has three authorities, `dev` one. */
  readonly chain: 'local' | 'dev'
}

export const networkOf = ({ chain, ...options }: NetworkChoice): Network =>
  chain === 'dev' ? dev(options) : local(options)

/** The runtime of a network. */
export const localNetwork = (choice: NetworkChoice): f.Runtime =>
  spec425(networkOf(choice).settings)

/** A context on an empty state, which computes roots. */
function emptyContext(runtime: f.Runtime): f.Context {
  const trie = f.Trie.empty()
  const state = new f.State({ get: () => undefined, keysFrom: () => [] })
  return new f.Context({
    runtime,
    state,
    storageRoot: (ctx) => trie.update(ctx.state.changesSinceRoot()),
  })
}

/** All rows of a network's first state, in key order. */
export function genesisState(choice: NetworkChoice): f.Change[] {
  const network = networkOf(choice)
  const ctx = emptyContext(spec425(network.settings))
  buildGenesis(ctx, network.genesis)
  return ctx.state.changes()
}

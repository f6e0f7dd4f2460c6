import type { Chain } from '../chain.ts'
import { devMethods } from './dev/index.ts'
import type { MethodTable } from './methods.ts'
import { substrateMethods } from './substrate/index.ts'
import { bittensorMethods } from './subtensor/index.ts'

export { type Cors, DEFAULT_ORIGINS, parseCors } from './origin.ts'
export { type RpcServer, RpcServerError, startRpcServer } from './server.ts'
export type { RpcMethodsPolicy, RpcServerOptions } from './server-options.ts'

/** Every method of a node but Ethereum's. */
export function nodeMethods(chain: Chain): MethodTable[] {
  return [...substrateMethods(chain), ...bittensorMethods(chain), ...devMethods(chain)]
}

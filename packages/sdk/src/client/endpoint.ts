/** Names of networks and the endpoints behind them. */
import { ClientError } from './errors.ts'

const NETWORKS: Readonly<Record<string, string>> = {
  finney: 'wss://entrypoint-finney.opentensor.ai:443',
  test: 'wss://test.finney.opentensor.ai:443',
  archive: 'wss://archive.chain.opentensor.ai:443',
  local: 'ws://127.0.0.1:9944',
  'latent-lite': 'wss://lite.sub.latent.to:443',
}

/**
 * WebSocket URL of a network's name, of `host:port`, or of a URL as it is. Without one: the environment's
 * `BT_SUBTENSOR_CHAIN_ENDPOINT`, else `BT_SUBTENSOR_NETWORK`, else the local node.
 *
 * refuses INVALID_ENDPOINT
 */
export function resolveEndpoint(
  name?: string,
  env: Readonly<Record<string, string | undefined>> = {},
): string {
  const { BT_SUBTENSOR_CHAIN_ENDPOINT: endpoint, BT_SUBTENSOR_NETWORK: network } = env
  const wanted = name ?? endpoint ?? network ?? 'local'
  if (wanted === 'local') return endpoint ?? String(NETWORKS.local)
  const known = NETWORKS[wanted]
  if (known !== undefined) return known
  const url = /^wss?:\/\//.test(wanted) ? wanted : `ws://${wanted}`
  if (!URL.canParse(url) || !/[.:\]]|localhost/.test(wanted)) {
    throw new ClientError('INVALID_ENDPOINT', `${wanted} is neither a network nor an endpoint`)
  }
  return url
}

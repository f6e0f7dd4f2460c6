/** How to look at the running network with other people's tools. */
import { MINERS, OWNER } from './start-cast.ts'

/** One line per tool. */
export function connectionHelp(endpoint: string, netuid: number): string[] {
  const web = encodeURIComponent(endpoint)
  return [
    `btcli        btcli subnets show --netuid ${netuid} --network ${endpoint}`,
    `             btcli wallet create --uri ${OWNER.coldkey.slice(2).toLowerCase()}   (any development key has funds)`,
    `Python SDK   bittensor.Subtensor("${endpoint}").metagraph(${netuid})`,
    `polkadot.js  https://polkadot.js.org/apps/?rpc=${web}#/explorer`,
  ]
}

/** Lines printed once the demo has ended. */
export function farewell(folder: string, logs: string): string[] {
  return [
    `stopped; npm start continues from ${folder}, npm start -- --reset begins anew`,
    `logs of ${MINERS.length} miners, the validators and the chain: ${logs}`,
  ]
}

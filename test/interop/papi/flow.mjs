// Typed polkadot-api against a node: reads, fees, a transfer, a watched call, a refused one.
// usage: node flow.mjs ws://… ; prints one JSON object.

import { net } from '@polkadot-api/descriptors'
import { sr25519CreateDerive } from '@polkadot-labs/hdkd'
import {
  DEV_PHRASE,
  entropyToMiniSecret,
  mnemonicToEntropy,
  ss58Address,
} from '@polkadot-labs/hdkd-helpers'
import { createClient, Enum } from 'polkadot-api'
import { getPolkadotSigner } from 'polkadot-api/signer'
import { getWsProvider } from 'polkadot-api/ws'

const client = createClient(getWsProvider(process.argv[2]))
const api = client.getTypedApi(net)
const derive = sr25519CreateDerive(entropyToMiniSecret(mnemonicToEntropy(DEV_PHRASE)))
const [alice, bob] = ['//Alice', '//Bob'].map(derive)
const signer = getPolkadotSigner(alice.publicKey, 'Sr25519', alice.sign)
const bobAddress = ss58Address(bob.publicKey, 42)
const free = async () => (await api.query.System.Account.getValue(bobAddress)).data.free

const spec = await client.getChainSpecData()
const block = await client.getFinalizedBlock()
const before = await free()
const call = api.tx.Balances.transfer_keep_alive({
  dest: Enum('Id', bobAddress),
  value: 7_000_000_000n,
})
const fees = await call.getEstimatedFees(ss58Address(alice.publicKey, 42))
const result = await call.signAndSubmit(signer)
const refused = await api.tx.Balances.force_set_balance({
  who: Enum('Id', bobAddress),
  new_free: 1n,
}).signAndSubmit(signer)
const heads = await new Promise((done) => {
  const seen = []
  const subscription = client.finalizedBlock$.subscribe(({ number }) => {
    seen.push(number)
    if (seen.length === 3)
      setTimeout(() => {
        subscription.unsubscribe()
        done(seen)
      })
  })
})
const networks = await api.query.SubtensorModule.NetworksAdded.getEntries()
const report = {
  name: spec.name,
  symbol: spec.properties.tokenSymbol,
  block: block.number,
  moved: String((await free()) - before),
  fees: String(fees),
  ok: result.ok,
  events: result.events.map(({ type, value }) => `${type}.${value.type}`),
  refused: refused.ok ? 'accepted' : refused.dispatchError.type,
  heads: heads.map((head) => head - heads[0]),
  slot: String(await api.constants.Aura.SlotDuration()),
  networks: networks.map(({ keyArgs }) => keyArgs[0]),
}
console.log(JSON.stringify(report))
client.destroy()

/** Calls about what keys and subnets say about themselves. */
import * as f from '@taonet/frame'
import * as weights from '../call-weights.ts'
import { setIdentity, setSubnetIdentity } from '../identity/identity.ts'

export const set_identity = f.call({
  index: 68,
  origin: f.signed,
  args: {
    name: f.bytes,
    url: f.bytes,
    github_repo: f.bytes,
    image: f.bytes,
    discord: f.bytes,
    description: f.bytes,
    additional: f.bytes,
  },
  weight: weights.set_identity,
  docs: "Sets the caller's identity.",
  run: (ctx, coldkey, identity) => setIdentity(ctx, coldkey, identity),
})

export const set_subnet_identity = f.call({
  index: 78,
  origin: f.signed,
  args: {
    netuid: f.u16,
    subnet_name: f.bytes,
    github_repo: f.bytes,
    subnet_contact: f.bytes,
    subnet_url: f.bytes,
    discord: f.bytes,
    description: f.bytes,
    logo_url: f.bytes,
    additional: f.bytes,
  },
  weight: weights.set_subnet_identity,
  docs: "Sets a subnet's identity. Its owner only.",
  run: (ctx, coldkey, { netuid, ...identity }) => setSubnetIdentity(ctx, coldkey, netuid, identity),
})

/** The synapses of `python/synapses.py`, for our side of the interop tests. */
import { synapse, t } from '@taonet/sdk'

export const TextSynapse = synapse(
  'TextSynapse',
  {
    prompt: t.str,
    n: t.int,
    ratio: t.float,
    flag: t.bool,
    tags: t.list(t.str),
    opts: t.dict(t.any),
    out: t.optional(t.str),
  },
  { required_hash_fields: ['prompt', 'n', 'ratio', 'flag', 'tags', 'opts'] },
)

export const Big = synapse(
  'Big',
  { data: t.str, size: t.optional(t.int) },
  { required_hash_fields: ['data'] },
)

export const Status = synapse('Status', { code: t.int })

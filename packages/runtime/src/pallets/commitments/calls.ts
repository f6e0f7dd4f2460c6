/** Calls of Commitments. */
import * as f from '@taonet/frame'
import { benchmarked } from '../../common/benchmarked.ts'
import { NetUid } from '../../common/units.ts'
import { setCommitment } from './commit.ts'
import * as storage from './storage.ts'
import { CommitmentInfo } from './types.ts'

export const set_commitment = f.call({
  index: 0,
  docs: 'Sets what the caller commits to on a subnet it has a neuron on.',
  origin: f.signed,
  args: { netuid: NetUid, info: f.boxed(CommitmentInfo) },
  weight: benchmarked([33_480_000n, 0n, 5, 4]),
  pays: 'No',
  run(ctx, who, { netuid, info }) {
    setCommitment(ctx, netuid, who, info)
    return undefined
  },
})

export const set_max_space = f.call({
  index: 2,
  docs: 'Sets how many bytes an account may commit to in an epoch.',
  origin: f.root,
  args: { new_limit: f.u32 },
  weight: benchmarked([2_856_000n, 0n, 0, 1]),
  run(ctx, _root, { new_limit }) {
    storage.MaxSpace.set(ctx, new_limit)
    return undefined
  },
})

/** Calls of SafeMode. On Bittensor's networks only root can use it. */
import * as f from '@taonet/frame'
import * as constants from './constants.ts'
import { type Deposit, releaseDeposit, slashDeposit } from './deposits.ts'
import * as mode from './mode.ts'
import * as weights from './weights.ts'

/** Blocks for which root switches it on: a day. */
const ROOT_ENTER_BLOCKS = 7200
/** Blocks by which root prolongs it. */
const ROOT_EXTEND_BLOCKS = 3600

export const enter = f.call({
  index: 0,
  docs: 'Switches safe mode on for a deposit; not possible where no deposit is set.',
  origin: f.signed,
  args: {},
  weight: weights.enter,
  run(ctx, who) {
    mode.enter(ctx, who, constants.EnterDuration.get(ctx))
    return undefined
  },
})

export const force_enter = f.call({
  index: 1,
  docs: 'Switches safe mode on.',
  origin: f.root,
  args: {},
  weight: weights.force_enter,
  run(ctx) {
    mode.enter(ctx, undefined, ROOT_ENTER_BLOCKS)
    return undefined
  },
})

export const extend = f.call({
  index: 2,
  docs: 'Prolongs safe mode for a deposit; not possible where no deposit is set.',
  origin: f.signed,
  args: {},
  weight: weights.extend,
  run(ctx, who) {
    mode.extend(ctx, who, constants.ExtendDuration.get(ctx))
    return undefined
  },
})

export const force_extend = f.call({
  index: 3,
  docs: 'Prolongs safe mode.',
  origin: f.root,
  args: {},
  weight: weights.force_extend,
  run(ctx) {
    mode.extend(ctx, undefined, ROOT_EXTEND_BLOCKS)
    return undefined
  },
})

export const force_exit = f.call({
  index: 4,
  docs: 'Switches safe mode off.',
  origin: f.root,
  args: {},
  weight: weights.force_exit,
  run(ctx) {
    mode.exit(ctx, 'Force')
    return undefined
  },
})

const deposit = { account: f.AccountId, block: f.u32 } satisfies f.Codecs<Deposit>

export const force_slash_deposit = f.call({
  index: 5,
  docs: 'Destroys a deposit.',
  origin: f.root,
  args: deposit,
  weight: weights.force_slash_deposit,
  run(ctx, _root, args) {
    slashDeposit(ctx, args)
    return undefined
  },
})

export const release_deposit = f.call({
  index: 6,
  docs: 'Gives a deposit back that is old enough; not possible where no age is set.',
  origin: f.signed,
  args: deposit,
  weight: weights.release_deposit,
  run(ctx, _who, args) {
    releaseDeposit(ctx, args, false)
    return undefined
  },
})

export const force_release_deposit = f.call({
  index: 7,
  docs: 'Gives a deposit back.',
  origin: f.root,
  args: deposit,
  weight: weights.force_release_deposit,
  run(ctx, _root, args) {
    releaseDeposit(ctx, args, true)
    return undefined
  },
})

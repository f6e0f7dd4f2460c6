/** An open block of the local network, in which calls are made without fees or signatures. */
import assert from 'node:assert/strict'
import * as f from '@taonet/frame'
import { spec425 } from '../../src/runtime.ts'
import { keyOf, LocalChain } from './local-chain.ts'

export const ALICE = keyOf('//Alice').account
export const BOB = keyOf('//Bob').account
export const CHARLIE = keyOf('//Charlie').account

/** An account that has nothing, by a byte. */
export const nobody = (byte: number): f.AccountId => f.toHex(new Uint8Array(32).fill(byte))

/** Every reason that `refused` has seen in this process. */
export const reasons = new Set<f.DispatchError>()

/** Runs `run` and expects that it is refused for exactly this reason. */
export function refused(why: f.DispatchError, run: () => unknown): void {
  assert.throws(run, (error) => f.plainError(error) === why, `expected ${why.message}`)
  reasons.add(why)
}

/** A block that is open, and what was reported in it. */
export class OpenBlock {
  readonly chain: LocalChain
  private builder: f.BlockBuilder
  private seen = 0

  constructor(chain = new LocalChain()) {
    this.chain = chain
    this.builder = chain.open()
    this.seen = chain.ctx.events.length
  }

  get ctx(): f.Context {
    return this.chain.ctx
  }

  as(who: f.AccountId, call: f.CallValue): f.PostInfo {
    return f.dispatch(this.ctx, f.Signed(who), call)
  }
  asRoot(call: f.CallValue): f.PostInfo {
    return f.dispatch(this.ctx, f.Root, call)
  }
  asNone(call: f.CallValue): f.PostInfo {
    return f.dispatch(this.ctx, f.None, call)
  }

  /** Events since this was last asked. */
  said(): f.EventValue[] {
    const fresh = this.ctx.events.slice(this.seen).map(({ event }) => event)
    this.seen = this.ctx.events.length
    return fresh
  }
  /** Their names, with the pallet. */
  names(): string[] {
    return this.said().map(({ pallet, name }) => `${pallet}.${name}`)
  }

  /** Ends this block and opens the next one; gives what hooks reported from its end to the new start. */
  next(): f.EventValue[] {
    const { events } = this.chain.seal(this.builder)
    const ending = events.filter(({ phase }) => phase.type === 'Finalization')
    this.builder = this.chain.open()
    this.seen = this.ctx.events.length
    const starting = this.ctx.events.filter(({ phase }) => phase.type === 'Initialization')
    return [...ending, ...starting].map(({ event }) => event)
  }
}

/** The same, on a network with settings of its own. */
export function openWith(settings: readonly f.Setting[]): f.Context {
  const { ctx } = new OpenBlock()
  const made = new f.Context({ state: ctx.state, runtime: spec425(settings) })
  return Object.assign(made, { block: ctx.block })
}

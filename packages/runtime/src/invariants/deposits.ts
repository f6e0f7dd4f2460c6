/** Reserved and held balances: each belongs to something that was deposited for. */
import * as f from '@taonet/frame'
import { Holds, Reserves } from '../pallets/balances/storage.ts'
import { CommitmentOf } from '../pallets/commitments/storage.ts'
import { Multisigs } from '../pallets/multisig/storage.ts'
import { RequestStatusFor } from '../pallets/preimage/storage.ts'
import { Announcements, Proxies } from '../pallets/proxy/storage.ts'
import { Deposits } from '../pallets/safe-mode/storage.ts'
import { Tally } from './tally.ts'

function* amounts(ctx: f.Context): Generator<bigint> {
  for (const [, deposit] of Proxies.values(ctx)) yield deposit
  for (const [, deposit] of Announcements.values(ctx)) yield deposit
  for (const { deposit } of Multisigs.values(ctx)) yield deposit
  for (const { deposit } of CommitmentOf.values(ctx)) yield deposit
  for (const holds of Holds.values(ctx)) for (const { amount } of holds) yield amount
  for (const reserves of Reserves.values(ctx)) for (const { amount } of reserves) yield amount
}

/**
 * Together, for nobody knows who made a pure proxy and deposited for it. Root may free reserves
 * (`force_unreserve`) while their deposits stand, so there may be less.
 */
export const reservesAreDeposits = f.invariant('what is reserved was deposited', function* (ctx) {
  let deposits = 0n
  for (const amount of amounts(ctx)) deposits += amount
  let reserved = 0n
  for (const { data } of f.system.storage.Account.values(ctx)) reserved += data.reserved
  if (reserved > deposits) yield `${reserved} rao reserved, ${reserved - deposits} for nothing`
})

function heldFor(ctx: f.Context, pallet: 'Preimage' | 'SafeMode'): Tally<f.AccountId> {
  const held = new Tally<f.AccountId>()
  for (const [[who], holds] of Holds.entries(ctx))
    for (const { id, amount } of holds) if (id.type === pallet) held.add(who, amount)
  return held
}

function* unequal(due: Tally<f.AccountId>, held: Tally<f.AccountId>): Generator<string> {
  for (const [who, amount] of due.entries())
    if (held.get(who) !== amount) yield `${who}: ${amount} rao due, ${held.get(who)} held`
  for (const [who, amount] of held.entries())
    if (due.get(who) === 0n && amount > 0n) yield `${who}: ${amount} rao held for nothing`
}

export const preimagesAreHeldFor = f.invariant(
  'a preimage holds what its ticket says',
  function* (ctx) {
    const due = new Tally<f.AccountId>()
    for (const { type, value } of RequestStatusFor.values(ctx)) {
      const ticket = type === 'Unrequested' ? value.ticket : value.maybe_ticket
      if (ticket !== undefined) due.add(...ticket)
    }
    yield* unequal(due, heldFor(ctx, 'Preimage'))
  },
)

export const safeModeIsHeldFor = f.invariant(
  'a deposit for the safe mode is held',
  function* (ctx) {
    const due = new Tally<f.AccountId>()
    for (const [[who], deposit] of Deposits.entries(ctx)) due.add(who, deposit)
    yield* unequal(due, heldFor(ctx, 'SafeMode'))
  },
)

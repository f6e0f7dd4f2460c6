/** Nonces: each transaction once, and in order. */
import * as f from '@taonet/frame'

const PATH = 'node_subtensor_runtime::check_nonce::CheckNonce'
const Nonce = f.compact(f.u32)
const Tag = f.tuple(f.AccountId, f.u32)

/** The account whose nonce goes up; undefined when nobody signed. */
type State = { readonly who: f.AccountId; readonly nonce: number } | undefined

const tag = (who: f.AccountId, nonce: number): Uint8Array => Tag.encode([who, nonce])

/**
 * refuses Payment when an account that nothing keeps alive would have to pay, Stale for a nonce of the
 *         past, Future (in a block) for one that is not yet due
 * source  opentensor/subtensor runtime/src/check_nonce.rs
 */
export const CheckNonce: f.TransactionExtension<number, null, State> = {
  identifier: 'CheckNonce',
  explicit: f.newtype(f.generic(PATH, { T: undefined }), Nonce),
  implicit: f.unit,
  implied: () => null,
  validate(ctx, { origin, info, explicit: nonce }) {
    const who = f.signer(origin)
    if (who === undefined) return undefined
    const account = f.system.storage.Account.get(ctx, who)
    const isKept = account.providers > 0 || account.sufficients > 0
    if (info.pays_fee === 'Yes' && !isKept) throw f.invalid({ type: 'Payment' })
    if (nonce < account.nonce) throw f.invalid({ type: 'Stale' })
    return {
      valid: {
        provides: [tag(who, nonce)],
        requires: nonce > account.nonce ? [tag(who, nonce - 1)] : [],
      },
      state: { who, nonce: account.nonce },
    }
  },
  prepare(ctx, { explicit }, state) {
    if (state === undefined) return state
    if (explicit > state.nonce) throw f.invalid({ type: 'Future' })
    f.system.storage.Account.mutate(ctx, state.who, (account) => ({
      ...account,
      nonce: state.nonce + 1,
    }))
    return state
  },
}

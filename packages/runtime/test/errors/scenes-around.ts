/** Refusals of the other pallets that need a state of their own. */
import * as f from '@taonet/frame'
import * as commitments from '../../src/pallets/commitments/storage.ts'
import * as crowdloans from '../../src/pallets/crowdloan/storage.ts'
import { PalletHotkey } from '../../src/pallets/limit-orders/constants.ts'
import { Multisig } from '../../src/pallets/multisig/index.ts'
import * as safeMode from '../../src/pallets/safe-mode/storage.ts'
import * as s from '../../src/pallets/subtensor/storage.ts'
import { nobody } from '../chain/open-block.ts'
import { type Scene, world } from './scene.ts'
import { all, type Before, pool, rich, TAO } from './states.ts'

const { ctx, signers, netuid, others } = world
const { stranger, hotkey } = signers
const max_weight = f.weight(10n ** 12n, 10n ** 6n)
const WASM = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
/** An empty WebAssembly module that says it is a runtime of this name and version. */
function runtimeCode(spec_name: string, spec_version: number): Uint8Array {
  const version = f.system.constants.Version.get(ctx)
  const bytes = f.system.types.RuntimeVersion.encode({ ...version, spec_name, spec_version })
  const name = f.utf8('runtime_version')
  const content = f.concatBytes(Uint8Array.of(name.length), name, bytes)
  const length = Uint8Array.of((content.length & 0x7f) | 0x80, content.length >> 7)
  return f.concatBytes(WASM, Uint8Array.of(0), length, content)
}
const { spec_name, spec_version } = f.system.constants.Version.get(ctx)

const operation = {
  threshold: 2,
  other_signatories: [...others],
  maybe_timepoint: undefined,
  call: f.System.calls.remark({ remark: new Uint8Array() }),
  max_weight,
}

const loan = {
  creator: stranger,
  deposit: TAO,
  min_contribution: TAO,
  end: 2 ** 31,
  cap: 100n * TAO,
  funds_account: nobody(77),
  raised: TAO,
  target_address: nobody(78),
  call: undefined,
  finalized: false,
  contributors_count: 0,
}
const register = { netuid, hotkey: nobody(79) }
const priced = (tao: bigint, alpha: bigint): Before =>
  all(rich(stranger), pool(tao, alpha), (ctx) => s.Burn.set(ctx, netuid, TAO))

export const AROUND_SCENES: readonly Scene[] = [
  {
    error: 'System.InvalidSpecName',
    who: 'root',
    call: 'System.set_code',
    args: { code: runtimeCode('another', spec_version + 1) },
  },
  {
    error: 'System.SpecVersionNeedsToIncrease',
    who: 'root',
    call: 'System.set_code',
    args: { code: runtimeCode(spec_name, spec_version) },
  },
  {
    error: 'Balances.LiquidityRestrictions',
    who: 'stranger',
    call: 'Proxy.add_proxy',
    args: { delegate: { type: 'Id', value: hotkey }, proxy_type: 'Any' },
    before(ctx) {
      rich(stranger)(ctx)
      const data = f.system.accountData(ctx, stranger)
      f.system.putAccountData(ctx, stranger, { ...data, frozen: data.free })
    },
  },
  {
    error: 'Multisig.WrongTimepoint',
    who: 'stranger',
    call: 'Multisig.as_multi',
    args: { ...operation, maybe_timepoint: { height: 1, index: 9 } },
    before(ctx) {
      rich(stranger)(ctx)
      f.dispatch(ctx, f.Signed(stranger), Multisig.calls.as_multi(operation))
    },
  },
  {
    error: 'Commitments.UnexpectedUnreserveLeftover',
    who: 'hotkey',
    call: 'Commitments.set_commitment',
    args: { netuid, info: { fields: [] } },
    before(ctx) {
      const info = { fields: [] }
      commitments.CommitmentOf.set(ctx, netuid, hotkey, { deposit: TAO, block: 1, info })
    },
  },
  {
    error: 'SafeMode.CurrencyError',
    who: 'root',
    call: 'SafeMode.force_release_deposit',
    args: { account: nobody(80), block: 1 },
    before: (ctx) => safeMode.Deposits.set(ctx, nobody(80), 1, 1n),
  },
  {
    error: 'Crowdloan.Overflow',
    who: 'stranger',
    call: 'Crowdloan.create',
    args: {
      deposit: 10n * TAO,
      min_contribution: TAO,
      cap: 100n * TAO,
      end: ctx.block + 50_400,
      target_address: hotkey,
    },
    before(ctx) {
      rich(stranger)(ctx)
      crowdloans.NextCrowdloanId.set(ctx, f.satU32.MAX)
    },
  },
  {
    error: 'Crowdloan.Underflow',
    who: 'hotkey',
    call: 'Crowdloan.withdraw',
    before(ctx) {
      crowdloans.Crowdloans.set(ctx, 0, loan)
      crowdloans.Contributions.set(ctx, 0, hotkey, TAO)
    },
  },
  {
    error: 'Swap.SwapInputTooLarge',
    who: 'stranger',
    call: 'SubtensorModule.burned_register',
    args: register,
    before: priced(1000n, 10n ** 15n),
  },
  {
    error: 'Swap.ReservesTooLow',
    who: 'stranger',
    call: 'SubtensorModule.burned_register',
    args: register,
    before: priced(10n ** 15n, 1n),
  },
  {
    error: 'LimitOrders.PalletHotkeyNotRegistered',
    who: 'root',
    call: 'LimitOrders.set_pallet_status',
    args: { enabled: true },
    before: (ctx) => s.Owner.remove(ctx, PalletHotkey.get(ctx)),
  },
  { error: 'Contracts.ContractNotFound', who: 'stranger', call: 'Contracts.call' },
  { error: 'Contracts.CodeNotFound', who: 'stranger', call: 'Contracts.remove_code' },
  { error: 'Contracts.CodeRejected', who: 'stranger', call: 'Contracts.upload_code' },
  {
    error: 'Contracts.CodeTooLarge',
    who: 'stranger',
    call: 'Contracts.upload_code',
    args: { code: new Uint8Array(131_073) },
  },
  {
    error: 'Contracts.StorageDepositNotEnoughFunds',
    who: 'stranger',
    call: 'Contracts.call',
    args: { storage_deposit_limit: (1n << 64n) - 1n },
  },
  { error: 'Contracts.NoMigrationPerformed', who: 'stranger', call: 'Contracts.migrate' },
]

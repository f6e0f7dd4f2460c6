/** How locked stake unlocks and how conviction grows out of it. */
import * as f from '@taonet/frame'
import type { Alpha } from '../../../common/units.ts'

const { U64F64, I64F64 } = f
const MIN_EXPONENT = I64F64.fromInt(-40)

/** Time constants of locks, in blocks. */
export interface Rates {
  readonly unlock: bigint
  readonly maturity: bigint
}

/**
 * e^(-dt / tau), the exponent no lower than -40.
 *
 * units   blocks -> U64F64; without time 1, without a time constant 0
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs ConvictionModel::exp_decay
 */
export function expDecay(dt: bigint, tau: bigint): f.U64F64 {
  if (dt === 0n) return U64F64.ONE
  if (tau === 0n) return U64F64.ZERO
  const ratio = I64F64.checkedDiv(I64F64.fromInt(-dt), I64F64.fromInt(tau)) ?? MIN_EXPONENT
  const decay = f.exp(I64F64, ratio < MIN_EXPONENT ? MIN_EXPONENT : ratio) ?? 0n
  return U64F64.from(I64F64, decay)
}

/** What decays. */
export interface Mass {
  readonly locked_mass: Alpha
  readonly conviction: f.U64F64
}

/**
 * Mass and conviction after `dt` blocks. A perpetual lock keeps its mass.
 *
 * units   rao and U64F64 of rao
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs calculate_decayed_mass_and_conviction
 */
export function decay(mass: Mass, dt: bigint, rates: Rates, isPerpetual: boolean): Mass {
  const unlockDecay = expDecay(dt, rates.unlock)
  const maturityDecay = expDecay(dt, rates.maturity)
  const fixedMass = U64F64.fromInt(mass.locked_mass)
  const grown = isPerpetual
    ? U64F64.mul(fixedMass, U64F64.sub(U64F64.ONE, maturityDecay))
    : convictionOfDecaying(fixedMass, { dt, rates, unlockDecay, maturityDecay })
  return {
    locked_mass: isPerpetual ? mass.locked_mass : U64F64.toU64(U64F64.mul(unlockDecay, fixedMass)),
    conviction: U64F64.add(U64F64.mul(maturityDecay, mass.conviction), grown),
  }
}

interface Decays {
  readonly dt: bigint
  readonly rates: Rates
  readonly unlockDecay: f.U64F64
  readonly maturityDecay: f.U64F64
}

/** Conviction that a mass brings forth while it unlocks. */
function convictionOfDecaying(
  mass: f.U64F64,
  { dt, rates, unlockDecay, maturityDecay }: Decays,
): f.U64F64 {
  if (rates.unlock === rates.maturity) {
    const time = U64F64.safeDiv(U64F64.fromInt(dt), U64F64.fromInt(rates.maturity))
    return U64F64.mul(mass, U64F64.mul(time, maturityDecay))
  }
  if (rates.unlock === 0n || rates.maturity === 0n) return U64F64.ZERO
  const difference = I64F64.sub(
    I64F64.from(U64F64, unlockDecay),
    I64F64.from(U64F64, maturityDecay),
  )
  const gamma =
    I64F64.checkedDiv(
      I64F64.mul(I64F64.fromInt(rates.unlock), difference),
      I64F64.fromInt(rates.unlock - rates.maturity),
    ) ?? 0n
  return gamma <= 0n ? U64F64.ZERO : U64F64.mul(mass, U64F64.from(I64F64, gamma))
}

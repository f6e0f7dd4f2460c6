/** Refusals: what the protocol says no with. One shared instance per case, so throwing is cheap. */
import { bytesN, enumeration, struct, u8, type Value, variant } from '../codec/index.ts'
import { type Item, path } from './item.ts'

export const TokenError = enumeration('sp_runtime::TokenError', {
  FundsUnavailable: 0,
  OnlyProvider: 1,
  BelowMinimum: 2,
  CannotCreate: 3,
  UnknownAsset: 4,
  Frozen: 5,
  Unsupported: 6,
  CannotCreateHold: 7,
  NotExpendable: 8,
  Blocked: 9,
})
export const ArithmeticError = enumeration('sp_arithmetic::ArithmeticError', {
  Underflow: 0,
  Overflow: 1,
  DivisionByZero: 2,
})
export const TransactionalError = enumeration('sp_runtime::TransactionalError', {
  LimitReached: 0,
  NoLayer: 1,
})
const TrieError = enumeration('sp_runtime::proving_trie::TrieError', {
  InvalidStateRoot: 0,
  IncompleteDatabase: 1,
  ValueAtIncompleteKey: 2,
  DecoderError: 3,
  InvalidHash: 4,
  DuplicateKey: 5,
  ExtraneousNode: 6,
  ExtraneousValue: 7,
  ExtraneousHashReference: 8,
  InvalidChildReference: 9,
  ValueMismatch: 10,
  IncompleteProof: 11,
  RootMismatch: 12,
  DecodeError: 13,
})
export const ModuleError = struct<{ index: number; error: string }>('sp_runtime::ModuleError', {
  index: u8,
  error: bytesN(4),
})

/** `sp_runtime::DispatchError` on the wire. */
export const DispatchErrorWire = variant('sp_runtime::DispatchError', {
  Other: [0],
  CannotLookup: [1],
  BadOrigin: [2],
  Module: [3, ModuleError],
  ConsumerRemaining: [4],
  NoProviders: [5],
  TooManyConsumers: [6],
  Token: [7, TokenError],
  Arithmetic: [8, ArithmeticError],
  Transactional: [9, TransactionalError],
  Exhausted: [10],
  Corruption: [11],
  Unavailable: [12],
  RootNotAllowed: [13],
  Trie: [14, TrieError],
})
export type DispatchErrorWire = Value<typeof DispatchErrorWire>

/** A refusal by the protocol: `dispatch` reverts what the call did and reports this. */
export abstract class DispatchError extends Error {
  abstract toWire(): DispatchErrorWire
}

/** An error that a pallet declares. */
export class PalletError extends DispatchError implements Item {
  override readonly name = 'PalletError'
  readonly path = path()
  readonly index: number
  readonly docs: string
  /** Index of the pallet in the runtime; written once, when the runtime is assembled. */
  palletIndex = -1

  constructor(index: number, docs: string) {
    super(docs)
    this.index = index
    this.docs = docs
  }
  override toString(): string {
    return `${this.path.pallet}.${this.path.name}: ${this.docs}`
  }
  toWire(): DispatchErrorWire {
    const error = `0x${this.index.toString(16).padStart(2, '0')}000000`
    return { type: 'Module', value: { index: this.palletIndex, error } }
  }
}

/** A refusal that every runtime knows. */
export class SystemError extends DispatchError {
  override readonly name = 'SystemError'
  private readonly wire: DispatchErrorWire
  constructor(wire: DispatchErrorWire, message: string) {
    super(message)
    this.wire = wire
  }
  toWire(): DispatchErrorWire {
    return this.wire
  }
}

/** Declares a pallet's error; `docs` is the sentence that clients show. */
export function error(index: number, docs: string): PalletError {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  const made = new PalletError(index, docs)
  Error.stackTraceLimit = limit
  return made
}

function system(wire: DispatchErrorWire, message: string): SystemError {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  const made = new SystemError(wire, message)
  Error.stackTraceLimit = limit
  return made
}

/** An error with text; the text does not travel on the wire. */
export const other = (message: string): SystemError => system({ type: 'Other' }, message)
export const CannotLookup = system({ type: 'CannotLookup' }, 'The account cannot be looked up.')
export const BadOrigin = system({ type: 'BadOrigin' }, 'The origin may not make this call.')
export const ConsumerRemaining = system(
  { type: 'ConsumerRemaining' },
  'The account is still in use.',
)
export const NoProviders = system({ type: 'NoProviders' }, 'The account does not exist.')
export const TooManyConsumers = system(
  { type: 'TooManyConsumers' },
  'The account has too many consumers.',
)
export const Exhausted = system({ type: 'Exhausted' }, 'Resources are exhausted.')
export const Corruption = system({ type: 'Corruption' }, 'The state is corrupt.')
export const Unavailable = system({ type: 'Unavailable' }, 'A resource is not available now.')
export const RootNotAllowed = system({ type: 'RootNotAllowed' }, 'Root may not make this call.')

const token = (value: Value<typeof TokenError>, message: string) =>
  system({ type: 'Token', value }, message)
export const token_error = {
  FundsUnavailable: token('FundsUnavailable', 'Funds are unavailable.'),
  OnlyProvider: token('OnlyProvider', 'The account would lose its only reason to exist.'),
  BelowMinimum: token('BelowMinimum', 'The account would fall below the minimum.'),
  CannotCreate: token('CannotCreate', 'The account cannot be created.'),
  UnknownAsset: token('UnknownAsset', 'The asset is unknown.'),
  Frozen: token('Frozen', 'The funds are frozen.'),
  Unsupported: token('Unsupported', 'The operation is not supported.'),
  CannotCreateHold: token('CannotCreateHold', 'The hold cannot be created.'),
  NotExpendable: token('NotExpendable', 'The account would die, and may not.'),
  Blocked: token('Blocked', 'The account cannot receive.'),
} as const

const arithmetic = (value: Value<typeof ArithmeticError>, message: string) =>
  system({ type: 'Arithmetic', value }, message)
export const arithmetic_error = {
  Underflow: arithmetic('Underflow', 'An arithmetic underflow.'),
  Overflow: arithmetic('Overflow', 'An arithmetic overflow.'),
  DivisionByZero: arithmetic('DivisionByZero', 'A division by zero.'),
} as const

const transactional = (value: Value<typeof TransactionalError>, message: string) =>
  system({ type: 'Transactional', value }, message)
export const LimitReached = transactional('LimitReached', 'Too many nested storage layers.')
export const NoLayer = transactional('NoLayer', 'There is no storage layer.')

/** Refuses unless `claim` holds. */
export function ensure(claim: boolean, otherwise: DispatchError): asserts claim {
  if (!claim) throw otherwise
}

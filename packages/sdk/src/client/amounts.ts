/** Amounts: integers of rao, and decimal texts of TAO or alpha. */
import { ClientError } from './errors.ts'

export const RAO_PER_TAO = 1_000_000_000n

/** Rao of a decimal text such as `1.5`. Refuses BAD_VALUE: more than nine decimals, other texts. */
export function parseTao(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,9}))?$/.exec(text.replaceAll(/[_,]/g, ''))
  if (!match) throw new ClientError('BAD_VALUE', `${text} is no amount with up to nine decimals`)
  const [, sign, whole = '0', fraction = ''] = match
  const rao = BigInt(whole) * RAO_PER_TAO + BigInt(fraction.padEnd(9, '0'))
  return sign ? -rao : rao
}

/** Decimal text of rao, always with nine decimals: `1.500000000`. */
export function formatTao(rao: bigint): string {
  const digits = String(rao < 0n ? -rao : rao).padStart(10, '0')
  return `${rao < 0n ? '-' : ''}${digits.slice(0, -9)}.${digits.slice(-9)}`
}

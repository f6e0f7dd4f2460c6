/** IP addresses as the chain stores them: one integer, and 4 or 6. */
import { ClientError } from './errors.ts'

export type NetworkAddress = { readonly ip: bigint; readonly ipType: 4 | 6 }

/**
 * Integer of an IPv4 or IPv6 address.
 *
 * refuses BAD_VALUE: a text that is neither
 */
export function parseIp(text: string): NetworkAddress {
  const v4 = parseIpv4(text)
  if (v4 !== undefined) return { ip: v4, ipType: 4 }
  const v6 = parseIpv6(text)
  if (v6 !== undefined) return { ip: v6, ipType: 6 }
  throw new ClientError('BAD_VALUE', `${text} is no IP address`)
}

/** Text of an address; IPv6 in its shortest form. */
export function formatIp(ip: bigint, ipType: number): string {
  if (ipType === 6) return formatIpv6(ip)
  return [24n, 16n, 8n, 0n].map((shift) => String((ip >> shift) & 0xffn)).join('.')
}

function parseIpv4(text: string): bigint | undefined {
  if (!/^(?:\d{1,3}\.){3}\d{1,3}$/.test(text)) return undefined
  const parts = text.split('.').map(Number)
  if (parts.some((part) => part > 255)) return undefined
  return parts.reduce((ip, part) => (ip << 8n) | BigInt(part), 0n)
}

function parseIpv6(text: string): bigint | undefined {
  const withGroups = text.replace(/(?<=:)[\d.]+$/, (tail) => {
    const v4 = parseIpv4(tail)
    return v4 === undefined ? tail : `${(v4 >> 16n).toString(16)}:${(v4 & 0xffffn).toString(16)}`
  })
  const halves = withGroups.split('::')
  if (halves.length > 2) return undefined
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail]
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined
  return groups.reduce((ip, group) => (ip << 16n) | BigInt(`0x${group}`), 0n)
}

/** RFC 5952: lower case, no leading zeros, the longest run of zero groups as `::`. */
function formatIpv6(ip: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) => (ip >> BigInt(112 - 16 * i)) & 0xffffn)
  const text = groups.map((group) => group.toString(16)).join(':')
  const runs = [...text.matchAll(/(?<![^:])0(?::0)+(?![^:])/g)]
  const longest = runs.sort((a, b) => b[0].length - a[0].length || a.index - b.index)[0]
  if (!longest) return text
  const head = text.slice(0, longest.index).replace(/:$/, '')
  const tail = text.slice(longest.index + longest[0].length).replace(/^:/, '')
  return `${head}::${tail}`
}

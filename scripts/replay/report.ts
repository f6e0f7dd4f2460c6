/** Says in words how a block differs: storage items by name, results of calls, events by phase. */
import * as f from '@taonet/frame'
import type { CorpusBlock } from './corpus.ts'
import type { BlockOutcome } from './runner.ts'

/** Rows that hold hashes of other rows: they differ whenever anything does. */
const CONSEQUENCES = new Set([
  'System.ParentHash',
  'System.BlockHash',
  'System.Digest',
  'Ethereum.CurrentBlock',
  'Ethereum.BlockHash',
  'RandomnessCollectiveFlip.RandomMaterial',
])

const SHOWN = 400

/** Names storage keys by the runtime's declarations. */
export class Namer {
  private readonly items = new Map<string, { name: string; item: f.StorageItem }>()

  constructor(runtime: f.Runtime) {
    for (const { pallet } of runtime.entries)
      for (const [name, item] of Object.entries(pallet.storage ?? {}))
        this.items.set(item.prefix, { name: `${pallet.name}.${name}`, item })
  }

  item(key: string): string {
    return this.items.get(key.slice(0, 32))?.name ?? 'unknown'
  }

  key(key: string): string {
    const found = this.items.get(key.slice(0, 32))
    if (!found) return f.keyToHex(key)
    try {
      return `${found.name}(${f.parseKeys(found.item, key).map(text).join(', ')})`
    } catch {
      return `${found.name} ${f.keyToHex(key)}`
    }
  }

  value(key: string, raw: Uint8Array | undefined): string {
    if (raw === undefined) return 'absent'
    const found = this.items.get(key.slice(0, 32))
    try {
      return found ? text(found.item.codec.decode(raw)) : f.toHex(raw)
    } catch {
      return `undecodable ${f.toHex(raw)}`
    }
  }
}

/** A decoded value on one line. */
export function text(value: unknown): string {
  const plain = (_: string, part: unknown): unknown => {
    if (typeof part === 'bigint') return String(part)
    if (part instanceof Uint8Array) return f.toHex(part)
    if (part instanceof Map) return [...part]
    return part
  }
  const full = JSON.stringify(value, plain) ?? 'undefined'
  return full.length > SHOWN ? `${full.slice(0, SHOWN)}… (${full.length})` : full
}

export const resultText = (result: f.ApplyResult | undefined): string => {
  if (result === undefined) return 'not run'
  if (result.ok) return 'Ok'
  const { error } = result
  return error instanceof f.PalletError
    ? `${error.path.pallet}.${error.path.name}`
    : errorText(error)
}
const errorText = (error: f.DispatchError): string => {
  const wire = error.toWire()
  // as corpora write it: Token(FundsUnavailable)
  return typeof wire.value === 'string' ? `${wire.type}(${wire.value})` : wire.type
}

type EventRecords = f.Value<typeof f.EventRecordCodec>[]
const EventRecords = f.vec(f.EventRecordCodec)
const phaseOf = ({ phase }: EventRecords[number]) =>
  phase.type === 'ApplyExtrinsic' ? String(phase.value) : phase.type

function byPhase(records: EventRecords): Map<string, string[]> {
  const phases = new Map<string, string[]>()
  for (const record of records) {
    const { pallet, name, data } = record.event
    const line = `${pallet}.${name} ${text(data)}`
    phases.set(phaseOf(record), [...(phases.get(phaseOf(record)) ?? []), line])
  }
  return phases
}

/** Calls (or hooks) whose events or results differ; `state only` when none does. */
export interface Difference {
  readonly blame: string[]
  /** Storage items that differ, consequences left out. */
  readonly items: string[]
  readonly lines: string[]
}

/** What differs between a block as it should be and as it came out. */
export function differences(namer: Namer, block: CorpusBlock, outcome: BlockOutcome): Difference {
  const lines: string[] = []
  const blame = new Set<string>()
  const items = new Set<string>()
  const label = (phase: string) => block.labels[Number(phase)] ?? phase
  if (outcome.crash) {
    const at = String(outcome.results.length)
    lines.push(`  crash at ${label(at)}: ${outcome.crash.stack ?? outcome.crash.message}`)
    return {
      blame: [`${label(at)} (crash: ${outcome.crash.message.slice(0, 90)})`],
      items: [],
      lines,
    }
  }
  block.results.forEach((wanted, index) => {
    const got = resultText(outcome.results[index])
    if (wanted.startsWith(got) || (got.startsWith('Module') && wanted.includes('.'))) return
    lines.push(`  ${index} ${label(String(index))}: wanted ${wanted}, got ${got}`)
    blame.add(label(String(index)))
  })
  for (const line of eventLines(block, outcome, namer)) {
    lines.push(line.text)
    blame.add(label(line.phase))
  }
  for (const key of new Set([...outcome.wanted.keys(), ...outcome.got.keys()])) {
    const name = namer.item(key)
    const [wanted, got] = [outcome.wanted.get(key), outcome.got.get(key)]
    const both = outcome.wanted.has(key) && outcome.got.has(key)
    if (both && same(wanted, got)) continue
    if (name === 'System.Events') continue
    if (!CONSEQUENCES.has(name)) items.add(name)
    const show = (has: boolean, value: Uint8Array | undefined) =>
      has ? namer.value(key, value) : 'unchanged'
    lines.push(`  ${namer.key(key)}`)
    lines.push(`     wanted ${show(outcome.wanted.has(key), wanted)}`)
    lines.push(`     got    ${show(outcome.got.has(key), got)}`)
  }
  return { blame: blame.size > 0 ? [...blame] : ['state only'], items: [...items], lines }
}

function eventLines(block: CorpusBlock, outcome: BlockOutcome, namer: Namer) {
  const key = [...outcome.got.keys()].find((key) => namer.item(key) === 'System.Events')
  const raw = key === undefined ? undefined : outcome.got.get(key)
  const decode = (bytes: Uint8Array | undefined) => byPhase(bytes ? EventRecords.decode(bytes) : [])
  const [wanted, got] = [decode(f.fromHex(block.events)), decode(raw)]
  const lines: { phase: string; text: string }[] = []
  for (const phase of new Set([...wanted.keys(), ...got.keys()])) {
    const [a, b] = [wanted.get(phase) ?? [], got.get(phase) ?? []]
    for (let i = 0; i < Math.max(a.length, b.length); i++)
      if (a[i] !== b[i])
        lines.push({
          phase,
          text: `  event ${phase}/${i}\n     wanted ${a[i] ?? 'none'}\n     got    ${b[i] ?? 'none'}`,
        })
  }
  return lines
}

const same = (a: Uint8Array | undefined, b: Uint8Array | undefined) =>
  a === undefined || b === undefined ? a === b : f.equalBytes(a, b)

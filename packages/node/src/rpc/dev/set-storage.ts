// `dev_setStorage`: raw pairs, or pallets and items by name with values as polkadot.js prints them.

import type { DevPowers, DevStorageItem, StorageChange } from '../../chain.ts'
import { bytesOfHex, keyOf } from '../hex.ts'
import type { Param } from '../params.ts'
import { invalidParams } from '../rpc-error.ts'
import { refuse } from './failures.ts'

type ByName = Readonly<Record<string, Readonly<Record<string, unknown>>>>

export type StorageEdit =
  | { readonly type: 'raw'; readonly changes: readonly StorageChange[] }
  | { readonly type: 'byName'; readonly pallets: ByName }

export const storageEdit: Param<StorageEdit> = {
  decode(value) {
    if (Array.isArray(value)) return { type: 'raw', changes: value.map(rawChange) }
    if (typeof value !== 'object' || value === null)
      throw invalidParams('expected pairs or pallets')
    for (const items of Object.values(value)) {
      if (typeof items !== 'object' || items === null) throw invalidParams('expected items by name')
    }
    return { type: 'byName', pallets: value as ByName }
  },
}

function rawChange(pair: unknown): StorageChange {
  const [key, value] = Array.isArray(pair) ? pair : []
  const keyBytes = typeof key === 'string' ? bytesOfHex(key) : null
  if (keyBytes === null) throw invalidParams('expected [key, value] with a hex key')
  if (value === null || value === undefined) return [keyOf(keyBytes), undefined]
  const valueBytes = typeof value === 'string' ? bytesOfHex(value) : null
  if (valueBytes === null) throw invalidParams('expected a hex value or null')
  return [keyOf(keyBytes), valueBytes]
}

/**
 * Applies an edit to the head's state.
 *
 * shape   `{System: {Account: [[[address], {…}]], Number: 5, $removePrefix: ['Events']}}`, or `[[key, value]]`
 * refuses names that are not declared and values that do not encode (nothing is written then)
 */
export async function setStorage(dev: DevPowers, edit: StorageEdit): Promise<void> {
  if (edit.type === 'raw') {
    await dev.setStorage(edit.changes)
    return
  }
  const prefixes: string[] = []
  const changes: StorageChange[] = []
  for (const [pallet, items] of Object.entries(edit.pallets)) {
    for (const [name, value] of Object.entries(items)) {
      if (name === '$removePrefix') prefixes.push(...prefixesOf(dev, pallet, value))
      else changes.push(...changesOf(dev.storageItem(pallet, name), value))
    }
  }
  for (const prefix of prefixes) await dev.removePrefix(prefix)
  await dev.setStorage(changes)
}

function prefixesOf(dev: DevPowers, pallet: string, names: unknown): string[] {
  if (!Array.isArray(names)) throw refuse('expected $removePrefix as a list of items')
  return names.map((name) => dev.storageItem(pallet, String(name)).prefix)
}

function changesOf(item: DevStorageItem, value: unknown): StorageChange[] {
  if (item.keyCount === 0) return [item.change([], value)]
  if (!Array.isArray(value)) throw refuse('expected a map as a list of [[keys], value]')
  return value.map((entry: unknown) => {
    const [keys, entryValue] = Array.isArray(entry) ? entry : []
    if (!Array.isArray(keys)) throw refuse('expected an entry as [[keys], value]')
    return item.change(keys, entryValue ?? null)
  })
}

/**
 * A look at an LMDB file before LMDB maps it: in a file that was cut or overwritten, LMDB follows page
 * numbers out of the map and takes the process with it. We follow them first, where it is safe.
 *
 * shape   page: number u64, transaction u64, pad u16, flags u16, lower u16, upper u16, then offsets of
 *         nodes (u16, counted from behind these 24 bytes); the first two pages hold one meta each, the
 *         one with the higher transaction counts
 * source  lmdb-js 3.5 dependencies/lmdb/libraries/liblmdb/mdb.c MDB_page_header, MDB_meta, MDB_node
 */

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { isMissing } from './owner.ts'

const HEADER = 24
const MAGIC = 0xbeefc0de
const VERSION = 2
const NO_PAGE = 2 ** 64
const IS_BRANCH = 1
const IS_LEAF = 2
const IS_OVERFLOW = 4
const NODE_HEADER = 8
const NODE_IS_BIG = 1
const NODE_IS_TABLE = 2
/** Position of the root page within a table's 48 bytes. */
const ROOT_AT = 40

/** Pages looked at: all of a database of 40 MB, the upper ones of a larger one; 30 ms. */
const MOST_PAGES = 10_000

interface Scan {
  readonly fd: number
  readonly pageSize: number
  readonly pages: number
  /** Pages still to be looked at. */
  readonly queue: number[]
}

/** What is wrong with an LMDB file; undefined when nothing is, or when it is absent or empty. */
export function damageOf(file: string): string | undefined {
  let fd: number
  try {
    fd = openSync(file, 'r')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
  try {
    const { size } = fstatSync(fd)
    return size === 0 ? undefined : scan(fd, size)
  } finally {
    closeSync(fd)
  }
}

function scan(fd: number, size: number): string | undefined {
  const first = read(fd, 0, 4096)
  if (first === undefined || !isMeta(first)) return 'its first page is not one of a database'
  const pageSize = first.readUInt32LE(HEADER + 24)
  if (pageSize < 256 || pageSize > 65536 || (pageSize & (pageSize - 1)) !== 0) {
    return `its page size is ${pageSize}`
  }
  const second = read(fd, pageSize, Math.min(4096, pageSize))
  if (second === undefined || !isMeta(second)) return 'its second page is not one of a database'
  const meta = transactionOf(second) > transactionOf(first) ? second : first
  const queue: number[] = []
  const state: Scan = { fd, pageSize, pages: Math.floor(size / pageSize), queue }
  // the list of free pages, and the table of tables
  for (const table of [HEADER + 24, HEADER + 72]) enqueue(state, readU64(meta, table + ROOT_AT))
  for (let i = 0; i < queue.length && i < MOST_PAGES; i++) {
    const damage = lookAt(state, queue[i]!)
    if (damage !== undefined) return damage
  }
  return undefined
}

function isMeta(page: Buffer): boolean {
  return page.readUInt32LE(HEADER) === MAGIC && (page.readUInt32LE(HEADER + 4) & 0xffff) === VERSION
}

const transactionOf = (meta: Buffer): number => readU64(meta, HEADER + 128)

/** 64 bits as a number: page numbers are far below 2^53, and a larger one is wrong in any case. */
function readU64(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 2 ** 32
}

function read(fd: number, position: number, length: number): Buffer | undefined {
  const bytes = Buffer.alloc(length)
  return readSync(fd, bytes, 0, length, position) === length ? bytes : undefined
}

function enqueue({ queue }: Scan, page: number): void {
  // an empty table has no root: all ones, which rounds to 2^64
  if (page < NO_PAGE - 2 ** 12) queue.push(page)
}

function lookAt(state: Scan, number: number): string | undefined {
  if (number >= state.pages) return `it ends before its page ${number}`
  const page = read(state.fd, number * state.pageSize, state.pageSize)
  if (page === undefined) return `it ends in its page ${number}`
  const flags = page.readUInt16LE(18)
  const lower = page.readUInt16LE(20)
  const isTree = (flags & (IS_BRANCH | IS_LEAF)) !== 0
  if (readU64(page, 0) !== number || !isTree) return `its page ${number} is another one`
  if (lower > page.readUInt16LE(22) || HEADER + lower > page.length) {
    return `its page ${number} has no sense`
  }
  for (let at = HEADER; at < HEADER + lower; at += 2) {
    const node = HEADER + page.readUInt16LE(at)
    const isGood = node + NODE_HEADER <= page.length && lookAtNode(state, page, node)
    if (!isGood) return `its page ${number} has a damaged row`
  }
  return undefined
}

function lookAtNode(state: Scan, page: Buffer, at: number): boolean {
  const size = page.readUInt32LE(at)
  const flags = page.readUInt16LE(at + 4)
  const data = at + NODE_HEADER + page.readUInt16LE(at + 6)
  if ((page.readUInt16LE(18) & IS_BRANCH) !== 0) {
    enqueue(state, size + flags * 2 ** 32)
    return data <= page.length
  }
  if ((flags & NODE_IS_BIG) !== 0) return data + 24 <= page.length && isBigGood(state, page, data)
  if (data + size > page.length) return false
  if ((flags & NODE_IS_TABLE) !== 0) {
    if (size < 48) return false
    enqueue(state, readU64(page, data + ROOT_AT))
  }
  return true
}

/** A value on pages of its own: the first of them says how many they are. */
function isBigGood({ fd, pageSize, pages }: Scan, page: Buffer, at: number): boolean {
  const first = readU64(page, at)
  if (first + readU64(page, at + 16) > pages) return false
  const header = read(fd, first * pageSize, HEADER)
  return header !== undefined && (header.readUInt16LE(18) & IS_OVERFLOW) !== 0
}

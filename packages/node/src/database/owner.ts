/**
 * Who has a database folder open: a small file beside the database.
 *
 * LMDB allows several writers; we do not, since each holds the head in memory. On the same machine an
 * owner counts as alive while its process runs (pid and start time, so a reused pid is no owner); from
 * another machine or container, while the file is touched now and then.
 */

import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

const FILE = 'owner.json'
const TOUCH_MS = 10_000
const SILENT_MS = 60_000

export interface Owner {
  readonly pid: number
  /** what the system says about when the process started; empty where it says nothing */
  readonly started: string
  readonly host: string
}

/** The living owner of a folder other than `self`; undefined when it is free. */
export function livingOwner(path: string): Owner | undefined {
  const owner = readOwner(path)
  return owner !== undefined && isAlive(path, owner) ? owner : undefined
}

function readOwner(path: string): Owner | undefined {
  let text: string
  try {
    text = readFileSync(join(path, FILE), 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
  try {
    const owner = JSON.parse(text) as Partial<Owner>
    if (typeof owner.pid !== 'number') return undefined
    return { pid: owner.pid, started: owner.started ?? '', host: owner.host ?? '' }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined // cut short by a power failure
    throw error
  }
}

function isAlive(path: string, owner: Owner): boolean {
  if (owner.host !== hostname()) return Date.now() - touchedAt(path) < SILENT_MS
  return isRunning(owner.pid) && startOf(owner.pid) === owner.started
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // runs, as another user
  }
}

/** Start time of a process in clock ticks since boot, on Linux. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // the name in brackets may hold spaces; field 22 of all is the 20th after it
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return '' // no such file system here, or no such process any more
  }
}

function touchedAt(path: string): number {
  try {
    return statSync(join(path, FILE)).mtimeMs
  } catch (error) {
    if (isMissing(error)) return 0
    throw error
  }
}

/** Makes this process the owner; gives the function that ends it. */
export function takeOwnership(path: string): () => void {
  const owner: Owner = { pid: process.pid, started: startOf(process.pid), host: hostname() }
  writeWhole(join(path, FILE), JSON.stringify(owner))
  const timer = setInterval(() => touch(path), TOUCH_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    rmSync(join(path, FILE), { force: true })
  }
}

function touch(path: string): void {
  const now = new Date()
  try {
    utimesSync(join(path, FILE), now, now)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/** Writes a file so that it is never seen half written. */
export function writeWhole(file: string, text: string): void {
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, text, { flush: true })
  renameSync(fresh, file)
}

export function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}

/** What every bench says first: when, on what, and what is wanted. */
import { cpus } from 'node:os'

export function printHead(target: string): void {
  const [cpu] = cpus()
  const date = new Date().toISOString().slice(0, 10)
  console.log(`${date}, ${cpu?.model}, ${cpus().length} cores, Node ${process.version}`)
  console.log(`target  ${target}`)
}

/** Says whether the target was met, and ends the process accordingly. */
export function printVerdict(isMet: boolean): void {
  console.log(isMet ? 'target met' : 'target missed')
  process.exitCode = isMet ? 0 : 1
}

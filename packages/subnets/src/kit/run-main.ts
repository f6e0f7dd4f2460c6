/** The frame of every entry point: help, errors in one line, exit codes. */
import { SubnetError } from './errors.ts'
import { describeFlags, type Flags, readFlags, type Settings } from './flags.ts'
import { reasonOf } from './log.ts'
import { shutdownSignal } from './shutdown.ts'

export type Main<F extends Flags> = {
  /** Shown by `--help` above the flags. */
  readonly usage: string
  readonly flags: F
  readonly run: (settings: Settings<F>, signal: AbortSignal) => Promise<void>
}

/**
 * Runs a process to its end: 0 when it was asked to end or is done, 1 with the reason on standard
 * error when it failed, 2 when its flags were wrong.
 */
export async function runMain<const F extends Flags>({
  usage,
  flags,
  run,
}: Main<F>): Promise<void> {
  const argv = process.argv.slice(2)
  if (argv.includes('--help')) {
    process.stdout.write(`${usage}\n\n${describeFlags(flags)}\n`)
    return
  }
  const signal = shutdownSignal()
  try {
    await run(readFlags(flags, argv, process.env), signal)
  } catch (error) {
    if (signal.aborted && !(error instanceof SubnetError)) return
    // Ours are worded for people, in lines of their own; others may hold anything.
    const text = error instanceof SubnetError ? error.message : reasonOf(error)
    process.stderr.write(`error: ${text}\n`)
    process.exitCode = error instanceof SubnetError && error.code === 'BAD_FLAG' ? 2 : 1
  }
}

/** `taonet node`: runs a node until it is told to stop. */
import { flushCompileCache } from 'node:module'
import { DatabaseError } from './database/index.ts'
import { FlagError, parseFlags, usage, wantsHelp, wantsVersion } from './flags.ts'
import { Log } from './log.ts'
import { MetricsError } from './metrics.ts'
import { RpcServerError } from './rpc/index.ts'
import { type RunningNode, startNode } from './start.ts'
import { VERSION } from './version.ts'

/** After that long, a node is busy with nothing but blocks. */
const KEEP_CACHE_MS = 3_000

/** What the operator can do something about; everything else is shown with its stack. */
const EXPECTED = [FlagError, RpcServerError, DatabaseError, MetricsError]

function describe(error: unknown): string {
  if (EXPECTED.some((kind) => error instanceof kind)) return (error as Error).message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Parses the flags, runs a node, and ends the process with it. Refuses nothing: it exits with code 1. */
export async function runNode(args: readonly string[]): Promise<void> {
  try {
    await run(args)
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`)
    process.exit(1)
  }
}

async function run(args: readonly string[]): Promise<void> {
  if (wantsHelp(args) || wantsVersion(args)) {
    process.stdout.write(`${wantsHelp(args) ? usage() : VERSION}\n`)
    return
  }
  const flags = parseFlags(args)
  const log = new Log()
  const { chain, fast } = flags
  log.line(
    `taonet ${VERSION}, spec node-subtensor-425, chain ${chain}${fast ? ', fast blocks' : ''}`,
  )
  let running: RunningNode | undefined
  let isStopping = false
  const stop = async (code: number) => {
    // who asks twice does not want to wait
    if (isStopping) process.exit(code || 1)
    isStopping = true
    await running?.stop()
    await log.flush()
    process.exit(code)
  }
  running = await startNode(flags, {
    log: log.line,
    onFailure: (error) => {
      log.line(`no more blocks can be made: ${describe(error)}`)
      void stop(1)
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))
  // a process that is killed later would not keep what it compiled
  setTimeout(flushCompileCache, KEEP_CACHE_MS).unref()
}

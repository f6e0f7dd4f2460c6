/** `taonet node`: runs a node until it is told to stop. */
import { DatabaseError } from './database/index.ts'
import { FlagError, parseFlags, usage, wantsHelp } from './flags.ts'
import { RpcServerError } from './rpc/index.ts'
import { type RunningNode, startNode } from './start.ts'

const print = (line: string) =>
  process.stdout.write(`${new Date().toISOString().replace('T', ' ').slice(0, 23)} ${line}\n`)

async function main(args: readonly string[]): Promise<void> {
  if (wantsHelp(args)) {
    process.stdout.write(`${usage()}\n`)
    return
  }
  const flags = parseFlags(args)
  print(
    `taonet node, spec node-subtensor-425, chain ${flags.chain}${flags.fast ? ' (fast blocks)' : ''}`,
  )
  let running: RunningNode | undefined
  let isStopping = false
  const stop = async (code: number) => {
    if (isStopping) return
    isStopping = true
    await running?.stop()
    process.exit(code)
  }
  running = await startNode(flags, {
    log: print,
    onFailure: (error) => {
      print(`no more blocks can be made: ${error instanceof Error ? error.stack : String(error)}`)
      void stop(1)
    },
  })
  process.on('SIGINT', () => void stop(0))
  process.on('SIGTERM', () => void stop(0))
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const isKnown =
    error instanceof FlagError || error instanceof RpcServerError || error instanceof DatabaseError
  process.stderr.write(
    `${isKnown ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exit(1)
})

/**
 * Compiles the epoch kernel (AssemblyScript) and writes it as a module of the runtime, so that it loads without files.
 *
 * The module is generated on install and not kept in the repository: `npm run build:kernel` makes it again.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'

const ROOT = new URL('..', import.meta.url)
const TARGET = new URL(
  'packages/runtime/src/pallets/subtensor/epoch/generated/kernel-wasm.ts',
  ROOT,
)

const FLAGS = [
  // Fast code; nothing is freed one by one, so the runtime only counts upward.
  ...['--optimizeLevel', '3', '--shrinkLevel', '0', '--converge'],
  ...['--runtime', 'stub', '--noAssert'],
  // No import from the host: what cannot happen traps.
  ...['--use', 'abort='],
]

async function compile(entry: string): Promise<Uint8Array> {
  let wasm: Uint8Array | undefined
  const { error, stderr } = await asc.main(
    [entry, '--baseDir', new URL('.', ROOT).pathname, '--outFile', 'kernel.wasm', ...FLAGS],
    {
      writeFile(name, contents) {
        if (name === 'kernel.wasm' && typeof contents !== 'string') wasm = contents
      },
    },
  )
  if (error !== null) throw new Error(`the kernel does not compile\n${stderr}`, { cause: error })
  if (wasm === undefined) throw new Error('the compiler wrote no module')
  return wasm
}

const wasm = await compile('packages/runtime/kernel/index.ts')
const lines = Buffer.from(wasm)
  .toString('hex')
  .match(/.{1,96}/g)!
  .map((line) => `  '${line}' +`)
mkdirSync(new URL('.', TARGET), { recursive: true })
writeFileSync(
  TARGET,
  `// Written by scripts/build-kernel.ts from packages/runtime/kernel; do not edit.

/** The WebAssembly module of the epoch kernel. */
export const KERNEL_WASM =
${lines.join('\n')}
  ''
`,
)
console.log(`epoch kernel: ${wasm.length} bytes`)

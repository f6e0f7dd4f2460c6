/** The process of `taonet node`. What it compiles is kept, which halves the time of the next start. */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/taonet', import.meta.url)))
// imported only now, so that it comes out of the cache
const { runNode } = await import('./command.ts')
await runNode(process.argv.slice(2))

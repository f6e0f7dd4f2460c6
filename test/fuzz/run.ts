/** The long run: `npm run fuzz -- [--cases N] [--seed N]`. Prints its seed, with which it can be had again. */
import { parseArgs } from 'node:util'
import { fuzz } from './fuzz.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
})
const [seed, cases] = [Number(values.seed), Number(values.cases)]
console.log(`seed ${seed}, ${cases} cases`)
const started = performance.now()
const result = await fuzz({ seed, cases }, (done) => {
  if (done % 10_000 === 0) console.log(`${done} sent`)
})
const seconds = ((performance.now() - started) / 1000).toFixed(1)
console.log(`${JSON.stringify(result)} in ${seconds} s`)

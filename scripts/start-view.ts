/** The live picture of the demo: plain data in, lines of text out. */

export type NeuronRow = {
  readonly uid: number
  readonly name: string
  readonly role: 'owner' | 'validator' | 'miner'
  /** Alpha on the hotkey, rao. */
  readonly stake: bigint
  /** Shares of 1 as the last epoch left them; a validator's trust, a miner's consensus. */
  readonly trust: number
  readonly incentive: number
  readonly dividends: number
  /** Alpha earned since the neuron was set up, rao. */
  readonly earned: bigint
}

export type Step = {
  readonly title: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly detail?: string
}

export type View = {
  readonly endpoint: string
  /** Milliseconds between blocks. */
  readonly blockMs: number
  readonly block: number
  readonly netuid: number
  readonly subnetName: string
  readonly symbol: string
  readonly tempo: number
  /** Epochs that have run, and blocks until the next. */
  readonly epoch: number
  readonly untilEpoch: number
  /** TAO per alpha, in rao per 10⁹ rao. */
  readonly price: bigint
  readonly poolTao: bigint
  readonly poolAlpha: bigint
  /** Per block: TAO into the pool, alpha into the pool, alpha to participants. */
  readonly taoInEmission: bigint
  readonly alphaInEmission: bigint
  readonly alphaOutEmission: bigint
  readonly rows: readonly NeuronRow[]
  /** Last words of the processes, oldest first. */
  readonly news: readonly string[]
  readonly help: readonly string[]
}

/** Styles by name; without colour every style is nothing. */
export type Paint = {
  bold(text: string): string
  dim(text: string): string
  good(text: string): string
  bad(text: string): string
  accent(text: string): string
}

const ESCAPE = '\u001b'
const NAME_WIDTH = 14
const BAR_WIDTH = 16
/** A colour code, or one character. */
const PARTS = new RegExp(`${ESCAPE}\\[[0-9;]*m|.`, 'gsu')
const MARKS = { waiting: '·', running: '…', done: '✓', failed: '✗' } as const

/** Terminal colours, or none. */
export function paintOf(hasColour: boolean): Paint {
  const style = (code: string) => (text: string) =>
    hasColour ? `\u001b[${code}m${text}\u001b[0m` : text
  return {
    bold: style('1'),
    dim: style('2'),
    good: style('32'),
    bad: style('31'),
    accent: style('36'),
  }
}

/** Rao as units with four decimals and grouped thousands, cut and not rounded. */
export function formatUnits(rao: bigint, decimals = 4): string {
  const sign = rao < 0n ? '-' : ''
  const size = rao < 0n ? -rao : rao
  const whole = (size / 1_000_000_000n).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = (size % 1_000_000_000n).toString().padStart(9, '0').slice(0, decimals)
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${rest}`
}

/** Lines of one frame, at most `rows` of them, none wider than `columns`. */
export function renderFrame(
  view: View,
  size: { columns: number; rows: number },
  paint: Paint,
): string[] {
  const table = renderTable(view, paint)
  const head = renderHead(view, paint)
  const help = view.help.map((line) => paint.dim(` ${line}`))
  const room = size.rows - head.length - table.length - help.length - 4
  const news = view.news.slice(-Math.max(room, 0)).map((line) => ` ${line}`)
  const lines = [...head, '', ...table, '', ...news, '', ...help]
  return lines.slice(0, Math.max(size.rows - 1, 1)).map((line) => clip(line, size.columns))
}

/** The same facts as a few plain lines, for output that is no terminal. */
export function renderLog(view: View): string[] {
  const head =
    `block ${view.block} epoch ${view.epoch} price ${formatUnits(view.price, 6)} ` +
    `emission ${formatUnits(view.alphaOutEmission)}/block`
  return [
    head,
    ...view.rows.map(
      (row) =>
        `  uid ${row.uid} ${row.name} (${row.role}) stake ${formatUnits(row.stake)} ` +
        `trust ${share(row.trust)} incentive ${share(row.incentive)} ` +
        `dividends ${share(row.dividends)} earned ${formatUnits(row.earned)}`,
    ),
  ]
}

/** Lines that show how far the preparation is. */
export function renderSteps(steps: readonly Step[], paint: Paint): string[] {
  return steps.map(({ title, state, detail }) => {
    const mark = MARKS[state]
    const painted =
      state === 'done' ? paint.good(mark) : state === 'failed' ? paint.bad(mark) : paint.dim(mark)
    const tail = detail === undefined ? '' : ` ${paint.dim(detail)}`
    return ` ${painted} ${state === 'waiting' ? paint.dim(title) : title}${tail}`
  })
}

function renderHead(view: View, paint: Paint): string[] {
  const { tempo, untilEpoch, symbol } = view
  const done = Math.max(0, Math.min(1, (tempo - untilEpoch) / Math.max(tempo, 1)))
  const bar = barOf(done, 10)
  const perBlock = (rao: bigint): string => formatUnits(rao)
  return [
    ` ${paint.bold('taonet')}  ${view.endpoint}  ${paint.dim(`a block every ${view.blockMs} ms`)}`,
    ` block ${paint.bold(view.block.toLocaleString('en-US'))}   epoch ${paint.bold(`${view.epoch}`)}, ` +
      `next in ${untilEpoch} blocks ${paint.accent(bar)}`,
    ` subnet ${view.netuid} ${paint.bold(view.subnetName)} ${symbol}   ` +
      `price ${paint.bold(`τ${formatUnits(view.price, 6)}`)} per ${symbol}   ` +
      `pool τ${formatUnits(view.poolTao, 2)} : ${symbol}${formatUnits(view.poolAlpha, 2)}`,
    ` emission per block   pool τ${perBlock(view.taoInEmission)} + ` +
      `${symbol}${perBlock(view.alphaInEmission)}   neurons ${symbol}${perBlock(view.alphaOutEmission)}`,
  ]
}

function renderTable({ rows, symbol }: View, paint: Paint): string[] {
  const header =
    ` ${'uid'.padStart(3)}  ${'neuron'.padEnd(NAME_WIDTH)}${'role'.padEnd(10)}` +
    `${`stake ${symbol}`.padStart(14)}${'trust'.padStart(8)}${'incentive'.padStart(11)}` +
    `${'dividends'.padStart(11)}${`earned ${symbol}`.padStart(13)}`
  const most =
    rows
      .map(({ earned }) => earned)
      .sort(compare)
      .at(-1) ?? 0n
  const lines = [...rows]
    .sort((a, b) => roleRank(a) - roleRank(b) || compare(b.earned, a.earned) || a.uid - b.uid)
    .map((row) => renderRow(row, most, paint))
  return [paint.dim(header), ...lines]
}

function renderRow(row: NeuronRow, most: bigint, paint: Paint): string {
  const length = most > 0n ? Number((row.earned * 1000n) / most) / 1000 : 0
  const cells =
    ` ${String(row.uid).padStart(3)}  ${clip(row.name, NAME_WIDTH - 1).padEnd(NAME_WIDTH)}` +
    `${row.role.padEnd(10)}${formatUnits(row.stake).padStart(14)}${share(row.trust).padStart(8)}` +
    `${share(row.incentive).padStart(11)}${share(row.dividends).padStart(11)}`
  const earned = formatUnits(row.earned).padStart(13)
  return `${cells}${paint.bold(earned)} ${paint.good(barOf(length, BAR_WIDTH).trimEnd())}`
}

function roleRank({ role }: NeuronRow): number {
  return ['miner', 'validator', 'owner'].indexOf(role)
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function share(value: number): string {
  return value === 0 ? '·' : value.toFixed(4)
}

/** A bar of eighths of a cell. */
function barOf(part: number, width: number): string {
  const eighths = Math.round(Math.max(0, Math.min(1, part)) * width * 8)
  const rest = eighths % 8
  const full = '█'.repeat(Math.floor(eighths / 8))
  return (full + (rest === 0 ? '' : ' ▏▎▍▌▋▊▉'[rest])).padEnd(width, ' ')
}

/** Cuts a line to a width; colour codes take no room and are closed. */
export function clip(line: string, columns: number): string {
  let width = 0
  let out = ''
  let styled = false
  for (const part of line.match(PARTS) ?? []) {
    if (part.startsWith(ESCAPE)) {
      styled = part !== '\u001b[0m'
      out += part
      continue
    }
    if (width === columns) return styled ? `${out}\u001b[0m` : out
    width++
    out += part
  }
  return out
}

/** Flags of `npm start`. */
export const START_FLAGS = {
  docs: { kind: 'text', help: 'folder of your own .txt and .md files to summarise' },
  'base-path': { kind: 'text', help: 'folder for chain, memory and logs', default: '.taonet/demo' },
  'rpc-port': {
    kind: 'whole',
    help: 'port of the chain',
    min: 1025,
    max: 65_534,
    default: 9944,
  },
  'axon-port': {
    kind: 'whole',
    help: 'port of the first miner; the others follow',
    min: 1025,
    max: 65_500,
    default: 8091,
  },
  blocks: { kind: 'whole', help: 'end after so many blocks of play', min: 1 },
  epochs: { kind: 'whole', help: 'end after so many epochs of play', min: 1 },
  check: { kind: 'switch', help: 'fail at the end unless the better summarisers earned more' },
  reset: { kind: 'switch', help: 'forget everything and begin anew' },
  ui: { kind: 'switch', help: 'live view; --no-ui writes lines', default: true },
} as const

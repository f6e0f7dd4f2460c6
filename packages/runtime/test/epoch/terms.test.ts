import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  earliestCommitBlocks,
  isCommitExpired,
  NO_COMMIT_BLOCK,
} from '../../src/pallets/subtensor/epoch/commit-blocks.ts'
import {
  epochTerms,
  hotkeyEmissions,
  mechanismStorage,
  subnetStorage,
} from '../../src/pallets/subtensor/epoch/terms.ts'
import type { EpochOutput } from '../../src/pallets/subtensor/epoch/types.ts'

/** Results that tell uids apart: everything of uid k is k + 1. */
function numbered(n: number): EpochOutput {
  const uids = Array.from({ length: n }, (_, uid) => uid)
  const parts = Uint16Array.from(uids, (uid) => uid + 1)
  const rao = BigUint64Array.from(uids, (uid) => BigInt(uid + 1))
  const bits = BigInt64Array.from(rao)
  return {
    active: uids.map(() => true),
    stake_weight: parts,
    consensus: parts,
    incentive: parts,
    dividend: parts,
    validator_trust: parts,
    new_validator_permit: uids.map(() => true),
    server_emission: rao,
    validator_emission: rao,
    emission: rao,
    bond: uids.map((uid) => Uint16Array.of(uid, 1)),
    stake: rao,
    exact: { activeStake: bits, consensus: bits, incentive: bits, dividends: bits },
  }
}

test('amounts are listed by hotkey, storage by uid', () => {
  const terms = epochTerms(
    [
      [0, '0xff'],
      [1, '0x0a'],
      [2, '0xb0'],
    ],
    numbered(3),
  )
  assert.deepEqual(hotkeyEmissions(terms), [
    ['0x0a', 2n, 2n],
    ['0xb0', 3n, 3n],
    ['0xff', 1n, 1n],
  ])
  assert.deepEqual(mechanismStorage(terms).Incentive, [1, 2, 3])
  assert.deepEqual(subnetStorage(terms).Emission, [1n, 2n, 3n])
})

test('a uid without a key leaves no gap in storage', () => {
  const terms = epochTerms(
    [
      [0, '0xaa'],
      [2, '0xbb'],
    ],
    numbered(3),
  )
  assert.deepEqual(mechanismStorage(terms).Incentive, [1, 3])
})

test('a key past the last uid has empty results', () => {
  const [term] = epochTerms([[5, '0xaa']], numbered(2))
  assert.deepEqual(
    [term?.uid, term?.emission, term?.active, term?.bond],
    [5, 0n, false, new Uint16Array(0)],
  )
})

test('a hotkey met twice belongs to the later uid', () => {
  const terms = epochTerms(
    [
      [0, '0xaa'],
      [1, '0xaa'],
    ],
    numbered(2),
  )
  assert.deepEqual(
    terms.map(({ uid }) => uid),
    [1],
  )
})

const WINDOW = { currentEpoch: 5n, RevealPeriodEpochs: 2n }

test('a commitment expires after its reveal period', () => {
  assert.equal(isCommitExpired(WINDOW, 3n), false)
  assert.equal(isCommitExpired(WINDOW, 2n), true)
  assert.equal(isCommitExpired(WINDOW, (1n << 64n) - 1n), false)
})

test('the earliest open commitment counts, whichever way it was made', () => {
  const blocks = earliestCommitBlocks(
    {
      WeightCommits: [
        // The first is expired, the third is not looked at although it is earlier.
        [
          '0x00',
          [
            { commitEpoch: 2n, commitBlock: 10n },
            { commitEpoch: 3n, commitBlock: 90n },
            { commitEpoch: 4n, commitBlock: 50n },
          ],
        ],
        ['0x01', [{ commitEpoch: 1n, commitBlock: 10n }]],
        ['0x0f', [{ commitEpoch: 5n, commitBlock: 10n }]],
      ],
      TimelockedWeightCommits: [
        [2n, [{ who: '0x02', commitBlock: 20n }]],
        [
          4n,
          [
            { who: '0x00', commitBlock: 95n },
            { who: '0x02', commitBlock: 80n },
            { who: '0x02', commitBlock: 70n },
          ],
        ],
      ],
    },
    new Map([
      ['0x00', 0],
      ['0x01', 1],
      ['0x02', 2],
      ['0x03', 9],
    ]),
    WINDOW,
    3,
  )
  assert.deepEqual(blocks, [90n, NO_COMMIT_BLOCK, 70n])
})

/**
 * What holds after every block. The rules were held against every state of the replay corpora, which the
 * production runtime made; where it leaves a remainder, the rule says how much and why.
 */
import type * as f from '@taonet/frame'
import { accountsLive } from './accounts.ts'
import { agendaIsIndexed } from './agenda.ts'
import { alphaIsThere, rootIsOneToOne } from './alpha-out.ts'
import { timelocksAreIndexed } from './commitments.ts'
import { contractsAreWhole } from './contracts.ts'
import { crowdloansAddUp } from './crowdloans.ts'
import { preimagesAreHeldFor, reservesAreDeposits, safeModeIsHeldFor } from './deposits.ts'
import { familiesAgree, familiesAreSound } from './families.ts'
import { autoStakesAreListed, ownersKnowTheirs, stakersKnowTheirs } from './hotkeys.ts'
import { leasesAreWhole } from './leases.ts'
import { locksAreListed, locksAreStake } from './locks.ts'
import { goneSubnetsAreGone, networksAreCounted } from './networks.ts'
import { columnsFit, rowsFit, uidsAreKeys } from './neurons.ts'
import { poolsAreInRange } from './pools.ts'
import { rootIndexIsDense } from './root-index.ts'
import { sharesAddUp, stakesAddUp } from './share-pools.ts'
import { reservesAreBacked, totalStakeCovers } from './subnet-tao.ts'

export const INVARIANTS: readonly f.Invariant[] = [
  accountsLive,
  reservesAreDeposits,
  preimagesAreHeldFor,
  safeModeIsHeldFor,
  crowdloansAddUp,
  contractsAreWhole,
  agendaIsIndexed,
  timelocksAreIndexed,
  networksAreCounted,
  goneSubnetsAreGone,
  reservesAreBacked,
  totalStakeCovers,
  poolsAreInRange,
  alphaIsThere,
  rootIsOneToOne,
  sharesAddUp,
  stakesAddUp,
  rootIndexIsDense,
  uidsAreKeys,
  columnsFit,
  rowsFit,
  ownersKnowTheirs,
  stakersKnowTheirs,
  autoStakesAreListed,
  familiesAgree,
  familiesAreSound,
  locksAreStake,
  locksAreListed,
  leasesAreWhole,
]

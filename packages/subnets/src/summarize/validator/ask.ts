/** Asks miners for summaries over HTTP and makes replies of whatever comes back. */
import type { Dendrite } from '@taonet/sdk'
import { printable } from '../../kit/printable.ts'
import { requestOf, Summarize } from '../protocol.ts'
import type { Answer, Task } from '../task.ts'
import type { Candidate, Reply } from './grade.ts'

/** A summary of some sentences fits many times over; more is an attack. */
const MOST_ANSWER_BYTES = 1024 * 1024

/** A candidate that can be reached. */
export type Miner = Candidate & { readonly ip: string; readonly port: number }

/**
 * Asks all miners at once. Each gets its reply: late, away, refusing, oversized or malformed answers
 * become a failure in words; nothing a miner sends makes this throw.
 */
export async function askMiners(
  dendrite: Dendrite,
  miners: readonly Miner[],
  task: Task,
  timeoutSeconds: number,
): Promise<Reply[]> {
  const options = { timeout: timeoutSeconds, maxResponseBytes: MOST_ANSWER_BYTES }
  const messages = await dendrite.query(miners, Summarize, requestOf(task), options)
  return messages.map((message, index) => {
    const { uid, hotkey, registeredAt } = miners[index]!
    const seconds = message.dendrite.process_time ?? timeoutSeconds
    return { uid, hotkey, registeredAt, seconds, ...readAnswer(message, task) }
  })
}

function readAnswer(message: Summarize, task: Task): { answer: Answer } | { failure: string } {
  if (!message.isSuccess) return { failure: failureOf(message) }
  const { summary, cited } = message
  // Everything later walks through the text some times over: what is far too long stops here.
  const passage = task.sentences.reduce((sum, sentence) => sum + sentence.length, 0)
  if (summary.length > 4 * passage + 1000) {
    return { failure: 'answer of absurd length' }
  }
  return { answer: { summary, cited } }
}

function failureOf({ dendrite }: Summarize): string {
  const { status_code, status_message } = dendrite
  const words = printable(status_message ?? '', 120)
  switch (status_code) {
    case null:
      return 'malformed answer: no status'
    case 408:
      return 'no answer in time'
    case 413:
      return 'oversized answer'
    case 422:
      return `malformed answer: ${words}`
    case 503:
      return `out of reach: ${words}`
    default:
      return `refused with ${status_code}: ${words}`
  }
}

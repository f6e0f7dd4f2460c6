/** What a miner's axon does with a request. */
import type { ForwardContext } from '@taonet/sdk'
import { SubnetError } from '../../kit/errors.ts'
import { type Log, reasonOf } from '../../kit/log.ts'
import { refusalOf, type Summarize, taskOf } from '../protocol.ts'
import type { Summariser } from './summarisers.ts'

/** HTTP statuses that tell a validator why there is no summary. */
const STATUS = { badRequest: 400, broken: 500, upstream: 502, upstreamTimeout: 504 } as const

/**
 * A handler that answers with what `summarise` makes. What goes wrong becomes a status of the answer,
 * never an exception: a validator always learns why, the miner goes on.
 */
export function answerWith(
  summarise: Summariser,
  log: Log,
): (message: Summarize, context: ForwardContext) => Promise<Summarize> {
  return async (message, { signal }) => {
    const refusal = refusalOf(message)
    if (refusal !== undefined) return withStatus(message, STATUS.badRequest, refusal)
    const started = performance.now()
    try {
      const { summary, cited } = await summarise(taskOf(message), signal)
      message.summary = summary
      message.cited = [...cited]
      const ms = Math.round(performance.now() - started)
      log.info('answered', { doc: message.doc_id, task: message.task, ms })
      return message
    } catch (error) {
      const reason = reasonOf(error)
      log.warn('no summary', { doc: message.doc_id, reason })
      return withStatus(message, statusOf(error), reason)
    }
  }
}

function statusOf(error: unknown): number {
  if (!(error instanceof SubnetError)) return STATUS.broken
  return error.code === 'ENDPOINT_TIMEOUT' ? STATUS.upstreamTimeout : STATUS.upstream
}

function withStatus(message: Summarize, status: number, reason: string): Summarize {
  message.summary = ''
  message.cited = []
  message.axon.status_code = status
  message.axon.status_message = reason
  return message
}

/** All summarisers a miner can run, by name. */
import { lead3 } from '../rank/lead.ts'
import { lexRank } from '../rank/lexrank.ts'
import type { Extract } from '../rank/pick.ts'
import { textRank } from '../rank/textrank.ts'
import { askEndpoint, type Endpoint, type Request } from './openai.ts'

export const SUMMARISERS = ['lead3', 'textrank', 'lexrank', 'openai'] as const
export type SummariserName = (typeof SUMMARISERS)[number]

/** Answers a request; stops when the signal aborts. */
export type Summariser = (request: Request, signal: AbortSignal) => Extract | Promise<Extract>

/** The summariser of a name; `openai` needs an endpoint. */
export function summariserOf(name: SummariserName, endpoint?: Endpoint): Summariser {
  switch (name) {
    case 'lead3':
      return ({ sentences, maxWords }) => lead3(sentences, maxWords)
    case 'textrank':
      return ({ sentences, maxWords }) => textRank(sentences, maxWords)
    case 'lexrank':
      return ({ sentences, maxWords }) => lexRank(sentences, maxWords)
    case 'openai':
      if (endpoint === undefined) throw new TypeError('openai needs an endpoint')
      return (request, signal) => askEndpoint(endpoint, request, signal)
  }
}

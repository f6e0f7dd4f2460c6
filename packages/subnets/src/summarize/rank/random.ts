/** The summariser that does not read: sentences by lot. */
import type { Draws } from '../../kit/seed.ts'
import { type Extract, takeInOrder } from './pick.ts'

/** Sentences in random order as long as they fit. */
export function randomExtract(
  sentences: readonly string[],
  maxWords: number,
  draws: Draws,
): Extract {
  const order = draws.shuffle(sentences.map((_, index) => index))
  return takeInOrder(sentences, order, maxWords)
}

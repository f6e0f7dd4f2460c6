/** From the replies to one task to scores, one per uid that was asked. */
import { drawsOf, seedOf } from '../../kit/seed.ts'
import { randomExtract } from '../rank/random.ts'
import { scoreOnce } from '../score/duplicates.ts'
import type { Background } from '../score/importance.ts'
import { type Judgement, judge, yardstickOf } from '../score/judge.ts'
import type { Answer, Task } from '../task.ts'

/** Who was asked. */
export type Candidate = {
  readonly uid: number
  readonly hotkey: string
  /** Block of registration. */
  readonly registeredAt: number
}

/** What came back within the time: an answer fit to be judged, or why there is none. */
export type Reply = Candidate & {
  readonly seconds: number
  readonly answer?: Answer
  readonly failure?: string
}

export type Grade = Candidate & {
  readonly score: number
  /** `ok`, or in a few words what was wrong. */
  readonly status: string
  readonly seconds: number
  readonly judgement?: Judgement
}

/** Grades of all that were asked, and the score that a summary by lot earns in the same task. */
export type Graded = { readonly grades: readonly Grade[]; readonly byLot: number }

/**
 * Grades one task. No answer, and a spoiled answer, score 0 and count as asked; of equal answers
 * the oldest uid's counts.
 */
export function gradeReplies(
  task: Task,
  replies: readonly Reply[],
  background: Background,
): Graded {
  const yardstick = yardstickOf(task, background)
  const judged = replies.map((reply) =>
    reply.answer === undefined ? undefined : judge(reply.answer, yardstick),
  )
  const answered = replies.flatMap(({ uid, registeredAt, answer }, index) =>
    answer === undefined
      ? []
      : [{ uid, registeredAt, summary: answer.summary, score: judged[index]!.score }],
  )
  const shared = new Map(scoreOnce(answered, task.kind).map((entry) => [entry.uid, entry]))
  const grades = replies.map((reply, index): Grade => {
    const { uid, hotkey, registeredAt, seconds } = reply
    const judgement = judged[index]
    const base = { uid, hotkey, registeredAt, seconds }
    if (judgement === undefined) return { ...base, score: 0, status: reply.failure ?? 'no answer' }
    const { score, note } = shared.get(uid)!
    return { ...base, score, status: judgement.spoiled ?? note ?? 'ok', judgement }
  })
  return { grades, byLot: judge(answerByLot(task), yardstick).score }
}

function answerByLot({ docId, sentences, maxWords }: Task): Answer {
  return randomExtract(sentences, maxWords, drawsOf(seedOf('lot', docId)))
}

/** A task: a passage to summarise within a word limit. */

/** Whether the summary must consist of the passage's own sentences or may be worded freely. */
export type TaskKind = 'extractive' | 'abstractive'

/** A sentence that a validator planted, and the word that only who obeys it would answer with. */
export type Trap = { readonly index: number; readonly token: string }

export type Task = {
  /** Names the passage and the draw; says nothing about the content. */
  readonly docId: string
  readonly sentences: readonly string[]
  readonly maxWords: number
  /** BCP 47 tag, `en` for instance. */
  readonly lang: string
  readonly kind: TaskKind
  readonly trap?: Trap
}

/** What a miner answered, after the wire has been checked. */
export type Answer = { readonly summary: string; readonly cited: readonly number[] }

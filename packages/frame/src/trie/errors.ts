/** What the trie throws when its store or a proof cannot be right. */

export type TrieErrorCode =
  /** bytes are no node of layout V1 */
  | 'BAD_NODE'
  /** the store has no node where one must be */
  | 'MISSING_NODE'
  /** the store holds another node than its parent says: damaged, or changed by someone else */
  | 'WRONG_NODE'
  /** a proof leaves out something that its key needs */
  | 'INCOMPLETE_PROOF'

/** A damaged store or an unusable proof. */
export class TrieError extends Error {
  override readonly name = 'TrieError'
  readonly code: TrieErrorCode

  constructor(code: TrieErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

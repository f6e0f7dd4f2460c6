/** Text of bytes that the chain holds; what is not UTF-8 shows as replacement characters. */
export function textOf(bytes: Uint8Array | readonly number[]): string {
  return new TextDecoder().decode(Uint8Array.from(bytes))
}

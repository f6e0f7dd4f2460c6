/** Text of strangers, made safe for a log line or a terminal. */

/** One line without control, direction-changing or broken characters, at most `most` long. */
export function printable(text: unknown, most = 200): string {
  const flat = String(text)
    .slice(0, 4 * most)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .trim()
  return flat.length > most ? `${flat.slice(0, most - 1).toWellFormed()}…` : flat
}

/** Passwords of key files in environment variables: hidden from a glance, not encrypted. */

/** Variable for a key file, by its path as given (a leading `~` too). */
export function passwordVariable(path: string): string {
  return `BT_PW_${path.replaceAll(/[/.]/g, '_').toUpperCase()}`
}

/** Value of a password's variable: base64 of its bytes, mixed with the variable's name. */
export function hidePassword(password: string, variable: string): string {
  return Buffer.from(mixed(Buffer.from(password), variable)).toString('base64')
}

/** Password of a variable's value. */
export function revealPassword(value: string, variable: string): string {
  return Buffer.from(mixed(Buffer.from(value, 'base64'), variable)).toString('utf8')
}

function mixed(bytes: Uint8Array, variable: string): Uint8Array {
  const name = Buffer.from(variable)
  return bytes.map((byte, i) => byte ^ (name[i % name.length] ?? 0))
}

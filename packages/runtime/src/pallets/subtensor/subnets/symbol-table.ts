/** Symbols that subnets may bear, as data. */

/** Code points in hex, single ones and ranges; the place of each is its number. */
const CODE_POINTS = [
  // Greek
  '3a4 3b1-3c1 3c3 74 3c5-3c9',
  // Hebrew
  '5d0-5ea',
  // Arabic
  '627-628 62a-63a 641-648 64a 649',
  // Runic
  '16a0 16a2 16a6 16a8 16b1 16b3 42b 16c9 16d2',
  // Ogham
  '1680-1685 169b',
  // Georgian
  '10d0-10d5',
  // Armenian
  '531-536 55e',
  // Cyrillic
  '400-405 44a',
  // Coptic
  '2c80-2c85',
  // Brahmi
  '11000-11003 11005',
  // Sinhala
  'db1 db3-db7',
  // Glagolitic
  '2c00-2c20',
  // Thai
  'e01-e23 e25 e27-e2e',
  // Hangul
  '3131 3134 3137 3139 3141-3142 3145 3147-3148 314a-3163',
  // Ethiopic
  '12a0-12a7 12c8-12ce 12b0-12b6 1310-1312 1218 1314-1316',
  // Devanagari
  '905-90b 90f-910 913-928 92a-930 932 935-939',
  // Katakana
  '30a2 30a4 30a6 30a8 30aa-30ab 30ad 30af 30b1 30b3 30b5 30b7 30b9 30bb 30bd 30bf 30c1 30c4 30c6 30c8 30ca-30cf 30d2 30d5 30d8 30db 30de-30e2 30e4 30e6 30e8-30ed 30ef 30f2-30f3',
  // Tifinagh
  '2d30-2d53',
  // Sinhala
  'd85-d86 d89-d96 d9a-d9e da0-da4 da7 da5-da6 da9 da8 daa-db0',
]

const point = (hex: string) => Number.parseInt(hex, 16)

function rangeOf(text: string): string[] {
  const [first, last = first] = text.split('-')
  const start = point(first as string)
  const count = point(last as string) - start + 1
  return Array.from({ length: count }, (_, i) => String.fromCodePoint(start + i))
}

/**
 * Symbols by number; number 0 is that of root.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/symbols.rs SYMBOLS
 */
export const SYMBOLS: readonly string[] = CODE_POINTS.flatMap((line) =>
  line.split(' ').flatMap(rangeOf),
)

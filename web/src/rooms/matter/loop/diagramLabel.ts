/** Widths by kind of character at 13 px; measured once with the fonts named in the tokens, rounded up. */
const WIDE = 13.2
const NARROW = 7.1
const MOST_LINES = 2

const wide = (char: string) => /[\u2e80-\u9fff\uff00-\uffef]/.test(char)
export const widthOf = (words: string): number => [...words].reduce((sum, char) => sum + (wide(char) ? WIDE : NARROW), 0)

/** Breaks a label into at most two lines of about this width: Chinese anywhere, other words between words. */
export function wrap(label: string, most: number): string[] {
  const pieces = label.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*/g) ?? [label]
  const lines: string[] = []
  // Two lines of like length look better than a full one and a rest.
  const even = Math.max(widthOf(label) / Math.ceil(widthOf(label) / most) + WIDE / 2, Math.min(most, WIDE * 3))
  let line = ''
  for (const piece of pieces) {
    if (line && widthOf((line + piece).trimEnd()) > even && lines.length < MOST_LINES - 1) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  lines.push(line.trimEnd())
  return lines.map((one) => shortened(one, most * 1.25))
}

function shortened(line: string, most: number): string {
  if (widthOf(line) <= most) return line
  const chars = [...line]
  while (chars.length && widthOf(chars.join('')) > most - NARROW) chars.pop()
  return `${chars.join('').trimEnd()}…`
}

/** One glyph, or a whole name on a straight road, with its middle where it stands and how it is turned (radians). */
export interface Glyph {
  text: string
  x: number
  y: number
  angle: number
}

/** A box that a label needs for itself: left, top, width, height. */
export type Box = readonly [number, number, number, number]

export interface Placed {
  glyphs: Glyph[]
  boxes: Box[]
}

/** Glyphs that turn more than this against each other cannot be read as one name (radians). */
const MOST_TURN = 0.6
const STRAIGHT = 0.05
/** Steeper than this, Chinese characters stand upright one below the other, as on printed maps. */
const STEEP = 1.3
const HAN = /^[\p{Script=Han}\d]+$/u

/** Length along a line, x, y, x, y, …, in its own unit. */
export function lengthOf(line: ArrayLike<number>): number {
  let sum = 0
  for (let i = 2; i + 1 < line.length; i += 2) sum += Math.hypot((line[i] as number) - (line[i - 2] as number), (line[i + 1] as number) - (line[i - 1] as number))
  return sum
}

/** Walks along a line only forwards, so that the places of all glyphs are found in one pass. */
class Walker {
  private i = 0
  private before = 0

  constructor(private readonly line: ArrayLike<number>) {}

  at(distance: number): [x: number, y: number] {
    const { line } = this
    for (;;) {
      const x = line[this.i] as number
      const y = line[this.i + 1] as number
      const dx = (line[this.i + 2] as number) - x
      const dy = (line[this.i + 3] as number) - y
      const piece = Math.hypot(dx, dy)
      const last = this.i + 5 >= line.length
      if (distance <= this.before + piece || last) {
        const share = piece === 0 ? 0 : Math.min(1, Math.max(0, (distance - this.before) / piece))
        return [x + share * dx, y + share * dy]
      }
      this.before += piece
      this.i += 2
    }
  }
}

/**
 * Where a name stands on a road: around `middle` pixels from its beginning, glyph by glyph along its bends, read from
 * left to right. Null where the road turns too sharply there.
 *
 * @param widthOf how wide a text is drawn, pixels
 */
export function placeName(name: string, line: ArrayLike<number>, middle: number, size: number, widthOf: (text: string) => number): Placed | null {
  const chars = [...name]
  const [x0, y0, x1, y1] = ends(line, middle, Math.max(size, widthOf(name)) / 2)
  const steep = Math.abs(y1 - y0) > STEEP * Math.abs(x1 - x0) && HAN.test(name)
  const widths = chars.map((char) => (steep ? size * 1.12 : widthOf(char)))
  const length = widths.reduce((sum, one) => sum + one, 0)
  const whole = lengthOf(line)
  if (middle - length / 2 < 0 || middle + length / 2 > whole) return null
  const backwards = steep ? y1 < y0 : x1 < x0
  const way = backwards ? reversed(line) : line
  const start = (backwards ? whole - middle : middle) - length / 2
  const glyphs = steep ? upright(chars, widths, way, start) : turned(chars, widths, way, start)
  if (!glyphs) return null
  const boxes = glyphs.map(({ x, y }): Box => [x - size / 2, y - size / 2, size, size])
  return { glyphs: steep ? glyphs : together(name, glyphs, length), boxes }
}

function ends(line: ArrayLike<number>, middle: number, half: number): [number, number, number, number] {
  const walker = new Walker(line)
  return [...walker.at(Math.max(0, middle - half)), ...walker.at(middle + half)]
}

function upright(chars: string[], widths: number[], line: ArrayLike<number>, start: number): Glyph[] {
  const walker = new Walker(line)
  let from = start
  return chars.map((text, index) => {
    const width = widths[index] as number
    const [x, y] = walker.at(from + width / 2)
    from += width
    return { text, x, y, angle: 0 }
  })
}

function turned(chars: string[], widths: number[], line: ArrayLike<number>, start: number): Glyph[] | null {
  const walker = new Walker(line)
  const glyphs: Glyph[] = []
  let from = start
  let [x0, y0] = walker.at(from)
  for (let index = 0; index < chars.length; index++) {
    from += widths[index] as number
    const [x1, y1] = walker.at(from)
    const angle = Math.atan2(y1 - y0, x1 - x0)
    const before = glyphs[index - 1]
    if (before && turn(before.angle, angle) > MOST_TURN) return null
    glyphs.push({ text: chars[index] as string, x: (x0 + x1) / 2, y: (y0 + y1) / 2, angle })
    ;[x0, y0] = [x1, y1]
  }
  return glyphs
}

const turn = (a: number, b: number) => Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)))

/** On a straight road the name is one piece: the font sets its letters better than we can one by one. */
function together(name: string, glyphs: Glyph[], length: number): Glyph[] {
  const first = glyphs[0]
  const last = glyphs[glyphs.length - 1]
  if (!first || !last || glyphs.some((one) => turn(one.angle, first.angle) > STRAIGHT) || length === 0) return glyphs
  const angle = glyphs.length > 1 ? Math.atan2(last.y - first.y, last.x - first.x) : first.angle
  return [{ text: name, x: (first.x + last.x) / 2, y: (first.y + last.y) / 2, angle }]
}

function reversed(line: ArrayLike<number>): Float32Array {
  const back = new Float32Array(line.length)
  for (let i = 0; i + 1 < line.length; i += 2) {
    back[i] = line[line.length - 2 - i] as number
    back[i + 1] = line[line.length - 1 - i] as number
  }
  return back
}

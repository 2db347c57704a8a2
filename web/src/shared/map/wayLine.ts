import { groundScale } from './mercator'

/** Further from its way than this, metres on the ground, a unit drives another one. */
const OFF_METRES = 150

/** The point half way along a line of x, y, x, y, … */
export function middleOf(line: Float64Array): [number, number] {
  const lengths: number[] = []
  let whole = 0
  for (let i = 2; i + 1 < line.length; i += 2) {
    const length = Math.hypot((line[i] as number) - (line[i - 2] as number), (line[i + 1] as number) - (line[i - 1] as number))
    lengths.push(length)
    whole += length
  }
  let rest = whole / 2
  for (let piece = 0; piece < lengths.length; piece++) {
    const length = lengths[piece] as number
    if (rest <= length && length > 0) {
      const at = 2 * piece
      const share = rest / length
      return [(line[at] as number) + share * ((line[at + 2] as number) - (line[at] as number)), (line[at + 1] as number) + share * ((line[at + 3] as number) - (line[at + 1] as number))]
    }
    rest -= length
  }
  return [line[0] ?? 0, line[1] ?? 0]
}

/**
 * What is left of a way for a unit that has moved along it since it was counted: from the unit to the end.
 * Null where the unit has left the way.
 */
export function restOf(line: Float64Array, x: number, y: number): Float64Array | null {
  let least = Infinity
  let piece = 0
  for (let i = 2; i + 1 < line.length; i += 2) {
    const ax = line[i - 2] as number
    const ay = line[i - 1] as number
    const dx = (line[i] as number) - ax
    const dy = (line[i + 1] as number) - ay
    const square = dx * dx + dy * dy
    const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square))
    const off = Math.hypot(x - ax - share * dx, y - ay - share * dy)
    // Of equals the later: at a crossing of the way with itself the unit has the longer part behind it.
    if (off <= least) {
      least = off
      piece = i
    }
  }
  if (least * groundScale(y) > OFF_METRES) return null
  const rest = new Float64Array(line.length - piece + 2)
  rest[0] = x
  rest[1] = y
  rest.set(line.subarray(piece), 2)
  return rest
}

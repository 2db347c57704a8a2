export type Level = 1 | 2 | 3
export const LEVELS: readonly Level[] = [1, 2, 3]

/** Three greys: what leads through the city, what leads through a district, what leads to a door. */
export function levelOf(roadClass: unknown): Level {
  switch (roadClass) {
    case 'MOTORWAY':
    case 'TRUNK':
    case 'PRIMARY': return 1
    case 'SECONDARY':
    case 'TERTIARY':
    case 'RAMP': return 2
    default: return 3
  }
}

/** Widths in pixels at these zoom levels; between them they grow evenly. */
const ZOOMS = [9, 11, 12, 13, 14, 15, 16, 17, 18, 19]
const WIDTHS: Record<Level, number[]> = {
  1: [0.8, 1.4, 1.8, 2.4, 3.2, 4.4, 6.5, 9, 13, 18],
  2: [0.5, 0.9, 1.2, 1.6, 2.2, 3.2, 4.8, 7, 10, 14],
  3: [0.3, 0.4, 0.6, 0.8, 1.2, 2, 3.2, 5, 8, 11]
}
/** From which zoom level on a road's name helps. */
export const NAMED: Record<Level, number> = { 1: 12.3, 2: 14, 3: 15.2 }

export function widthOf(level: Level, zoom: number): number {
  const widths = WIDTHS[level]
  const above = ZOOMS.findIndex((one) => one >= zoom)
  if (above === 0) return widths[0] as number
  if (above < 0) return widths[widths.length - 1] as number
  const from = ZOOMS[above - 1] as number
  const share = (zoom - from) / ((ZOOMS[above] as number) - from)
  return (widths[above - 1] as number) * (1 - share) + (widths[above] as number) * share
}

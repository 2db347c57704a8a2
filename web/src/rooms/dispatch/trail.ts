import type { UnitFix } from '@/shared/types'

/** A trail drawn into a box: north up, the same scale both ways, with a bar of a round length. */
export interface Sketch {
  points: [number, number][]
  /** The longer side of what is drawn, on the ground. */
  metres: number
  barMetres: number
  barPixels: number
}

const METRES_PER_DEGREE = 111_195
const MARGIN = 18
/** A unit that stood still is a dot, not the noise of its receiver blown up. */
const LEAST_METRES = 100

export function sketch(fixes: readonly UnitFix[], width: number, height: number): Sketch {
  const lats = fixes.map((fix) => fix.lat)
  const lons = fixes.map((fix) => fix.lon)
  const south = Math.min(...lats)
  const west = Math.min(...lons)
  const shrink = Math.cos(((south + Math.max(...lats)) / 2) * (Math.PI / 180))
  const east = (Math.max(...lons) - west) * METRES_PER_DEGREE * shrink
  const north = (Math.max(...lats) - south) * METRES_PER_DEGREE
  const scale = Math.min((width - 2 * MARGIN) / Math.max(east, LEAST_METRES), (height - 2 * MARGIN) / Math.max(north, LEAST_METRES))
  const left = (width - east * scale) / 2
  const bottom = (height + north * scale) / 2
  const round = (value: number) => Math.round(value * 10) / 10
  const points = fixes.map((fix): [number, number] => [round(left + (fix.lon - west) * METRES_PER_DEGREE * shrink * scale), round(bottom - (fix.lat - south) * METRES_PER_DEGREE * scale)])
  const barMetres = [10_000, 5000, 2000, 1000, 500, 200, 100, 50, 20].find((metres) => metres * scale <= width / 3) ?? 10
  return { points, metres: Math.round(Math.max(east, north)), barMetres, barPixels: round(barMetres * scale) }
}

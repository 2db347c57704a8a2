import { type MapFrame, screenX, screenY } from './frame'
import { resolutionOf, zoomOf } from './mercator'

export interface PlanePoint {
  x: number
  y: number
}

/** Ways shorter than this share of the screen say nothing of where they lead. */
const LEAST_SHARE = 0.2

/** Whether the map must move so that all points are seen well: inside a margin, not from too high above, not all in one spot. */
export function mustMove(frame: MapFrame, points: readonly PlanePoint[], leastZoom: number, mostZoom = leastZoom, margin = 48): boolean {
  const zoom = zoomOf(frame.resolution)
  if (zoom < leastZoom) return true
  const xs = points.map((one) => screenX(frame, one.x))
  const ys = points.map((one) => screenY(frame, one.y))
  const span = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))
  if (points.length > 1 && zoom < mostZoom - 0.5 && span < LEAST_SHARE * Math.min(frame.width, frame.height)) return true
  return xs.some((x) => x < margin || x > frame.width - margin) || ys.some((y) => y < margin || y > frame.height - margin)
}

/** A box around points, at least as large as the screen is at a zoom level, so that one point is not looked at from a metre above. */
export function boxAround(points: readonly PlanePoint[], frame: MapFrame, mostZoom: number): [number, number, number, number] {
  const xs = points.map((one) => one.x)
  const ys = points.map((one) => one.y)
  const least = Math.min(frame.width, frame.height) * 0.25 * resolutionOf(mostZoom)
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const dx = Math.max(0, least - (east - west) / 2)
  const dy = Math.max(0, least - (north - south) / 2)
  return [west - dx, south - dy, east + dx, north + dy]
}

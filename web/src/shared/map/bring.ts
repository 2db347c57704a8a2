import { type MapFrame, screenX, screenY } from './frame'
import { resolutionOf, zoomOf } from './mercator'

export interface PlanePoint {
  x: number
  y: number
}

/** Whether the map must move so that all points are seen well: inside a margin, and not from too high above. */
export function mustMove(frame: MapFrame, points: readonly PlanePoint[], leastZoom: number, margin = 48): boolean {
  if (zoomOf(frame.resolution) < leastZoom) return true
  return points.some((one) => {
    const x = screenX(frame, one.x)
    const y = screenY(frame, one.y)
    return x < margin || y < margin || x > frame.width - margin || y > frame.height - margin
  })
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

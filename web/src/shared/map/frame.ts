/** What part of the world the map shows: Web Mercator metres at the upper left corner, metres a pixel, size in CSS pixels. */
export interface MapFrame {
  left: number
  top: number
  resolution: number
  width: number
  height: number
  /** Device pixels for one CSS pixel. */
  ratio: number
}

export const screenX = (frame: MapFrame, x: number): number => (x - frame.left) / frame.resolution
export const screenY = (frame: MapFrame, y: number): number => (frame.top - y) / frame.resolution
export const inside = (frame: MapFrame, px: number, py: number, margin = 0): boolean =>
  px >= -margin && py >= -margin && px <= frame.width + margin && py <= frame.height + margin

/**
 * How long a drawing stays true enough: until the fastest unit has moved by half a pixel. A hall's computer that shows
 * the whole city draws twice a second instead of sixty times.
 *
 * @param fastest metres of the plane a second
 */
export function drawEvery(fastest: number, resolution: number): number {
  if (fastest <= 0) return Infinity
  return Math.min(1000, Math.max(16, (500 * resolution) / fastest))
}

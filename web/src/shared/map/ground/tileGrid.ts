import type { MapFrame } from '../frame'
import { zoomOf } from '../mercator'

/** The deepest level that the server makes tiles for; deeper ones are these, enlarged. */
const MAX_TILE_ZOOM = 16
/** Tiles are drawn about so wide, CSS pixels; on the ladder of zoom levels, which counts 256, they stand one step lower. */
const TILE_PIXELS_STEP = 1
const HALF = Math.PI * 6_378_137

export interface TileAt {
  z: number
  x: number
  y: number
  /** Upper left corner and side, metres of the plane. */
  left: number
  top: number
  side: number
}

/** The tiles that cover a frame, in an order that does not depend on where the frame begins. */
export function tilesOf(frame: MapFrame): TileAt[] {
  const z = Math.min(MAX_TILE_ZOOM, Math.max(0, Math.round(zoomOf(frame.resolution)) - TILE_PIXELS_STEP))
  const side = (2 * HALF) / 2 ** z
  const most = 2 ** z - 1
  const clamp = (value: number) => Math.min(most, Math.max(0, value))
  const x0 = clamp(Math.floor((frame.left + HALF) / side))
  const x1 = clamp(Math.floor((frame.left + frame.width * frame.resolution + HALF) / side))
  const y0 = clamp(Math.floor((HALF - frame.top) / side))
  const y1 = clamp(Math.floor((HALF - frame.top + frame.height * frame.resolution) / side))
  const tiles: TileAt[] = []
  for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) tiles.push({ z, x, y, left: x * side - HALF, top: HALF - y * side, side })
  return tiles
}

export const keyOf = (tile: { z: number; x: number; y: number }): string => `${tile.z}/${tile.x}/${tile.y}`

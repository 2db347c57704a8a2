import type { MapFrame } from './frame'
import { resolutionOf, zoomOf } from './mercator'

export const MIN_ZOOM = 3
export const MAX_ZOOM = 19

/** What part of the world is looked at: the middle in metres of the plane, and the zoom level. */
export interface View {
  x: number
  y: number
  zoom: number
}

export interface Size {
  width: number
  height: number
}

const clampZoom = (zoom: number) => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom))

/** The frame of a view in a box of this size, with `margin` pixels more on every side. */
export function frameOf(view: View, { width, height }: Size, ratio: number, margin = 0): MapFrame {
  const resolution = resolutionOf(view.zoom)
  return {
    left: view.x - (width / 2 + margin) * resolution, top: view.y + (height / 2 + margin) * resolution,
    resolution, width: width + 2 * margin, height: height + 2 * margin, ratio
  }
}

/** The view that shows a box (west, south, east, north) with room around it, from no nearer than a zoom level. */
export function viewOf([west, south, east, north]: readonly [number, number, number, number], { width, height }: Size, padding: number, mostZoom: number): View {
  const resolution = Math.max((east - west) / Math.max(1, width - 2 * padding), (north - south) / Math.max(1, height - 2 * padding))
  return { x: (west + east) / 2, y: (south + north) / 2, zoom: clampZoom(Math.min(mostZoom, resolution > 0 ? zoomOf(resolution) : mostZoom)) }
}

/** Zoomed around a point of the screen, which stays over the same ground. */
export function zoomedAt(view: View, { width, height }: Size, px: number, py: number, step: number): View {
  const zoom = clampZoom(view.zoom + step)
  const change = resolutionOf(view.zoom) - resolutionOf(zoom)
  return { x: view.x + (px - width / 2) * change, y: view.y - (py - height / 2) * change, zoom }
}

/** The view between two, fast at first and slow at the end. While it nears, the ground under both ends moves evenly. */
export function between(from: View, to: View, share: number): View {
  const eased = 1 - (1 - share) ** 3
  const zoom = from.zoom + (to.zoom - from.zoom) * eased
  const [r0, r1, r] = [resolutionOf(from.zoom), resolutionOf(to.zoom), resolutionOf(zoom)]
  // Zooming around a point that stands still moves the middle in step with the resolution; without zoom, evenly.
  const way = Math.abs(r0 - r1) < 1e-9 ? eased : (r0 - r) / (r0 - r1)
  return { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way, zoom }
}

/** Whether a picture of one frame still serves another: drawn at the same scale, and with so many pixels around it left. */
export function serves(picture: MapFrame, frame: MapFrame, spare: number): boolean {
  if (picture.ratio !== frame.ratio || Math.abs(picture.resolution / frame.resolution - 1) > 1e-9) return false
  const left = (frame.left - picture.left) / frame.resolution
  const above = (picture.top - frame.top) / frame.resolution
  return left >= spare && above >= spare && picture.width - frame.width - left >= spare && picture.height - frame.height - above >= spare
}

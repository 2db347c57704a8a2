import type { MapFrame } from '../frame'
import { screenX, screenY } from '../frame'
import { LabelSpace } from '../labels'
import { zoomOf } from '../mercator'
import { type Glyph, lengthOf, type Placed, placeName } from './alongLine'
import type { PrecinctShape } from './precincts'
import { type Level, NAMED, widthOf } from './roadStyle'
import type { TileAt } from './tileGrid'
import type { TileLine } from './vectorTile'

/** The colours of the ground; `MapColours` has them. */
export interface GroundColours {
  road1: string
  road2: string
  road3: string
  border: string
  label: string
  halo: string
  font: string
}

export interface RoadTile {
  at: TileAt
  /** Units along a side of the tile. */
  extent: number
  byLevel: Record<Level, TileLine[]>
}

export type Canvas2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** So many lines are stroked at once: one by one is slow, and all at once is slower still, because they cross. */
const AT_ONCE = 48
const REPEAT_PIXELS = 420
/** The same name is not said twice within this distance: a dual carriageway is two lines. */
const APART_PIXELS = 240
const PRECINCT_ZOOMS = [10.5, 16.5] as const

/** Draws the ground of a frame on an empty canvas whose pixels are the frame's: roads, borders, then names. */
export function paintGround(ctx: Canvas2d, frame: MapFrame, tiles: readonly RoadTile[], precincts: readonly PrecinctShape[], colours: GroundColours): void {
  const zoom = zoomOf(frame.resolution)
  ctx.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0)
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  for (const level of [3, 2, 1] as const) {
    ctx.strokeStyle = colours[`road${level}`]
    ctx.lineWidth = widthOf(level, zoom)
    for (const tile of tiles) strokeRoads(ctx, frame, tile, tile.byLevel[level])
  }
  const near = precincts.filter((one) => touches(frame, one.box))
  strokeBorders(ctx, frame, near, colours)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  const space = new LabelSpace()
  namePrecincts(ctx, frame, zoom, near, colours, space)
  nameRoads(ctx, frame, zoom, tiles, colours, space)
}

const touches = (frame: MapFrame, [west, south, east, north]: PrecinctShape['box']) =>
  east >= frame.left && west <= frame.left + frame.width * frame.resolution && south <= frame.top && north >= frame.top - frame.height * frame.resolution

function strokeRoads(ctx: Canvas2d, frame: MapFrame, tile: RoadTile, lines: readonly TileLine[]): void {
  const x0 = screenX(frame, tile.at.left)
  const y0 = screenY(frame, tile.at.top)
  const scale = tile.at.side / tile.extent / frame.resolution
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    ctx.beginPath()
    for (const { points } of lines.slice(from, from + AT_ONCE)) {
      ctx.moveTo(x0 + (points[0] as number) * scale, y0 + (points[1] as number) * scale)
      for (let i = 2; i + 1 < points.length; i += 2) ctx.lineTo(x0 + (points[i] as number) * scale, y0 + (points[i + 1] as number) * scale)
    }
    ctx.stroke()
  }
}

function strokeBorders(ctx: Canvas2d, frame: MapFrame, precincts: readonly PrecinctShape[], colours: GroundColours): void {
  ctx.strokeStyle = colours.border
  ctx.lineWidth = 1
  ctx.setLineDash([6, 4, 1, 4])
  for (const ring of precincts.flatMap((one) => one.rings)) {
    ctx.beginPath()
    let lastX = NaN
    let lastY = NaN
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const x = screenX(frame, ring[i] as number)
      const y = screenY(frame, ring[i + 1] as number)
      // Points closer than a pixel cannot be seen, and dashes make every point dear.
      if (i > 0 && i + 3 < ring.length && Math.abs(x - lastX) + Math.abs(y - lastY) < 1) continue
      if (i === 0) ctx.moveTo(x, y)
      else ctx.lineTo(x, y)
      lastX = x
      lastY = y
    }
    ctx.stroke()
  }
  ctx.setLineDash([])
}

/** A station's name where its precinct fills a good part of the screen. These come first: no road's name pushes them away. */
function namePrecincts(ctx: Canvas2d, frame: MapFrame, zoom: number, precincts: readonly PrecinctShape[], colours: GroundColours, space: LabelSpace): void {
  if (zoom < PRECINCT_ZOOMS[0] || zoom > PRECINCT_ZOOMS[1]) return
  const size = zoom < 12.5 ? 11 : 13
  ctx.font = `600 ${size}px ${colours.font}`
  for (const { name, middle } of precincts) {
    if (!name || !middle) continue
    const x = screenX(frame, middle.x)
    const y = screenY(frame, middle.y)
    const width = ctx.measureText(name).width
    if (space.claim(x - width / 2, y - size / 2, width, size)) write(ctx, [{ text: name, x, y, angle: 0 }], colours, 3.5)
  }
}

/** Names stand along their road, in the system's own fonts: no glyphs are fetched from anywhere. */
function nameRoads(ctx: Canvas2d, frame: MapFrame, zoom: number, tiles: readonly RoadTile[], colours: GroundColours, space: LabelSpace): void {
  const placedAt = new Map<string, [number, number][]>()
  for (const level of [1, 2, 3] as const) {
    if (zoom < NAMED[level]) break
    const size = level === 1 ? 12 : 11
    ctx.font = `${level === 1 ? '500 ' : ''}${size}px ${colours.font}`
    const widths = new Map<string, number>()
    const widthOfText = (text: string) => {
      let width = widths.get(text)
      if (width === undefined) widths.set(text, (width = ctx.measureText(text).width))
      return width
    }
    for (const tile of tiles) {
      for (const { name, points } of tile.byLevel[level]) {
        if (!name) continue
        const line = onScreen(frame, tile, points)
        const length = lengthOf(line)
        if (length < widthOfText(name) + 8) continue
        const times = Math.max(1, Math.floor(length / REPEAT_PIXELS))
        for (let turn = 0; turn < times; turn++) {
          const placed = placeName(name, line, ((turn + 0.5) * length) / times, size, widthOfText)
          if (placed && mayStand(frame, name, placed, placedAt, space)) write(ctx, placed.glyphs, colours, 3)
        }
      }
    }
  }
}

function mayStand(frame: MapFrame, name: string, placed: Placed, placedAt: Map<string, [number, number][]>, space: LabelSpace): boolean {
  const first = placed.glyphs[Math.floor(placed.glyphs.length / 2)]
  if (!first || first.x < 0 || first.y < 0 || first.x > frame.width || first.y > frame.height) return false
  const others = placedAt.get(name) ?? []
  if (others.some(([x, y]) => Math.hypot(x - first.x, y - first.y) < APART_PIXELS)) return false
  if (!space.claimAll(placed.boxes)) return false
  placedAt.set(name, [...others, [first.x, first.y]])
  return true
}

function onScreen(frame: MapFrame, tile: RoadTile, points: Int16Array): Float32Array {
  const x0 = screenX(frame, tile.at.left)
  const y0 = screenY(frame, tile.at.top)
  const scale = tile.at.side / tile.extent / frame.resolution
  const line = new Float32Array(points.length)
  for (let i = 0; i + 1 < points.length; i += 2) {
    line[i] = x0 + (points[i] as number) * scale
    line[i + 1] = y0 + (points[i + 1] as number) * scale
  }
  return line
}

/** All halos before all letters: the halo of one letter must not cut into the one before. */
function write(ctx: Canvas2d, glyphs: readonly Glyph[], colours: GroundColours, halo: number): void {
  ctx.strokeStyle = colours.halo
  ctx.lineWidth = halo
  ctx.fillStyle = colours.label
  for (const draw of ['strokeText', 'fillText'] as const) {
    for (const { text, x, y, angle } of glyphs) {
      if (angle === 0) {
        ctx[draw](text, x, y)
        continue
      }
      ctx.translate(x, y)
      ctx.rotate(angle)
      ctx[draw](text, 0, 0)
      ctx.rotate(-angle)
      ctx.translate(-x, -y)
    }
  }
}

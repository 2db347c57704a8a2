import type { MapColours } from './colours'
import { type Fleet, SILENT_MS, STATUSES } from './fleet'
import type { MapFrame } from './frame'
import { PixelPlane, type Sprite, spriteOf } from './plane'
import { drawUnit } from './unitMark'

const HEADINGS = 32
/** One more for units whose heading nobody knows. */
const LOOKS = HEADINGS + 1
const MOST_RATIO = 2
/** Marks smaller than this stand so close that a halo around each would only hide the next. */
const CROWDED = 5

/** Half of a unit's size: smaller where the map shows much ground, and where it would be covered with them. */
export function unitRadius(zoom: number, visible: number): number {
  const near = zoom >= 15 ? 9 : zoom >= 13 ? 7.5 : zoom >= 11.5 ? 6 : 5
  return visible > 4000 ? Math.min(near, 3.8) : visible > 1500 ? Math.min(near, 5.5) : near
}

/** Draws all units on a canvas of their own. Nothing below or above it is drawn again for a unit that moved. */
export class UnitLayer {
  /** How many units are on the screen, which, and where in CSS pixels. */
  visible = 0
  which = new Int32Array(0)
  xs = new Float32Array(0)
  ys = new Float32Array(0)
  radius = 0

  private plane: PixelPlane | null = null
  private sprites: Sprite[] = []
  private spriteKey = ''
  private readonly ctx: CanvasRenderingContext2D | null

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.ctx = canvas.getContext('2d')
  }

  /**
   * Draws the fleet as it is at `now` on its own clock.
   *
   * @param clock milliseconds of the instance's clock, to tell who is silent
   */
  draw(fleet: Fleet, frame: MapFrame, zoom: number, colours: MapColours, now: number, clock: number): void {
    const ratio = Math.min(MOST_RATIO, frame.ratio)
    const plane = this.resized(Math.round(frame.width * ratio), Math.round(frame.height * ratio))
    fleet.advance(now)
    this.cull(fleet, frame)
    this.radius = unitRadius(zoom, this.visible)
    this.prepare(colours, this.radius, ratio)
    plane.clear()
    // A status at a time, so that those at work are never hidden by those that are free.
    const order = this.byStatus(fleet)
    const silentBefore = clock - SILENT_MS
    for (let at = 0; at < this.visible; at++) {
      const slot = order[at] as number
      const unit = this.which[slot] as number
      const course = fleet.course[unit] as number
      const look = Number.isNaN(course) ? HEADINGS : Math.round((course * HEADINGS) / 360) % HEADINGS
      const silent = (fleet.fixedAt[unit] as number) < silentBefore ? 1 : 0
      const sprite = this.sprites[((fleet.status[unit] as number) * 2 + silent) * LOOKS + look]
      if (sprite) plane.stamp(sprite, Math.round((this.xs[slot] as number) * ratio), Math.round((this.ys[slot] as number) * ratio))
    }
    this.ctx?.putImageData(plane.image, 0, 0)
  }

  private cull(fleet: Fleet, frame: MapFrame): void {
    if (this.which.length < fleet.count) {
      this.which = new Int32Array(fleet.count * 2)
      this.xs = new Float32Array(fleet.count * 2)
      this.ys = new Float32Array(fleet.count * 2)
    }
    const margin = 12
    let visible = 0
    for (let index = 0; index < fleet.count; index++) {
      const px = ((fleet.x[index] as number) - frame.left) / frame.resolution
      const py = (frame.top - (fleet.y[index] as number)) / frame.resolution
      if (px < -margin || py < -margin || px > frame.width + margin || py > frame.height + margin) continue
      this.which[visible] = index
      this.xs[visible] = px
      this.ys[visible] = py
      visible++
    }
    this.visible = visible
  }

  private byStatus(fleet: Fleet): Int32Array {
    const next = new Int32Array(STATUSES.length + 1)
    for (let slot = 0; slot < this.visible; slot++) {
      const status = fleet.status[this.which[slot] as number] as number
      next[status + 1] = (next[status + 1] as number) + 1
    }
    for (let status = 0; status < STATUSES.length; status++) next[status + 1] = (next[status + 1] as number) + (next[status] as number)
    const order = new Int32Array(this.visible)
    for (let slot = 0; slot < this.visible; slot++) {
      const status = fleet.status[this.which[slot] as number] as number
      order[next[status] as number] = slot
      next[status] = (next[status] as number) + 1
    }
    return order
  }

  private resized(width: number, height: number): PixelPlane {
    if (!this.plane || this.plane.width !== width || this.plane.height !== height) {
      this.canvas.width = width
      this.canvas.height = height
      this.plane = new PixelPlane(width, height)
    }
    return this.plane
  }

  /** Draws every status in every direction once, and keeps the pixels. */
  private prepare(colours: MapColours, radius: number, ratio: number): void {
    const key = `${radius}|${ratio}|${colours.ground}|${colours.free}|${colours.way}`
    if (key === this.spriteKey) return
    this.spriteKey = key
    const size = Math.ceil(radius * ratio * 3.2) | 1
    const sheet = document.createElement('canvas')
    sheet.width = size * LOOKS
    sheet.height = size * STATUSES.length * 2
    const ctx = sheet.getContext('2d', { willReadFrequently: true })
    if (!ctx) return
    const cells: [number, number][] = []
    for (let row = 0; row < STATUSES.length * 2; row++) {
      for (let look = 0; look < LOOKS; look++) {
        const course = look === HEADINGS ? NaN : (look * 360) / HEADINGS
        drawUnit(ctx, look * size + size / 2, row * size + size / 2, radius * ratio, STATUSES[row >> 1] as string, course, row % 2 === 1, colours, radius >= CROWDED)
        cells.push([look * size, row * size])
      }
    }
    const image = ctx.getImageData(0, 0, sheet.width, sheet.height)
    const pixels = new Uint32Array(image.data.buffer)
    this.sprites = cells.map(([left, top]) => spriteOf(pixels, image.data, sheet.width, left, top, size))
  }
}

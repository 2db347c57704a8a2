import type { MapColours } from './colours'
import { Fleet, type FleetFix, type FleetUnit } from './fleet'
import { drawEvery, type MapFrame, screenX, screenY } from './frame'
import { HitGrid } from './hitGrid'
import { zoomOf } from './mercator'
import { drawScene, followsUnits, type SceneState } from './scene'
import { UnitLayer } from './unitLayer'

export interface Hit {
  incidentId: string | null
  unitId: string | null
}

const INCIDENT_REACH = 14
const STALE_GRID_MS = 200
/** The ground was drawn so short ago that it is being moved: it will take us along with its next frame. */
const FOLLOWING_MS = 25

/**
 * What moves above the ground: units on one canvas, incidents and words on another. It draws when the ground was moved,
 * when something changed, and else only as often as the fastest unit can be seen to move.
 */
export class Overlay {
  readonly fleet = new Fleet()
  readonly units: UnitLayer
  frame: MapFrame | null = null
  /** Draw every frame, whether needed or not: to measure. */
  continuous = false

  private readonly ctx: CanvasRenderingContext2D | null
  private readonly grid = new HitGrid()
  private gridAt = -1
  private handle = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private worked = 0
  private followedAt = -1000
  private sceneOld = true
  private closed = false

  constructor(
    unitCanvas: HTMLCanvasElement,
    private readonly sceneCanvas: HTMLCanvasElement,
    private colours: MapColours,
    private state: SceneState,
    private readonly clock: () => number
  ) {
    this.units = new UnitLayer(unitCanvas)
    this.ctx = sceneCanvas.getContext('2d')
  }

  /** The ground was drawn: we follow in the same frame, so that nothing lags behind it. */
  follow(frame: MapFrame): void {
    const { width, height, ratio } = frame
    if (this.sceneCanvas.width !== Math.round(width * ratio) || this.sceneCanvas.height !== Math.round(height * ratio)) {
      this.sceneCanvas.width = Math.round(width * ratio)
      this.sceneCanvas.height = Math.round(height * ratio)
    }
    this.frame = frame
    this.sceneOld = true
    this.followedAt = performance.now()
    this.draw()
  }

  sync(units: Iterable<FleetUnit>, live: ReadonlyMap<string, FleetFix>): void {
    const began = performance.now()
    this.fleet.sync(units, live, began)
    this.worked += performance.now() - began
    this.request()
  }

  show(state: SceneState): void {
    this.state = state
    this.sceneOld = true
    this.request()
  }

  recolour(colours: MapColours): void {
    this.colours = colours
    this.sceneOld = true
    this.request()
  }

  /** Draws at the next frame, once however often it was asked. */
  request(): void {
    if (this.closed || this.handle !== 0) return
    this.handle = requestAnimationFrame(() => {
      this.handle = 0
      if (performance.now() - this.followedAt < FOLLOWING_MS) this.request()
      else this.draw()
    })
  }

  /** Milliseconds of work since the last time this was asked. */
  spent(): number {
    const spent = this.worked
    this.worked = 0
    return spent
  }

  /** What lies at a point of the screen: an incident before a unit. Asked again at the same place, the next below. */
  hit(px: number, py: number, not: string | null = null): Hit {
    const frame = this.frame
    if (!frame) return { incidentId: null, unitId: null }
    const under = this.state.incidents.filter((one) => Math.hypot(screenX(frame, one.x) - px, screenY(frame, one.y) - py) <= INCIDENT_REACH).reverse()
    if (under.length > 0) {
      const at = under.findIndex((one) => one.id === not)
      return { incidentId: under[(at + 1) % under.length]?.id ?? null, unitId: null }
    }
    const now = performance.now()
    if (now - this.gridAt > STALE_GRID_MS) {
      this.grid.build(this.units.visible, this.units.xs, this.units.ys, frame.width, frame.height)
      this.gridAt = now
    }
    const slot = this.grid.nearest(px, py, Math.max(9, this.units.radius + 4))
    return { incidentId: null, unitId: slot < 0 ? null : (this.fleet.ids[this.units.which[slot] as number] ?? null) }
  }

  close(): void {
    this.closed = true
    cancelAnimationFrame(this.handle)
    clearTimeout(this.timer)
  }

  private draw(): void {
    const { frame, ctx } = this
    if (!frame || !ctx || frame.width === 0) return
    const began = performance.now()
    const zoom = zoomOf(frame.resolution)
    this.units.draw(this.fleet, frame, zoom, this.colours, began, this.clock())
    // A unit that moved draws the scene again only where the scene hangs on units.
    if (this.sceneOld || followsUnits(this.state, zoom)) drawScene(ctx, frame, zoom, this.state, this.fleet, this.units, this.colours)
    this.sceneOld = false
    this.gridAt = -1
    this.worked += performance.now() - began
    this.next(began, frame)
  }

  private next(now: number, frame: MapFrame): void {
    clearTimeout(this.timer)
    if (this.continuous) return this.request()
    if (!this.fleet.moving(now)) return
    const wait = drawEvery(this.fleet.fastest, frame.resolution)
    if (wait <= 20) this.request()
    else if (wait < Infinity) this.timer = setTimeout(() => this.request(), wait)
  }
}

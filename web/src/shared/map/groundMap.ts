import type { MapColours } from './colours'
import type { MapFrame } from './frame'
import { listenToHands } from './gestures'
import type { FromPainter, ToPainter } from './ground/painter'
import { resolutionOf } from './mercator'
import { between, frameOf, serves, type Size, type View, viewOf, zoomedAt } from './view'

/** The picture is so much larger than the map on every side: pushing the map shows ground that is painted already. */
const MARGIN = 192
/** With less than this left on a side, the next picture is ordered. */
const SPARE = 96
const ZOOM_MS = 160

type Box = readonly [west: number, south: number, east: number, north: number]

/**
 * The ground: a picture of roads and precincts that a thread of its own paints, somewhat larger than the map. To push the
 * map is to push the picture; nothing is drawn for it. While the map is zoomed the last picture is stretched until the
 * next one is there. It knows nothing of units and incidents; `Overlay` draws those above and follows each frame.
 */
export class GroundMap {
  private view: View = { x: 0, y: 0, zoom: 3 }
  private size: Size = { width: 0, height: 0 }
  private readonly picture = document.createElement('canvas')
  private readonly screen = this.picture.getContext('bitmaprenderer')
  private readonly worker = new Worker(new URL('./ground/ground.worker.ts', import.meta.url), { type: 'module' })
  private readonly deafen: () => void
  private shown: MapFrame | null = null
  private asked: MapFrame | null = null
  private waiting: (() => void) | null = null
  private handle = 0
  private moving = 0

  constructor(private readonly target: HTMLElement, colours: MapColours, private readonly onFrame: (frame: MapFrame) => void, onClick: (px: number, py: number) => void) {
    target.style.touchAction = 'none'
    Object.assign(this.picture.style, { position: 'absolute', left: '0', top: '0', transformOrigin: '0 0', willChange: 'transform' })
    target.append(this.picture)
    this.worker.onmessage = (event: MessageEvent<FromPainter>) => this.take(event.data)
    this.restyle(colours)
    this.deafen = listenToHands(target, { drag: (dx, dy) => this.pan(-dx, -dy, 0), zoomAt: (px, py, step, slowly) => this.go(zoomedAt(this.view, this.size, px, py, step), slowly ? ZOOM_MS : 0), click: onClick })
    this.resized()
  }

  /** Shows the roads of a version; the same again changes nothing. */
  showRoads(version: string): void {
    this.tell({ kind: 'roads', version })
  }

  showPrecincts(geoJson: unknown): void {
    this.tell({ kind: 'precincts', geoJson })
  }

  restyle({ road1, road2, road3, border, label, halo, font }: MapColours): void {
    this.tell({ kind: 'colours', colours: { road1, road2, road3, border, label, halo, font } })
  }

  /** Brings a box (metres of the plane) into view; where the map has no size yet, as soon as it has one. */
  fit(box: Box, duration: number, maxZoom = 17, padding = 70): void {
    if (this.size.width === 0) this.waiting = () => this.fit(box, 0, maxZoom, padding)
    else this.go(viewOf(box, this.size, padding, maxZoom), this.shown ? duration : 0)
  }

  pan(dx: number, dy: number, duration: number): void {
    const resolution = resolutionOf(this.view.zoom)
    this.go({ ...this.view, x: this.view.x + dx * resolution, y: this.view.y - dy * resolution }, duration)
  }

  zoomBy(step: number, duration: number): void {
    this.go(zoomedAt(this.view, this.size, this.size.width / 2, this.size.height / 2, step), duration)
  }

  resized(): void {
    this.size = { width: this.target.clientWidth, height: this.target.clientHeight }
    const { waiting } = this
    if (waiting && this.size.width > 0) {
      this.waiting = null
      waiting()
    }
    this.changed()
  }

  close(): void {
    cancelAnimationFrame(this.handle)
    this.handle = -1
    this.moving++
    this.deafen()
    this.worker.terminate()
    this.picture.remove()
  }

  private tell(wish: ToPainter): void {
    this.worker.postMessage(wish)
  }

  private go(to: View, duration: number): void {
    const turn = ++this.moving
    if (duration <= 0) {
      this.view = to
      return this.changed()
    }
    const from = this.view
    const began = performance.now()
    const step = () => {
      if (turn !== this.moving) return
      const share = Math.min(1, Math.max(0, (performance.now() - began) / duration))
      this.view = between(from, to, share)
      this.changed()
      if (share < 1) requestAnimationFrame(step)
    }
    step()
  }

  /** Once a frame, however often the view was changed. */
  private changed(): void {
    if (this.handle !== 0) return
    this.handle = requestAnimationFrame(() => {
      this.handle = 0
      this.place()
    })
  }

  private place(): void {
    if (this.size.width === 0 || this.size.height === 0) return
    const ratio = window.devicePixelRatio || 1
    const frame = frameOf(this.view, this.size, ratio)
    this.putPicture(frame)
    this.onFrame(frame)
    if (this.asked && serves(this.asked, frame, SPARE)) return
    this.asked = frameOf(this.view, this.size, ratio, MARGIN)
    this.tell({ kind: 'show', frame: this.asked })
  }

  /** Whole device pixels while the scale is the same: a picture between two pixels is a blurred one. */
  private putPicture(frame: MapFrame): void {
    const { shown } = this
    if (!shown) return
    const scale = shown.resolution / frame.resolution
    const exact = Math.abs(scale - 1) < 1e-9
    const snap = (value: number) => (exact ? Math.round(value * frame.ratio) / frame.ratio : value)
    const x = snap((shown.left - frame.left) / frame.resolution)
    const y = snap((frame.top - shown.top) / frame.resolution)
    this.picture.style.transform = `translate(${x}px, ${y}px)${exact ? '' : ` scale(${scale})`}`
  }

  private take({ frame, picture, tiles }: FromPainter): void {
    this.picture.width = picture.width
    this.picture.height = picture.height
    this.picture.style.width = `${picture.width / frame.ratio}px`
    this.picture.style.height = `${picture.height / frame.ratio}px`
    this.picture.dataset.tiles = String(tiles)
    this.screen?.transferFromImageBitmap(picture)
    this.shown = frame
    if (this.size.width > 0) this.putPicture(frameOf(this.view, this.size, frame.ratio))
  }
}

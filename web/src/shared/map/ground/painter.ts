import type { MapFrame } from '../frame'
import { type Canvas2d, type GroundColours, paintGround } from './paint'
import { type PrecinctShape, precinctsOf } from './precincts'
import { tilesOf } from './tileGrid'
import { TileStore } from './tileStore'

/** What the console tells the painter of the ground. */
export type ToPainter =
  | { kind: 'roads'; version: string }
  | { kind: 'precincts'; geoJson: unknown }
  | { kind: 'colours'; colours: GroundColours }
  | { kind: 'show'; frame: MapFrame }

/** A picture of the ground, and of which part of the world it is. */
export interface FromPainter {
  frame: MapFrame
  picture: ImageBitmap
  /** How many tiles it shows. */
  tiles: number
}

/** So long a picture waits for tiles that are on their way; then it comes without them, and again when they are here. */
const PATIENCE_MS = 250

/** Paints the ground on a thread of its own, so that the board never waits for a map. The newest wish is the only one. */
export class Painter {
  private readonly store = new TileStore(() => this.soon())
  private precincts: PrecinctShape[] = []
  private colours: GroundColours | null = null
  private frame: MapFrame | null = null
  private askedAt = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly canvas = new OffscreenCanvas(1, 1)
  private readonly ctx: Canvas2d | null = this.canvas.getContext('2d')

  constructor(private readonly send: (picture: FromPainter) => void) {}

  take(wish: ToPainter): void {
    switch (wish.kind) {
      case 'roads':
        if (!this.store.use(wish.version)) return
        break
      case 'precincts':
        this.precincts = precinctsOf(wish.geoJson)
        break
      case 'colours':
        this.colours = wish.colours
        break
      case 'show':
        this.frame = wish.frame
        this.askedAt = Date.now()
        break
    }
    this.soon()
  }

  /** After whatever has been said meanwhile: ten wishes in a row are one picture. */
  private soon(wait = 0): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.paint(), wait)
  }

  private paint(): void {
    const { frame, colours, canvas, ctx } = this
    if (!frame || !colours || !ctx) return
    const { tiles, missing } = this.store.here(tilesOf(frame))
    const left = PATIENCE_MS - (Date.now() - this.askedAt)
    if (missing > 0 && left > 0) return this.soon(left)
    canvas.width = Math.max(1, Math.round(frame.width * frame.ratio))
    canvas.height = Math.max(1, Math.round(frame.height * frame.ratio))
    paintGround(ctx, frame, tiles, this.precincts, colours)
    this.send({ frame, picture: canvas.transferToImageBitmap(), tiles: tiles.length })
  }
}

import type { IncidentView } from '@/shared/types'
import type { MapColours } from './colours'
import { xOf, yOf } from './mercator'

/** An open incident with a place, as the map needs it. */
export interface IncidentMark {
  id: string
  /** The tail of its number, as it is spoken. */
  tail: string
  x: number
  y: number
  priority: number
  /** Nobody has been sent yet. */
  waiting: boolean
  /** A step is overdue: somebody must act. */
  overdue: boolean
  /** How many units are there. */
  onScene: number
}

const MOST_SQUARES = 5

/** The least urgent first: the last is drawn on top. */
export function incidentMarks(incidents: readonly IncidentView[]): IncidentMark[] {
  return incidents
    .filter((one) => one.place)
    .map((one) => ({
      id: one.id,
      tail: one.number.slice(-4),
      x: xOf(one.place?.lon ?? 0),
      y: yOf(one.place?.lat ?? 0),
      priority: Math.min(4, Math.max(1, one.priority)),
      waiting: one.state === 'CREATED',
      overdue: one.overdue.length > 0,
      onScene: one.units.filter((unit) => unit.status === 'ON_SCENE').length
    }))
    .sort((a, b) => b.priority - a.priority || Number(a.waiting) - Number(b.waiting) || a.id.localeCompare(b.id))
}

/**
 * Priority as colour, shape and figure, the same as in the queue: octagon, square, outlined square, outlined circle.
 * A red ring means that a step is overdue. Units that are there would be hidden below it: they are a row of squares.
 */
export function drawIncident(ctx: CanvasRenderingContext2D, x: number, y: number, mark: IncidentMark, selected: boolean, colours: MapColours): void {
  const r = selected ? 13 : 10
  const filled = mark.priority <= 2
  const colour = [colours.p1, colours.p2, colours.p3, colours.p4][mark.priority - 1] as string
  if (mark.overdue) ring(ctx, x, y, r + 4, colours.act, 2.5)
  if (selected) ring(ctx, x, y, r + (mark.overdue ? 8 : 4.5), colours.focus, 2.5)
  outline(ctx, x, y, r + 1.5, mark.priority)
  ctx.fillStyle = colours.halo
  ctx.fill()
  outline(ctx, x, y, r, mark.priority)
  ctx.fillStyle = filled ? colour : colours.panel
  ctx.fill()
  if (!filled) {
    ctx.strokeStyle = colour
    ctx.lineWidth = 2
    ctx.stroke()
  }
  ctx.font = `700 ${selected ? 15 : 12}px ${colours.font}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillStyle = mark.priority === 1 ? colours.p1Ink : mark.priority === 2 ? colours.p2Ink : colour
  ctx.fillText(String(mark.priority), x, y + 0.5)
  ctx.textAlign = 'left'
  drawOnScene(ctx, x, y + r + 5, Math.min(MOST_SQUARES, mark.onScene), colours)
}

function drawOnScene(ctx: CanvasRenderingContext2D, x: number, y: number, count: number, colours: MapColours): void {
  for (let index = 0; index < count; index++) {
    const left = x + (index - count / 2) * 7 + 0.5
    ctx.fillStyle = colours.halo
    ctx.fillRect(left - 1, y - 4, 8, 8)
    ctx.fillStyle = colours.scene
    ctx.fillRect(left, y - 3, 6, 6)
  }
}

function ring(ctx: CanvasRenderingContext2D, x: number, y: number, r: number, colour: string, width: number): void {
  ctx.beginPath()
  ctx.arc(x, y, r, 0, 2 * Math.PI)
  ctx.strokeStyle = colour
  ctx.lineWidth = width
  ctx.stroke()
}

function outline(ctx: CanvasRenderingContext2D, x: number, y: number, r: number, priority: number): void {
  ctx.beginPath()
  if (priority === 1) {
    const cut = r * 0.42
    ctx.moveTo(x - cut, y - r)
    for (const [px, py] of [[cut, -r], [r, -cut], [r, cut], [cut, r], [-cut, r], [-r, cut], [-r, -cut]] as const) ctx.lineTo(x + px, y + py)
    ctx.closePath()
  } else if (priority === 4) ctx.arc(x, y, r * 0.95, 0, 2 * Math.PI)
  else ctx.roundRect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8, 2)
}

import type { MapColours } from './colours'
import { statusColour } from './colours'
import { type Fleet, STATUSES } from './fleet'
import { inside, type MapFrame, screenX, screenY } from './frame'
import { drawIncident, type IncidentMark } from './incidentMark'
import { boxText, haloText, LabelSpace } from './labels'
import { xOf, yOf } from './mercator'
import type { UnitLayer } from './unitLayer'
import { middleOf, restOf } from './wayLine'

/** A way to the incident in focus: of a unit that could go (with minutes), or of one that is on its way. */
export interface FocusWay {
  unitId: string
  /** Words at its middle, for example `4.2 min`; none for units that are under way already. */
  words: string
  /** Recommended, so drawn strongly. */
  strong: boolean
  /** Where the unit was when it was counted, degrees WGS-84; used while its own position is not known. */
  from: { lat: number; lon: number } | null
  /** The road, x, y, x, y, … in metres of the plane; a straight line where it is not known. */
  road: Float64Array | null
}

export interface SceneState {
  incidents: readonly IncidentMark[]
  incidentId: string | null
  unitId: string | null
  place: { x: number; y: number; label: string } | null
  /** A point that somebody asked about. */
  point: { x: number; y: number } | null
  ways: readonly FocusWay[]
  /** Letters for statuses in the officer's language. */
  letter: (status: string) => string
}

const MOST_LABELS = 260
const LABEL_ZOOM = 14.2

/** Whether anything of the scene stands at a unit and so moves with it: call signs, ways, the ring of the open unit. */
export const followsUnits = (state: SceneState, zoom: number): boolean => zoom >= LABEL_ZOOM || state.ways.length > 0 || state.unitId !== null

/** Everything that lies above the units: ways, incidents, the place of a call, words. */
export function drawScene(ctx: CanvasRenderingContext2D, frame: MapFrame, zoom: number, state: SceneState, fleet: Fleet, units: UnitLayer, colours: MapColours): void {
  ctx.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0)
  ctx.clearRect(0, 0, frame.width, frame.height)
  ctx.textBaseline = 'middle'
  const space = new LabelSpace()
  const target = state.incidents.find((one) => one.id === state.incidentId)
  const middles = target ? drawWays(ctx, frame, target, state, fleet, colours) : []
  ctx.font = `600 12px ${colours.font}`
  const told = middles.filter(({ words, x, y }) => {
    const width = ctx.measureText(words).width + 10
    return space.claim(x - width / 2, y - 10, width, 20)
  })
  drawIncidents(ctx, frame, zoom, state, colours, space)
  if (state.place) drawPin(ctx, frame, state.place, colours, space)
  if (state.point) drawCross(ctx, frame, state.point, colours)
  ctx.font = `600 12px ${colours.font}`
  for (const { words, x, y } of told) boxText(ctx, words, x, y, colours.ink, colours.panel, colours.accent)
  drawChosenUnit(ctx, frame, state, fleet, colours, space)
  if (zoom >= LABEL_ZOOM && units.visible <= MOST_LABELS * 3) drawCallSigns(ctx, state, fleet, units, colours, space)
}

function drawWays(ctx: CanvasRenderingContext2D, frame: MapFrame, target: IncidentMark, state: SceneState, fleet: Fleet, colours: MapColours) {
  const middles: { words: string; x: number; y: number }[] = []
  ctx.lineJoin = 'round'
  ctx.lineCap = 'round'
  for (const way of state.ways) {
    const index = fleet.indexOf(way.unitId)
    const ux = index >= 0 ? (fleet.x[index] as number) : way.from ? xOf(way.from.lon) : NaN
    const uy = index >= 0 ? (fleet.y[index] as number) : way.from ? yOf(way.from.lat) : NaN
    if (Number.isNaN(ux)) continue
    const road = way.road ? restOf(way.road, ux, uy) : null
    const line = road ?? Float64Array.of(ux, uy, target.x, target.y)
    trace(ctx, frame, line)
    ctx.strokeStyle = colours.halo
    ctx.lineWidth = way.strong ? 6 : 4
    ctx.setLineDash([])
    ctx.stroke()
    ctx.strokeStyle = way.words ? colours.accent : statusColour(STATUSES[fleet.status[index] ?? 1] ?? 'EN_ROUTE', colours)
    ctx.lineWidth = way.strong ? 3 : 1.6
    ctx.setLineDash(way.words && !road ? [7, 6] : [])
    ctx.stroke()
    ctx.setLineDash([])
    if (way.words) {
      const [mx, my] = middleOf(line)
      middles.push({ words: way.words, x: screenX(frame, mx), y: screenY(frame, my) })
    }
  }
  return middles
}

function trace(ctx: CanvasRenderingContext2D, frame: MapFrame, line: Float64Array): void {
  ctx.beginPath()
  for (let i = 0; i + 1 < line.length; i += 2) {
    const x = screenX(frame, line[i] as number)
    const y = screenY(frame, line[i + 1] as number)
    if (i === 0) ctx.moveTo(x, y)
    else ctx.lineTo(x, y)
  }
}

function drawIncidents(ctx: CanvasRenderingContext2D, frame: MapFrame, zoom: number, state: SceneState, colours: MapColours, space: LabelSpace): void {
  const shown = state.incidents.filter((one) => inside(frame, screenX(frame, one.x), screenY(frame, one.y), 30))
  const chosen = shown.filter((one) => one.id === state.incidentId)
  for (const mark of [...shown.filter((one) => one.id !== state.incidentId), ...chosen]) {
    const x = screenX(frame, mark.x)
    const y = screenY(frame, mark.y)
    drawIncident(ctx, x, y, mark, mark.id === state.incidentId, colours)
    space.claim(x - 12, y - 12, 24, 24)
  }
  if (zoom < 12.5 && shown.length > 60) return
  // The most urgent ask first.
  for (const mark of [...chosen, ...[...shown].reverse().filter((one) => one.id !== state.incidentId)]) {
    const big = mark.id === state.incidentId
    ctx.font = `${big ? '700 14px' : '600 12px'} ${colours.font}`
    const x = screenX(frame, mark.x) + (big ? 22 : 16)
    const y = screenY(frame, mark.y)
    if (space.claim(x, y - 7, ctx.measureText(mark.tail).width, 14)) haloText(ctx, mark.tail, x, y, mark.overdue ? colours.ink : colours.ink2, colours.halo)
  }
}

function drawPin(ctx: CanvasRenderingContext2D, frame: MapFrame, place: { x: number; y: number; label: string }, colours: MapColours, space: LabelSpace): void {
  const x = screenX(frame, place.x)
  const y = screenY(frame, place.y)
  ctx.beginPath()
  ctx.arc(x, y - 17, 9, 0.75 * Math.PI, 0.25 * Math.PI)
  ctx.lineTo(x, y)
  ctx.closePath()
  ctx.fillStyle = colours.accent
  ctx.strokeStyle = colours.halo
  ctx.lineWidth = 2
  ctx.fill()
  ctx.stroke()
  ctx.beginPath()
  ctx.arc(x, y - 17, 3.2, 0, 2 * Math.PI)
  ctx.fillStyle = colours.accentInk
  ctx.fill()
  ctx.font = `600 13px ${colours.font}`
  const width = ctx.measureText(place.label).width
  space.claim(x - 10, y - 28, 20 + width, 28)
  haloText(ctx, place.label, x + 14, y - 17, colours.ink, colours.halo)
}

function drawCross(ctx: CanvasRenderingContext2D, frame: MapFrame, point: { x: number; y: number }, colours: MapColours): void {
  const x = screenX(frame, point.x)
  const y = screenY(frame, point.y)
  for (const [colour, width] of [[colours.halo, 5], [colours.accent, 2]] as const) {
    ctx.beginPath()
    ctx.moveTo(x - 9, y)
    ctx.lineTo(x + 9, y)
    ctx.moveTo(x, y - 9)
    ctx.lineTo(x, y + 9)
    ctx.strokeStyle = colour
    ctx.lineWidth = width
    ctx.stroke()
  }
}

/** The open unit has a ring and always its call sign, at any zoom. */
function drawChosenUnit(ctx: CanvasRenderingContext2D, frame: MapFrame, state: SceneState, fleet: Fleet, colours: MapColours, space: LabelSpace): void {
  const index = state.unitId ? fleet.indexOf(state.unitId) : -1
  if (index < 0) return
  const x = screenX(frame, fleet.x[index] as number)
  const y = screenY(frame, fleet.y[index] as number)
  ctx.beginPath()
  ctx.arc(x, y, 15, 0, 2 * Math.PI)
  ctx.strokeStyle = colours.focus
  ctx.lineWidth = 2.5
  ctx.stroke()
  ctx.font = `700 13px ${colours.font}`
  const words = fleet.callSigns[index] ?? ''
  space.claim(x - 15, y - 15, 36 + ctx.measureText(words).width, 30)
  haloText(ctx, words, x + 20, y, colours.ink, colours.halo)
}

function drawCallSigns(ctx: CanvasRenderingContext2D, state: SceneState, fleet: Fleet, units: UnitLayer, colours: MapColours, space: LabelSpace): void {
  ctx.font = `12px ${colours.font}`
  let labels = 0
  // From the end: those at work stand later in the order of drawing, and ask for their place first.
  for (const busy of [true, false]) {
    for (let slot = 0; slot < units.visible && labels < MOST_LABELS; slot++) {
      const index = units.which[slot] as number
      const status = STATUSES[fleet.status[index] as number] ?? 'AVAILABLE'
      if ((status !== 'AVAILABLE' && status !== 'OUT_OF_SERVICE') !== busy || fleet.ids[index] === state.unitId) continue
      const words = `${fleet.callSigns[index]} ${state.letter(status)}`
      const x = (units.xs[slot] as number) + units.radius + 4
      const y = units.ys[slot] as number
      if (!space.claim(x, y - 6, words.length * 7.5, 12)) continue
      haloText(ctx, words, x, y, busy ? colours.ink : colours.ink2, colours.halo)
      labels++
    }
  }
}

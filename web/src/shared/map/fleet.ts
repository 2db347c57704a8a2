import { xOf, yOf } from './mercator'

/** What the map needs of a unit; `UnitView` has it. */
export interface FleetUnit {
  id: string
  callSign: string
  status: string
  position?: FleetFix | null
}

export interface FleetFix {
  lat: number
  lon: number
  course?: number | null
  at: string
}

/** Every status a unit can have, in the order they are drawn: the last on top. */
export const STATUSES = ['OUT_OF_SERVICE', 'AVAILABLE', 'AT_DESTINATION', 'TRANSPORTING', 'ON_SCENE', 'ACKNOWLEDGED', 'DISPATCHED', 'EN_ROUTE'] as const
const STATUS_NUMBER = new Map<string, number>(STATUSES.map((status, index) => [status, index]))

const SHORTEST_MS = 400
const LONGEST_MS = 6000
const FIRST_MS = 1000
/** Further than a vehicle comes between two fixes: it is put there, not driven there. */
const LEAP_METRES = 2500
/** Less is the noise of a receiver and says nothing of where a unit is heading. */
const HEADING_METRES = 6
/** A unit not heard of for so long is drawn as such. */
export const SILENT_MS = 300_000

/**
 * All units on the map, in flat arrays: ten thousand objects that change every second would keep the garbage collector
 * busier than the drawing. A unit glides from where it was drawn to its newest fix in the time between its last two
 * fixes, so that it moves evenly and is behind the truth by one interval at most.
 */
export class Fleet {
  count = 0
  ids: string[] = []
  callSigns: string[] = []
  x = new Float64Array(0)
  y = new Float64Array(0)
  /** Degrees from north; NaN where nothing is known. */
  course = new Float32Array(0)
  status = new Uint8Array(0)
  /** When the newest fix is from, milliseconds of the instance's clock. */
  fixedAt = new Float64Array(0)
  /** The fastest that any unit is being drawn, metres of the plane a second. */
  fastest = 0

  private fromX = new Float64Array(0)
  private fromY = new Float64Array(0)
  private toX = new Float64Array(0)
  private toY = new Float64Array(0)
  private start = new Float64Array(0)
  private end = new Float64Array(0)
  private seen = new Uint32Array(0)
  private turn = 0
  private fixes: (FleetFix | null)[] = []
  private readonly indexes = new Map<string, number>()

  indexOf(id: string): number {
    return this.indexes.get(id) ?? -1
  }

  /**
   * Takes the present state of all units. Units that are no longer among them go.
   *
   * @param live newer fixes by unit, from the live stream
   * @param now milliseconds of any even clock, the same as for `advance`
   */
  sync(units: Iterable<FleetUnit>, live: ReadonlyMap<string, FleetFix>, now: number): void {
    this.turn++
    for (const unit of units) {
      const fix = newer(live.get(unit.id), unit.position)
      if (!fix) continue
      let index = this.indexes.get(unit.id)
      if (index === undefined) {
        index = this.add(unit.id)
        this.place(index, fix, now)
      } else if (this.fixes[index] !== fix) this.move(index, fix, now)
      this.callSigns[index] = unit.callSign
      this.status[index] = STATUS_NUMBER.get(unit.status) ?? 0
      this.seen[index] = this.turn
    }
    for (let index = this.count - 1; index >= 0; index--) if (this.seen[index] !== this.turn) this.remove(index)
    this.measure(now)
  }

  /** Where every unit is drawn at this moment. */
  advance(now: number): void {
    const { x, y, fromX, fromY, toX, toY, start, end, count } = this
    for (let index = 0; index < count; index++) {
      const until = end[index] as number
      if (now >= until) {
        x[index] = toX[index] as number
        y[index] = toY[index] as number
        continue
      }
      const since = start[index] as number
      const share = now <= since ? 0 : (now - since) / (until - since)
      x[index] = (fromX[index] as number) + share * ((toX[index] as number) - (fromX[index] as number))
      y[index] = (fromY[index] as number) + share * ((toY[index] as number) - (fromY[index] as number))
    }
  }

  /** Whether any unit is under way at this moment. */
  moving(now: number): boolean {
    for (let index = 0; index < this.count; index++) if ((this.end[index] as number) > now && this.fromX[index] !== this.toX[index]) return true
    return false
  }

  private place(index: number, fix: FleetFix, now: number): void {
    const x = xOf(fix.lon)
    const y = yOf(fix.lat)
    for (const array of [this.x, this.fromX, this.toX]) array[index] = x
    for (const array of [this.y, this.fromY, this.toY]) array[index] = y
    this.start[index] = now
    this.end[index] = now
    this.course[index] = told(fix) ?? NaN
    this.keep(index, fix)
  }

  private move(index: number, fix: FleetFix, now: number): void {
    const x = xOf(fix.lon)
    const y = yOf(fix.lat)
    const dx = x - (this.toX[index] as number)
    const dy = y - (this.toY[index] as number)
    const metres = Math.hypot(dx, dy)
    if (metres > LEAP_METRES) return this.place(index, fix, now)
    const since = now - (this.start[index] as number)
    const first = this.fromX[index] === this.toX[index] && this.fromY[index] === this.toY[index]
    this.fromX[index] = this.x[index] as number
    this.fromY[index] = this.y[index] as number
    this.toX[index] = x
    this.toY[index] = y
    this.start[index] = now
    this.end[index] = now + Math.min(LONGEST_MS, Math.max(first ? FIRST_MS : SHORTEST_MS, since))
    const course = told(fix)
    if (course !== null) this.course[index] = course
    else if (metres > HEADING_METRES) this.course[index] = ((Math.atan2(dx, dy) * 180) / Math.PI + 360) % 360
    this.keep(index, fix)
  }

  private keep(index: number, fix: FleetFix): void {
    this.fixes[index] = fix
    this.fixedAt[index] = Date.parse(fix.at)
  }

  private measure(now: number): void {
    let fastest = 0
    for (let index = 0; index < this.count; index++) {
      const until = this.end[index] as number
      if (until <= now) continue
      const metres = Math.hypot((this.toX[index] as number) - (this.fromX[index] as number), (this.toY[index] as number) - (this.fromY[index] as number))
      fastest = Math.max(fastest, (metres * 1000) / (until - (this.start[index] as number)))
    }
    this.fastest = fastest
  }

  private add(id: string): number {
    const index = this.count++
    if (index >= this.x.length) this.grow(Math.max(256, index * 2))
    this.ids[index] = id
    this.indexes.set(id, index)
    return index
  }

  /** The last takes the place of the one that goes, so that the arrays stay without holes. */
  private remove(index: number): void {
    const last = --this.count
    this.indexes.delete(this.ids[index] as string)
    if (index !== last) {
      this.indexes.set(this.ids[last] as string, index)
      for (const array of this.arrays()) array[index] = array[last] as number
      for (const array of [this.ids, this.callSigns, this.fixes] as unknown[][]) array[index] = array[last]
    }
    for (const array of [this.ids, this.callSigns, this.fixes] as unknown[][]) array.length = last
  }

  private arrays() {
    return [this.x, this.y, this.course, this.status, this.fixedAt, this.fromX, this.fromY, this.toX, this.toY, this.start, this.end, this.seen]
  }

  private grow(size: number): void {
    const wide = (old: Float64Array) => { const next = new Float64Array(size); next.set(old); return next }
    this.x = wide(this.x)
    this.y = wide(this.y)
    this.fixedAt = wide(this.fixedAt)
    this.fromX = wide(this.fromX)
    this.fromY = wide(this.fromY)
    this.toX = wide(this.toX)
    this.toY = wide(this.toY)
    this.start = wide(this.start)
    this.end = wide(this.end)
    const course = new Float32Array(size)
    course.set(this.course)
    this.course = course
    const status = new Uint8Array(size)
    status.set(this.status)
    this.status = status
    const seen = new Uint32Array(size)
    seen.set(this.seen)
    this.seen = seen
  }
}

/** Receivers that stand still say 0 as often as nothing: whether somebody drives due north is seen from the way. */
const told = (fix: FleetFix): number | null => fix.course || null

function newer(a: FleetFix | null | undefined, b: FleetFix | null | undefined): FleetFix | null {
  if (!a || !b) return a ?? b ?? null
  return a === b || Date.parse(a.at) >= Date.parse(b.at) ? a : b
}

import type { FleetFix, FleetUnit } from '@/shared/map/fleet'
import { groundScale, latOf, lonOf } from '@/shared/map/mercator'
import type { UnitSource } from '@/shared/map/source'

/** A small generator of even numbers from 0 to 1, the same for the same seed (mulberry32), so that two runs measure the same. */
export function evenNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const MIX: [string, number][] = [['AVAILABLE', 0.6], ['EN_ROUTE', 0.15], ['ON_SCENE', 0.12], ['DISPATCHED', 0.04], ['ACKNOWLEDGED', 0.04], ['TRANSPORTING', 0.03], ['OUT_OF_SERVICE', 0.02]]
const REPORT_SECONDS = 5

/**
 * Units that exist only on this page, to measure the map with. They behave as real ones do: each drives at 4 to 18 m/s,
 * turns now and then, and reports every five seconds, a fifth of them each second. All of them move.
 */
export class MadeUnits implements UnitSource {
  private readonly list: FleetUnit[] = []
  private readonly fixes = new Map<string, FleetFix>()
  private readonly x: Float64Array
  private readonly y: Float64Array
  private readonly heading: Float64Array
  private readonly speed: Float64Array
  private readonly random: () => number
  private turn = 0

  /** @param box where they drive, metres of the plane: west, south, east, north */
  constructor(readonly count: number, private readonly box: [number, number, number, number], private readonly now: () => number, seed = 110) {
    this.random = evenNumbers(seed)
    this.x = new Float64Array(count)
    this.y = new Float64Array(count)
    this.heading = new Float64Array(count)
    this.speed = new Float64Array(count)
    for (let index = 0; index < count; index++) {
      this.x[index] = box[0] + this.random() * (box[2] - box[0])
      this.y[index] = box[1] + this.random() * (box[3] - box[1])
      this.heading[index] = Math.floor(this.random() * 8) * (Math.PI / 4)
      this.speed[index] = 4 + this.random() * 14
      this.list.push({ id: `made-${index}`, callSign: `T${index}`, status: this.status(), position: null })
      this.report(index)
    }
  }

  units(): Iterable<FleetUnit> {
    return this.list
  }

  live(): ReadonlyMap<string, FleetFix> {
    return this.fixes
  }

  /** One second: a fifth of the units say where five seconds have brought them. */
  second(): void {
    this.turn = (this.turn + 1) % REPORT_SECONDS
    for (let index = this.turn; index < this.count; index += REPORT_SECONDS) {
      this.drive(index)
      this.report(index)
    }
  }

  private drive(index: number): void {
    if (this.random() < 0.15) this.heading[index] = (this.heading[index] as number) + (this.random() < 0.5 ? 1 : -1) * (Math.PI / 2)
    const metres = ((this.speed[index] as number) * REPORT_SECONDS) / groundScale(this.y[index] as number)
    const x = (this.x[index] as number) + Math.sin(this.heading[index] as number) * metres
    const y = (this.y[index] as number) + Math.cos(this.heading[index] as number) * metres
    if (x < this.box[0] || x > this.box[2] || y < this.box[1] || y > this.box[3]) {
      this.heading[index] = (this.heading[index] as number) + Math.PI
      return
    }
    this.x[index] = x
    this.y[index] = y
  }

  private report(index: number): void {
    const course = (((this.heading[index] as number) * 180) / Math.PI + 3600) % 360
    this.fixes.set(`made-${index}`, { lat: latOf(this.y[index] as number), lon: lonOf(this.x[index] as number), course, at: new Date(this.now()).toISOString() })
  }

  private status(): string {
    let rest = this.random()
    for (const [status, share] of MIX) {
      rest -= share
      if (rest <= 0) return status
    }
    return 'AVAILABLE'
  }
}

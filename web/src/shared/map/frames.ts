import { onBeforeUnmount } from 'vue'

/** What one second or one minute of drawing was like; milliseconds. */
export interface FrameSummary {
  count: number
  /** Time from one frame to the next, as the browser gave them. */
  interval: Quantiles
  /** Time that we worked in a frame. */
  work: Quantiles
}

export interface Quantiles {
  p50: number
  p95: number
  p99: number
  max: number
}

/** The smallest value with at least a share `p` of all at or below it; 0 of none. The figures of the server use the same. */
export function nearestRank(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return 0
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? 0
}

function quantiles(values: Float64Array): Quantiles {
  const sorted = values.slice().sort()
  const round = (value: number) => Math.round(value * 100) / 100
  return { p50: round(nearestRank(sorted, 0.5)), p95: round(nearestRank(sorted, 0.95)), p99: round(nearestRank(sorted, 0.99)), max: round(nearestRank(sorted, 1)) }
}

/** Keeps the last frames. Costs nothing worth measuring. */
export class FrameMeter {
  private readonly intervals: Float64Array
  private readonly works: Float64Array
  private count = 0
  private last: number | null = null

  constructor(private readonly kept = 6000) {
    this.intervals = new Float64Array(kept)
    this.works = new Float64Array(kept)
  }

  /** One frame: when it began, and how long we worked in it. The first only begins the count. */
  frame(at: number, work: number): void {
    if (this.last !== null) {
      const index = this.count % this.kept
      this.intervals[index] = at - this.last
      this.works[index] = work
      this.count++
    }
    this.last = at
  }

  reset(): void {
    this.count = 0
    this.last = null
  }

  summary(): FrameSummary {
    const count = Math.min(this.count, this.kept)
    return { count, interval: quantiles(this.intervals.subarray(0, count)), work: quantiles(this.works.subarray(0, count)) }
  }
}

/** Measures every frame of the browser for as long as it runs, with the work that `spent` says was done since the last. */
export function useFrameTimes(spent: () => number) {
  const meter = new FrameMeter()
  let handle = 0

  function tick(at: number): void {
    meter.frame(at, spent())
    handle = requestAnimationFrame(tick)
  }
  function start(): void {
    stop()
    meter.reset()
    handle = requestAnimationFrame(tick)
  }
  function stop(): void {
    cancelAnimationFrame(handle)
  }
  onBeforeUnmount(stop)
  return { start, stop, frameTimes: () => meter.summary() }
}

const CELL = 24

/** Finds what lies under the pointer among thousands of points on the screen, by looking at nine small squares only. */
export class HitGrid {
  private columns = 1
  private rows = 1
  private first = new Int32Array(2)
  private items = new Int32Array(0)
  private xs: Float32Array = new Float32Array(0)
  private ys: Float32Array = new Float32Array(0)

  /** Takes the points as they stand now; the arrays are kept, not copied. */
  build(count: number, xs: Float32Array, ys: Float32Array, width: number, height: number): void {
    this.columns = Math.max(1, Math.ceil(width / CELL))
    this.rows = Math.max(1, Math.ceil(height / CELL))
    this.xs = xs
    this.ys = ys
    const first = new Int32Array(this.columns * this.rows + 1)
    const cells = new Int32Array(count)
    for (let index = 0; index < count; index++) {
      const cell = this.cellOf(xs[index] as number, ys[index] as number)
      cells[index] = cell
      first[cell + 1] = (first[cell + 1] as number) + 1
    }
    for (let cell = 0; cell < first.length - 1; cell++) first[cell + 1] = (first[cell + 1] as number) + (first[cell] as number)
    const next = first.slice()
    this.items = new Int32Array(count)
    for (let index = 0; index < count; index++) {
      const cell = cells[index] as number
      this.items[next[cell] as number] = index
      next[cell] = (next[cell] as number) + 1
    }
    this.first = first
  }

  /** The nearest point within a radius, the last of equals; -1 where there is none. */
  nearest(x: number, y: number, radius: number): number {
    let best = -1
    let least = radius * radius
    const from = Math.max(0, Math.floor((x - radius) / CELL))
    const to = Math.min(this.columns - 1, Math.floor((x + radius) / CELL))
    const bottom = Math.min(this.rows - 1, Math.floor((y + radius) / CELL))
    for (let row = Math.max(0, Math.floor((y - radius) / CELL)); row <= bottom; row++) {
      for (let column = from; column <= to; column++) {
        const cell = row * this.columns + column
        const end = this.first[cell + 1] as number
        for (let at = this.first[cell] as number; at < end; at++) {
          const index = this.items[at] as number
          const square = ((this.xs[index] as number) - x) ** 2 + ((this.ys[index] as number) - y) ** 2
          if (square < least || (square === least && index > best)) {
            least = square
            best = index
          }
        }
      }
    }
    return best
  }

  private cellOf(x: number, y: number): number {
    const column = Math.min(this.columns - 1, Math.max(0, Math.floor(x / CELL)))
    return Math.min(this.rows - 1, Math.max(0, Math.floor(y / CELL))) * this.columns + column
  }
}

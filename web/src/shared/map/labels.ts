const CELL = 8

/** Keeps labels off each other: the first to ask for a place has it. */
export class LabelSpace {
  private readonly taken = new Set<number>()

  /** Takes a box in CSS pixels if all of it is free. */
  claim(left: number, top: number, width: number, height: number): boolean {
    return this.claimAll([[left, top, width, height]])
  }

  /** Takes all of these boxes (left, top, width, height) or none. */
  claimAll(boxes: readonly (readonly [number, number, number, number])[]): boolean {
    const cells: number[] = []
    for (const [left, top, width, height] of boxes) {
      for (let y = Math.floor(top / CELL); y <= Math.floor((top + height) / CELL); y++) {
        for (let x = Math.floor(left / CELL); x <= Math.floor((left + width) / CELL); x++) {
          const cell = y * 4096 + x
          if (this.taken.has(cell)) return false
          cells.push(cell)
        }
      }
    }
    cells.forEach((cell) => this.taken.add(cell))
    return true
  }
}

/** Words on a halo of the ground's colour, so that roads below do not cut through them. */
export function haloText(ctx: CanvasRenderingContext2D, text: string, x: number, y: number, ink: string, halo: string): void {
  ctx.lineJoin = 'round'
  ctx.lineWidth = 3.5
  ctx.strokeStyle = halo
  ctx.strokeText(text, x, y)
  ctx.fillStyle = ink
  ctx.fillText(text, x, y)
}

/** Words in a box, for what must be read whatever lies below. */
export function boxText(ctx: CanvasRenderingContext2D, text: string, x: number, y: number, ink: string, paper: string, edge: string): void {
  const width = ctx.measureText(text).width + 10
  ctx.beginPath()
  ctx.roundRect(x - width / 2, y - 10, width, 20, 4)
  ctx.fillStyle = paper
  ctx.fill()
  ctx.strokeStyle = edge
  ctx.lineWidth = 1
  ctx.stroke()
  ctx.textAlign = 'center'
  ctx.fillStyle = ink
  ctx.fillText(text, x, y + 0.5)
  ctx.textAlign = 'left'
}

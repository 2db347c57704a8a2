import { type MapColours, statusColour } from './colours'

/**
 * Draws one unit: which way it heads by its orientation, its status by colour and by shape, so that it can be read in
 * grey. Hollow: free. Hollow with a dot: told. Filled with a hole: acknowledged. Filled: on the way. Square: on scene.
 * Disc: carrying. Cross: out of service. Pale: not heard of for minutes. What stands on scene stands upright.
 *
 * @param radius half of its size, pixels
 * @param course degrees from north; NaN draws it round
 */
export function drawUnit(ctx: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, x: number, y: number, radius: number, status: string, course: number, silent: boolean, colours: MapColours, halo = true): void {
  const colour = statusColour(status, colours)
  ctx.save()
  ctx.translate(x, y)
  ctx.globalAlpha = silent ? 0.6 : 1
  ctx.lineJoin = 'round'
  if (!Number.isNaN(course) && status !== 'ON_SCENE') ctx.rotate((course * Math.PI) / 180)
  body(ctx, radius, status, Number.isNaN(course))
  if (halo) {
    ctx.strokeStyle = colours.halo
    ctx.lineWidth = Math.max(2.5, radius * 0.5)
    ctx.stroke()
  }
  const hollow = status === 'AVAILABLE' || status === 'DISPATCHED' || status === 'AT_DESTINATION'
  ctx.fillStyle = hollow ? colours.ground : colour
  if (status !== 'OUT_OF_SERVICE') ctx.fill()
  ctx.strokeStyle = colour
  ctx.lineWidth = Math.max(1.2, radius * 0.26)
  ctx.stroke()
  if (status === 'DISPATCHED' || status === 'ACKNOWLEDGED') {
    ctx.beginPath()
    ctx.arc(0, radius * 0.12, Math.max(1, radius * 0.26), 0, 2 * Math.PI)
    ctx.fillStyle = status === 'DISPATCHED' ? colour : colours.ground
    ctx.fill()
  }
  ctx.restore()
}

function body(ctx: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, radius: number, status: string, round: boolean): void {
  ctx.beginPath()
  if (status === 'OUT_OF_SERVICE') {
    const arm = radius * 0.6
    ctx.moveTo(-arm, -arm)
    ctx.lineTo(arm, arm)
    ctx.moveTo(arm, -arm)
    ctx.lineTo(-arm, arm)
  } else if (status === 'ON_SCENE') {
    ctx.rect(-radius * 0.75, -radius * 0.75, radius * 1.5, radius * 1.5)
  } else if (status === 'TRANSPORTING' || status === 'AT_DESTINATION' || round) {
    ctx.arc(0, 0, radius * 0.78, 0, 2 * Math.PI)
  } else {
    ctx.moveTo(0, -radius * 1.15)
    ctx.lineTo(radius * 0.82, radius * 0.88)
    ctx.lineTo(0, radius * 0.42)
    ctx.lineTo(-radius * 0.82, radius * 0.88)
    ctx.closePath()
  }
}

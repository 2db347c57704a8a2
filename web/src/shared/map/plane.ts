/**
 * A picture kept as a list of its pixels, those that cover whatever is below first. Copying some eighty numbers is ten
 * times faster than asking a canvas without a graphics card to draw an image, and ten thousand units are ten thousand images.
 */
export interface Sprite {
  dx: Int16Array
  dy: Int16Array
  colours: Uint32Array
  /** How many of the pixels cover; the rest are soft edges. */
  solid: number
  /** No pixel is further from the middle than this. */
  reach: number
  flat: Int32Array
  flatWidth: number
}

const SOLID_ALPHA = 200

/** Cuts a picture out of pixels: the square of `size` at `left`, `top`, its middle being the sprite's. */
export function spriteOf(pixels: Uint32Array, alpha: Uint8ClampedArray, width: number, left: number, top: number, size: number): Sprite {
  const solid: number[] = []
  const soft: number[] = []
  const middle = Math.floor(size / 2)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const at = (top + y) * width + left + x
      const opacity = alpha[at * 4 + 3] as number
      if (opacity > 8) (opacity >= SOLID_ALPHA ? solid : soft).push(x - middle, y - middle, at)
    }
  }
  const all = [...solid, ...soft]
  const count = all.length / 3
  const sprite: Sprite = { dx: new Int16Array(count), dy: new Int16Array(count), colours: new Uint32Array(count), solid: solid.length / 3, reach: middle + 1, flat: new Int32Array(count), flatWidth: 0 }
  for (let index = 0; index < count; index++) {
    sprite.dx[index] = all[3 * index] as number
    sprite.dy[index] = all[3 * index + 1] as number
    sprite.colours[index] = pixels[all[3 * index + 2] as number] as number
  }
  return sprite
}

/** A picture of a canvas's size, in device pixels, that is written by hand. */
export class PixelPlane {
  readonly image: ImageData
  private readonly pixels: Uint32Array

  constructor(readonly width: number, readonly height: number, make: (width: number, height: number) => ImageData = (w, h) => new ImageData(w, h)) {
    this.image = make(Math.max(1, width), Math.max(1, height))
    this.pixels = new Uint32Array(this.image.data.buffer)
  }

  clear(): void {
    this.pixels.fill(0)
  }

  /** Puts a sprite with its middle on a pixel; what lies outside is left out. */
  stamp(sprite: Sprite, x: number, y: number): void {
    const { reach } = sprite
    if (x >= reach && y >= reach && x < this.width - reach && y < this.height - reach) this.stampWhole(sprite, x, y)
    else if (x > -reach && y > -reach && x < this.width + reach && y < this.height + reach) this.stampPart(sprite, x, y)
  }

  private stampWhole(sprite: Sprite, x: number, y: number): void {
    if (sprite.flatWidth !== this.width) this.flatten(sprite)
    const { pixels } = this
    const { flat, colours, solid } = sprite
    const base = y * this.width + x
    for (let index = 0; index < solid; index++) pixels[base + (flat[index] as number)] = colours[index] as number
    for (let index = solid; index < flat.length; index++) {
      const at = base + (flat[index] as number)
      // A soft edge on nothing stays soft; over another unit it gives way.
      if (pixels[at] === 0) pixels[at] = colours[index] as number
    }
  }

  private stampPart(sprite: Sprite, x: number, y: number): void {
    for (let index = 0; index < sprite.dx.length; index++) {
      const px = x + (sprite.dx[index] as number)
      const py = y + (sprite.dy[index] as number)
      if (px < 0 || py < 0 || px >= this.width || py >= this.height) continue
      const at = py * this.width + px
      if (index < sprite.solid || this.pixels[at] === 0) this.pixels[at] = sprite.colours[index] as number
    }
  }

  private flatten(sprite: Sprite): void {
    for (let index = 0; index < sprite.flat.length; index++) sprite.flat[index] = (sprite.dy[index] as number) * this.width + (sprite.dx[index] as number)
    sprite.flatWidth = this.width
  }
}

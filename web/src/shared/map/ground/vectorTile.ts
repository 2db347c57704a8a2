/**
 * Reads the roads out of a vector tile as the server makes them: one layer of lines with a name and a class.
 * Source: Mapbox Vector Tile Specification 2.1, sections 4.1 to 4.4. Unknown fields are passed over, as Protocol Buffers ask.
 */
export interface TileLine {
  name: string
  roadClass: string
  /** x, y, x, y, … in units of the tile from its upper left corner. */
  points: Int16Array
}

export interface TileLines {
  /** Units along a side of the tile. */
  extent: number
  lines: TileLine[]
}

const LAYER = 'road'
const MOVE_TO = 1
const LINE_TO = 2

/** Walks the fields of a message in a piece of bytes. */
class Fields {
  constructor(private readonly bytes: Uint8Array, public at: number, readonly end: number) {}

  get more(): boolean {
    return this.at < this.end
  }

  varint(): number {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++]
      if (byte === undefined || factor > 2 ** 56) throw new Error('a vector tile ends in the middle of a number')
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }

  /** A message, a text or packed numbers: its length stands before it. */
  part(): Fields {
    const length = this.varint()
    const from = this.at
    this.at += length
    if (this.at > this.end) throw new Error('a vector tile is cut off')
    return new Fields(this.bytes, from, this.at)
  }

  text(decoder: TextDecoder): string {
    const part = this.part()
    return decoder.decode(this.bytes.subarray(part.at, part.end))
  }

  skip(wire: number): void {
    if (wire === 0) this.varint()
    else if (wire === 1) this.at += 8
    else if (wire === 2) this.part()
    else if (wire === 5) this.at += 4
    else throw new Error(`a vector tile has the unknown wire type ${wire}`)
  }
}

/** The roads of a tile; none of an empty one. */
export function roadsOf(buffer: ArrayBuffer): TileLines {
  const decoder = new TextDecoder()
  const bytes = new Uint8Array(buffer)
  const tile = new Fields(bytes, 0, bytes.length)
  while (tile.more) {
    const tag = tile.varint()
    if (tag >> 3 !== 3) {
      tile.skip(tag & 7)
      continue
    }
    const lines = layerOf(tile.part(), decoder)
    if (lines) return lines
  }
  return { extent: 4096, lines: [] }
}

function layerOf(layer: Fields, decoder: TextDecoder): TileLines | null {
  const features: Fields[] = []
  const keys: string[] = []
  const values: string[] = []
  let extent = 4096
  let name = ''
  while (layer.more) {
    const tag = layer.varint()
    switch (tag >> 3) {
      case 1: name = layer.text(decoder); break
      case 2: features.push(layer.part()); break
      case 3: keys.push(layer.text(decoder)); break
      case 4: values.push(textOf(layer.part(), decoder)); break
      case 5: extent = layer.varint(); break
      default: layer.skip(tag & 7)
    }
  }
  // Names and classes stand behind the lines that point at them, so the lines are read last.
  return name === LAYER ? { extent, lines: features.flatMap((feature) => linesOf(feature, keys, values)) } : null
}

function textOf(value: Fields, decoder: TextDecoder): string {
  let text = ''
  while (value.more) {
    const tag = value.varint()
    if (tag >> 3 === 1) text = value.text(decoder)
    else value.skip(tag & 7)
  }
  return text
}

function linesOf(feature: Fields, keys: string[], values: string[]): TileLine[] {
  const attributes = new Map<string, string>()
  let parts: Int16Array[] = []
  while (feature.more) {
    const tag = feature.varint()
    if (tag >> 3 === 2) {
      const tags = feature.part()
      while (tags.more) attributes.set(keys[tags.varint()] ?? '', values[tags.varint()] ?? '')
    } else if (tag >> 3 === 4) parts = partsOf(feature.part())
    else feature.skip(tag & 7)
  }
  return parts.map((points) => ({ name: attributes.get('name') ?? '', roadClass: attributes.get('class') ?? '', points }))
}

const zigzag = (value: number) => (value % 2 === 0 ? value / 2 : -(value + 1) / 2)

function partsOf(commands: Fields): Int16Array[] {
  const parts: Int16Array[] = []
  let now: number[] = []
  let x = 0
  let y = 0
  const finish = () => {
    if (now.length >= 4) parts.push(Int16Array.from(now))
    now = []
  }
  while (commands.more) {
    const command = commands.varint()
    if ((command & 7) === MOVE_TO) finish()
    if ((command & 7) !== MOVE_TO && (command & 7) !== LINE_TO) continue
    for (let left = command >> 3; left > 0; left--) {
      x += zigzag(commands.varint())
      y += zigzag(commands.varint())
      now.push(x, y)
    }
  }
  finish()
  return parts
}

import { xOf, yOf } from '../mercator'

/** A precinct on the plane: its rings, and where its name stands. */
export interface PrecinctShape {
  name: string
  rings: Float64Array[]
  box: [west: number, south: number, east: number, north: number]
  /** A point inside, in the middle of the widest part of the shape's middle line; null for what has no ground. */
  middle: { x: number; y: number } | null
}

type Position = number[]

/** Reads what the server says of precincts (GeoJSON, RFC 7946); anything else in it is passed over. */
export function precinctsOf(geoJson: unknown): PrecinctShape[] {
  const features = (geoJson as { features?: unknown } | null)?.features
  return Array.isArray(features) ? features.flatMap(shapeOf) : []
}

function shapeOf(feature: { properties?: { name?: unknown }; geometry?: { type?: string; coordinates?: unknown } }): PrecinctShape[] {
  const { type, coordinates } = feature.geometry ?? {}
  const polygons = type === 'Polygon' ? [coordinates as Position[][]] : type === 'MultiPolygon' ? (coordinates as Position[][][]) : []
  const rings = polygons.flat().map(ringOf)
  if (rings.length === 0) return []
  const box: PrecinctShape['box'] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 2) {
      box[0] = Math.min(box[0], ring[i] as number)
      box[1] = Math.min(box[1], ring[i + 1] as number)
      box[2] = Math.max(box[2], ring[i] as number)
      box[3] = Math.max(box[3], ring[i + 1] as number)
    }
  }
  return [{ name: String(feature.properties?.name ?? ''), rings, box, middle: insideOf(rings, (box[1] + box[3]) / 2) }]
}

function ringOf(positions: Position[]): Float64Array {
  const ring = new Float64Array(positions.length * 2)
  positions.forEach(([lon = 0, lat = 0], index) => {
    ring[2 * index] = xOf(lon)
    ring[2 * index + 1] = yOf(lat)
  })
  return ring
}

/** The middle of the longest stretch that a level line has inside the rings: a name there never stands in a hole. */
export function insideOf(rings: readonly Float64Array[], y: number): { x: number; y: number } | null {
  const crossings: number[] = []
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [x0, y0, x1, y1] = [ring[i], ring[i + 1], ring[i + 2], ring[i + 3]] as [number, number, number, number]
      if (y0 > y !== y1 > y) crossings.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0))
    }
  }
  crossings.sort((a, b) => a - b)
  let best: { x: number; y: number } | null = null
  let widest = 0
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = (crossings[i + 1] as number) - (crossings[i] as number)
    if (width > widest) {
      widest = width
      best = { x: ((crossings[i] as number) + (crossings[i + 1] as number)) / 2, y }
    }
  }
  return best
}

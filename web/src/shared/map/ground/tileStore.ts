import { fetchTile } from '../tiles'
import type { RoadTile } from './paint'
import { levelOf } from './roadStyle'
import { keyOf, type TileAt } from './tileGrid'
import { roadsOf } from './vectorTile'

const KEPT = 160

/** The tiles of one version of the roads: fetched once, those used last are kept. */
export class TileStore {
  private readonly tiles = new Map<string, RoadTile | null>()
  private readonly pending = new Set<string>()
  private silence = new AbortController()
  private version = ''

  /** @param arrived called whenever a tile is there, or is known never to come */
  constructor(private readonly arrived: () => void, private readonly get: (url: string, signal: AbortSignal) => Promise<ArrayBuffer> = fetchTile) {}

  /** Shows the roads of a version; false where it is the one shown already. */
  use(version: string): boolean {
    if (version === this.version) return false
    this.version = version
    this.silence.abort()
    this.silence = new AbortController()
    this.tiles.clear()
    this.pending.clear()
    return true
  }

  /** Those of these tiles that are here, and how many are still on their way; what is not here is fetched. */
  here(wanted: readonly TileAt[]): { tiles: RoadTile[]; missing: number } {
    const tiles: RoadTile[] = []
    let missing = 0
    if (this.version === '') return { tiles, missing }
    for (const at of wanted) {
      const key = keyOf(at)
      const tile = this.tiles.get(key)
      if (tile === undefined) {
        missing++
        this.fetch(at, key)
        continue
      }
      // Used again, so it goes to the end of those that may be forgotten.
      this.tiles.delete(key)
      this.tiles.set(key, tile)
      if (tile) tiles.push(tile)
    }
    return { tiles, missing }
  }

  private fetch(at: TileAt, key: string): void {
    if (this.pending.has(key)) return
    this.pending.add(key)
    const { signal } = this.silence
    const keep = (tile: RoadTile | null) => {
      if (signal.aborted) return
      this.pending.delete(key)
      this.tiles.set(key, tile)
      for (const old of this.tiles.keys()) {
        if (this.tiles.size <= KEPT) break
        this.tiles.delete(old)
      }
      this.arrived()
    }
    this.get(`/api/map/roads/${key}?v=${encodeURIComponent(this.version)}`, signal).then(
      (bytes) => keep(roadTile(at, bytes)),
      () => keep(null)
    ).catch(() => keep(null))
  }
}

function roadTile(at: TileAt, bytes: ArrayBuffer): RoadTile {
  const { extent, lines } = roadsOf(bytes)
  const byLevel: RoadTile['byLevel'] = { 1: [], 2: [], 3: [] }
  for (const line of lines) byLevel[levelOf(line.roadClass)].push(line)
  return { at, extent, byLevel }
}

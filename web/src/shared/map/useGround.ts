import { onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { api } from '@/shared/http/client'
import { xOf, yOf } from './mercator'

/** West, south, east, north in metres of the plane. */
export type Box = [number, number, number, number]

const LOOK_MS = 20_000
const LOOK_WHILE_EMPTY_MS = 4000

/**
 * What there is to draw: where, which roads, which precincts. It looks again by itself, because a city may be imported
 * while the map is open.
 */
export function useGround(shown: { roads: (version: string) => void; precincts: (geoJson: unknown) => void; box: (box: Box) => void }) {
  const box = shallowRef<Box | null>(null)
  /** True once the server has answered that there is nothing to draw. */
  const empty = ref(false)
  let precinctsVersion = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  async function look(): Promise<void> {
    try {
      const extent = await api.get('/api/map/extent', { background: true, quiet: true })
      if (closed) return
      const { west, south, east, north } = extent
      empty.value = typeof west !== 'number'
      if (typeof west === 'number' && typeof south === 'number' && typeof east === 'number' && typeof north === 'number') {
        const next: Box = [xOf(west), yOf(south), xOf(east), yOf(north)]
        const first = box.value === null
        box.value = next
        if (first) shown.box(next)
        shown.roads(extent.roadsVersion)
      }
      if (extent.precinctsVersion !== precinctsVersion) {
        const geoJson = await api.get('/api/precincts', { background: true, quiet: true })
        if (closed) return
        shown.precincts(typeof geoJson === 'string' ? JSON.parse(geoJson) : geoJson)
        precinctsVersion = extent.precinctsVersion
      }
    } catch {
      // The line is down or the screen is locked: the board says so, and we look again.
    }
    if (!closed) timer = setTimeout(() => void look(), box.value ? LOOK_MS : LOOK_WHILE_EMPTY_MS)
  }

  onMounted(() => void look())
  onBeforeUnmount(() => {
    closed = true
    clearTimeout(timer)
  })
  return { box, empty }
}

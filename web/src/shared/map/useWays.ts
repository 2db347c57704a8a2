import { computed, onBeforeUnmount, shallowRef, watch } from 'vue'
import { api } from '@/shared/http/client'
import { t } from '@/shared/i18n/i18n'
import type { IncidentView } from '@/shared/types'
import type { FleetFix } from './fleet'
import type { FocusCandidate } from './focus'
import { xOf, yOf } from './mercator'
import type { FocusWay } from './scene'

const UNDER_WAY = new Set(['DISPATCHED', 'ACKNOWLEDGED', 'EN_ROUTE'])
const MOST = 6
const AGAIN_MS = 30_000

/** Those of the run card; where nobody is marked, the first three. */
export function worthShowing(candidates: readonly FocusCandidate[], assigned: ReadonlySet<string>): FocusCandidate[] {
  const free = candidates.filter((one) => !assigned.has(one.unitId))
  const advised = free.filter((one) => one.recommended)
  return (advised.length > 0 ? advised : free.slice(0, 3)).slice(0, MOST)
}

/** Latitudes and longitudes in turn as a line on the plane; null where there is none. */
export function planeLine(latLon: readonly number[]): Float64Array | null {
  if (latLon.length < 4) return null
  const line = new Float64Array(latLon.length)
  for (let i = 0; i + 1 < latLon.length; i += 2) {
    line[i] = xOf(latLon[i + 1] as number)
    line[i + 1] = yOf(latLon[i] as number)
  }
  return line
}

/** The ways of the units that could go to the incident in focus, by road with minutes, and of those that are going. */
export function useWays(incident: () => IncidentView | undefined, candidates: () => readonly FocusCandidate[], fixOf: (unitId: string) => FleetFix | undefined) {
  const roads = shallowRef(new Map<string, Float64Array | null>())
  const assigned = computed(() => new Set((incident()?.units ?? []).map((one) => one.unitId)))
  const going = computed(() => (incident()?.units ?? []).filter((one) => UNDER_WAY.has(one.status)).slice(0, MOST))
  const shown = computed(() => (incident() ? worthShowing(candidates(), assigned.value) : []))
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const startOf = (one: FocusCandidate) => {
    const fix = fixOf(one.unitId)
    return fix ?? (one.lat !== null && one.lon !== null ? { lat: one.lat, lon: one.lon } : null)
  }

  async function ask(): Promise<void> {
    clearTimeout(timer)
    const turn = ++asked
    const place = incident()?.place
    const starts = [...shown.value.map((one) => ({ unitId: one.unitId, at: startOf(one) })), ...going.value.map((one) => ({ unitId: one.unitId, at: fixOf(one.unitId) ?? null }))].flatMap(({ unitId, at }) =>
      at ? [{ unitId, at }] : []
    )
    if (!place || starts.length === 0) return
    const from = starts.map(({ at }) => `${at.lat.toFixed(6)},${at.lon.toFixed(6)}`)
    try {
      const ways = await api.get('/api/map/routes', { query: { to: `${place.lat},${place.lon}`, from }, background: true, quiet: true })
      if (turn !== asked) return
      roads.value = new Map(starts.map((start, index) => [start.unitId, planeLine(ways[index]?.line ?? [])]))
    } catch {
      // Straight lines say enough until the next time.
    }
    if (turn === asked) timer = setTimeout(() => void ask(), AGAIN_MS)
  }

  watch([() => incident()?.id, () => incident()?.place?.lat, () => [...shown.value, ...going.value].map((one) => one.unitId).join()], ([id, lat], [idBefore, latBefore]) => {
    if (id !== idBefore || lat !== latBefore) roads.value = new Map()
    void ask()
  }, { immediate: true })
  onBeforeUnmount(() => {
    asked++
    clearTimeout(timer)
  })

  return computed<FocusWay[]>(() => {
    const under = going.value.map((one) => ({ unitId: one.unitId, words: '', strong: false, from: null, road: roads.value.get(one.unitId) ?? null }))
    const could = shown.value.map((one) => ({
      unitId: one.unitId, words: `${one.callSign ? `${one.callSign} ` : ''}${t('map.minutes', { minutes: (one.seconds / 60).toFixed(1) })}`,
      strong: one.recommended ?? false, from: startOf(one), road: roads.value.get(one.unitId) ?? null
    }))
    return [...under, ...could]
  })
}

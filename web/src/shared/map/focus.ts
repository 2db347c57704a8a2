import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

/** A point of a form: WGS-84 degrees, with the words it was found by. */
export interface FocusPlace {
  lat: number
  lon: number
  label: string
}

/** A unit that could be sent to the incident in focus. */
export interface FocusCandidate {
  unitId: string
  /** Expected seconds to the incident. */
  seconds: number
  /** Where the recommendation counted from; the map prefers the unit's latest position if it knows one. */
  lat: number | null
  lon: number | null
  /** True for those that fill the run card; the others are drawn more quietly. */
  recommended?: boolean
  callSign?: string
}

/**
 * What the rest of the console wants the map to show. Rooms write here (the incident page, the recommendation, the
 * call form), the map reads; neither knows the other. Each writer clears what it set when it leaves.
 */
export const useMapFocus = defineStore('mapFocus', () => {
  /** The open incident. */
  const incidentId = ref<string | null>(null)
  /** The open unit. */
  const unitId = ref<string | null>(null)
  /** The place found for the call being typed. */
  const place = shallowRef<FocusPlace | null>(null)
  /** Units recommended for `incidentId`, the best first. */
  const candidates = shallowRef<readonly FocusCandidate[]>([])
  /** The call form asks for a place: the map then offers to take one from it. */
  const picking = ref(false)
  /** The place that was taken from the map; whoever asked watches it. */
  const picked = shallowRef<FocusPlace | null>(null)
  /** Counts up when the map should bring the focus into view although it has not changed. */
  const looks = ref(0)

  function showIncident(id: string | null): void {
    if (id !== incidentId.value) candidates.value = []
    incidentId.value = id
  }

  function showUnit(id: string | null): void {
    unitId.value = id
  }

  function showPlace(next: FocusPlace | null): void {
    const same = next !== null && place.value !== null && next.lat === place.value.lat && next.lon === place.value.lon && next.label === place.value.label
    if (!same) place.value = next
  }

  function showCandidates(forIncident: string, units: readonly FocusCandidate[]): void {
    if (forIncident === incidentId.value) candidates.value = units
  }

  /** Takes an incident back, if it is still the one shown: the next page may already have set its own. */
  function leaveIncident(id: string): void {
    if (incidentId.value === id) showIncident(null)
  }

  /** Says that a form wants a place from the map, or no longer does. */
  function askPlace(wanted: boolean): void {
    picking.value = wanted
    if (!wanted) picked.value = null
  }

  function pick(place: FocusPlace): void {
    picked.value = place
  }

  /** Brings what is in focus into view again, even if the officer moved the map away. */
  function look(): void {
    looks.value++
  }

  function clear(): void {
    incidentId.value = null
    unitId.value = null
    place.value = null
    candidates.value = []
    askPlace(false)
  }

  const anything = computed(() => incidentId.value !== null || unitId.value !== null || place.value !== null)

  return {
    incidentId, unitId, place, candidates, picking, picked, looks, anything,
    showIncident, showUnit, showPlace, showCandidates, leaveIncident, askPlace, pick, look, clear
  }
})

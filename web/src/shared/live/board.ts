import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { allPages, api } from '@/shared/http/client'
import { useInstanceClock } from '@/shared/time/clock'
import type { AlertView, AssignmentView, CallView, IncidentView, UnitView } from '@/shared/types'
import { Collection } from './collection'
import { type Change, StreamFollower, type StreamState } from './stream'

type Listener = (change: Change) => void
/** As the stream sends them: unit, degrees WGS-84, degrees from north, instant. */
type PositionRow = [unitId: string, lat: number, lon: number, course: number | null, at: string]

export interface LivePosition {
  lat: number
  lon: number
  course: number | null
  at: string
}

const openCall = (call: CallView) => call.state === 'RINGING' || call.state === 'TAKING'
export const openIncident = (incident: IncidentView) => incident.state !== 'CLOSED' && incident.state !== 'MERGED'

/** Everything that is under way, kept equal to the server by the live stream. All screens read from here. */
export const useBoard = defineStore('board', () => {
  const calls = new Collection<CallView>()
  const incidents = new Collection<IncidentView>()
  const units = new Collection<UnitView>()
  const assignments = new Collection<AssignmentView>()
  const alerts = new Collection<AlertView>()
  const all = [calls, incidents, units, assignments, alerts] as Collection<never>[]

  const positions = new Map<string, LivePosition>()
  const state = ref<StreamState>('connecting')
  const silentSince = ref<number>(Date.now())
  const heardAt = ref<number>(Date.now())
  const loaded = ref(false)
  const listeners = shallowRef(new Set<Listener>())
  const onFailure = shallowRef<(() => void) | null>(null)
  const clock = useInstanceClock()

  async function reload(): Promise<void> {
    const background = true
    all.forEach((one) => one.beginReload())
    const [openCalls, openIncidents, everyUnit, openAlerts] = await Promise.all([
      permitted(allPages<CallView>((after) => api.get('/api/calls', { query: { state: 'open', limit: 200, after }, background }))),
      permitted(allPages<IncidentView>((after) => api.get('/api/incidents', { query: { state: 'open', limit: 200, after }, background }))),
      permitted(allPages<UnitView>((after) => api.get('/api/units', { query: { limit: 200, after }, background }))),
      permitted(allPages<AlertView>((after) => api.get('/api/alerts', { query: { limit: 200, after }, background })))
    ])
    calls.endReload(openCalls)
    incidents.endReload(openIncidents)
    units.endReload(everyUnit)
    alerts.endReload(openAlerts)
    assignments.endReload([])
    loaded.value = true
  }

  /** A list that this officer may not read is empty, not a failure of the whole board. */
  async function permitted<T>(list: Promise<T[]>): Promise<T[]> {
    try {
      return await list
    } catch (thrown) {
      if ((thrown as { status?: number }).status === 403) return []
      throw thrown
    }
  }

  function take(change: Change): void {
    switch (change.topic) {
      case 'call':
        calls.put(change.body as CallView)
        break
      case 'incident':
        incidents.put(change.body as IncidentView)
        break
      case 'unit':
        units.put(change.body as UnitView)
        break
      case 'assignment':
        assignments.put(change.body as AssignmentView)
        break
      case 'alert':
        alerts.put(change.body as AlertView)
        break
    }
    listeners.value.forEach((listener) => listener(change))
  }

  /** Positions come by the thousand: they go into a plain map, and screens look once a second. */
  function takePositions(rows: PositionRow[]): void {
    for (const [unitId, lat, lon, course, at] of rows) positions.set(unitId, { lat, lon, course, at })
  }

  const follower = new StreamFollower({
    reload,
    change: take,
    ephemeral: (topic, body) => topic === 'positions' && takePositions(body as PositionRow[]),
    heard: (now) => {
      heardAt.value = Date.now()
      clock.sync(now)
    },
    state: (next, since) => {
      state.value = next
      silentSince.value = since
    },
    failed: () => onFailure.value?.()
  })

  const offline = () => follower.lineLost()
  const online = () => follower.lineBack()

  function start(): void {
    window.addEventListener('offline', offline)
    window.addEventListener('online', online)
    follower.start()
  }

  function stop(): void {
    window.removeEventListener('offline', offline)
    window.removeEventListener('online', online)
    follower.stop()
    all.forEach((one) => one.clear())
    positions.clear()
    loaded.value = false
    state.value = 'connecting'
  }

  /** Hears every change, for screens that keep more than the board does. Returns the way to stop. */
  function listen(listener: Listener): () => void {
    listeners.value.add(listener)
    return () => listeners.value.delete(listener)
  }

  const openCalls = computed(() =>
    [...calls.byId.values()].filter(openCall).sort((a, b) => a.receivedAt.localeCompare(b.receivedAt))
  )
  const openIncidents = computed(() => [...incidents.byId.values()].filter(openIncident))
  const allUnits = computed(() => [...units.byId.values()].sort((a, b) => a.callSign.localeCompare(b.callSign, 'zh-CN', { numeric: true })))
  const openAlerts = computed(() =>
    [...alerts.byId.values()].filter((alert) => alert.state === 'OPEN').sort((a, b) => a.since.localeCompare(b.since))
  )

  return {
    calls, incidents, units, assignments, alerts, positions,
    openCalls, openIncidents, allUnits, openAlerts,
    state, silentSince, heardAt, loaded, onFailure,
    start, stop, listen, reload, take
  }
})

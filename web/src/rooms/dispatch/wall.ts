import type { IncidentView, UnitView } from '@/shared/types'

/** What the wall may show of an incident: nothing finer than the precinct, nothing of callers. */
export interface WallRow {
  id: string
  number: string
  priority: number
  typeCode: string
  precinct: string | null
  agencyId: string
  state: IncidentView['state']
  units: number
  since: string
  overdue: boolean
}

const received = (one: IncidentView) => one.instants.received ?? one.instants.created ?? one.updatedAt

/** The most urgent and oldest. Built field by field, so that a new field of an incident never reaches the wall by itself. */
export function wallRows(incidents: readonly IncidentView[], most: number): WallRow[] {
  return [...incidents]
    .sort((a, b) => a.priority - b.priority || received(a).localeCompare(received(b)))
    .slice(0, most)
    .map((one) => ({
      id: one.id,
      number: one.number.slice(-4),
      priority: one.priority,
      typeCode: one.typeCode,
      precinct: one.place?.precinct?.name ?? null,
      agencyId: one.agencyId,
      state: one.state,
      units: one.units.filter((unit) => unit.status !== 'CLEARED' && unit.status !== 'CANCELLED').length,
      since: received(one),
      overdue: one.overdue.length > 0
    }))
}

/** Units in the four words that matter from afar. */
export function wallUnits(units: readonly UnitView[]): { key: 'free' | 'way' | 'scene' | 'out'; count: number }[] {
  const sums = { free: 0, way: 0, scene: 0, out: 0 }
  for (const unit of units) {
    if (unit.status === 'AVAILABLE') sums.free++
    else if (unit.status === 'OUT_OF_SERVICE') sums.out++
    else if (unit.status === 'ON_SCENE' || unit.status === 'AT_DESTINATION') sums.scene++
    else sums.way++
  }
  return (['free', 'way', 'scene', 'out'] as const).map((key) => ({ key, count: sums[key] }))
}

import type { IncidentView } from '@/shared/types'

export interface QueueFilter {
  show: 'all' | 'waiting' | 'overdue'
  agencyId: string
  /** A point that the command line found: only what is within `NEAR_METRES` of it. */
  near: { lat: number; lon: number } | null
}

export const NEAR_METRES = 800

/** Rough distance on the ground, good for a filter of some hundred metres. */
function metresBetween(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const radians = Math.PI / 180
  const x = (b.lon - a.lon) * radians * Math.cos(((a.lat + b.lat) / 2) * radians)
  const y = (b.lat - a.lat) * radians
  return Math.hypot(x, y) * 6_371_000
}

export function receivedAt(incident: IncidentView): string {
  return incident.instants.received ?? incident.instants.created ?? incident.updatedAt
}

/** By priority, the oldest first within each: what waited longest of the most urgent stands on top. */
export function inOrder(incidents: readonly IncidentView[]): IncidentView[] {
  return [...incidents].sort((a, b) => a.priority - b.priority || receivedAt(a).localeCompare(receivedAt(b)) || a.number.localeCompare(b.number))
}

export function filtered(incidents: readonly IncidentView[], filter: QueueFilter): IncidentView[] {
  return incidents.filter((incident) => {
    if (filter.show === 'waiting' && incident.state !== 'CREATED') return false
    if (filter.show === 'overdue' && incident.overdue.length === 0) return false
    if (filter.agencyId && incident.agencyId !== filter.agencyId) return false
    if (filter.near && (!incident.place || metresBetween(filter.near, incident.place) > NEAR_METRES)) return false
    return true
  })
}

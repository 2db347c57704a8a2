import type { Candidate, IncidentView, UnitView } from '@/shared/types'

export type Found =
  | { kind: 'incident'; id: string; incident: IncidentView }
  | { kind: 'unit'; id: string; unit: UnitView }
  | { kind: 'place'; id: string; place: Candidate }

/** Incidents by the end of their number, place or type; units by call sign. Exact hits first. */
export function findOnBoard(
  query: string,
  incidents: readonly IncidentView[],
  units: readonly UnitView[],
  typeName: (code: string) => string
): Found[] {
  const wanted = query.toLowerCase()
  const hits: { rank: number; found: Found }[] = []
  for (const unit of units) {
    const sign = unit.callSign.toLowerCase()
    const rank = sign === wanted ? 0 : sign.startsWith(wanted) ? 2 : sign.includes(wanted) ? 5 : 99
    if (rank < 99) hits.push({ rank, found: { kind: 'unit', id: unit.id, unit } })
  }
  for (const incident of incidents) {
    const short = incident.number.replace(/^.*-0*/, '')
    const words = `${incident.place?.label ?? ''} ${incident.addressText ?? ''} ${typeName(incident.typeCode)}`.toLowerCase()
    const rank = short === wanted || incident.number === wanted ? 0 : incident.number.includes(wanted) ? 3 : words.includes(wanted) ? 4 : 99
    if (rank < 99) hits.push({ rank, found: { kind: 'incident', id: incident.id, incident } })
  }
  return hits.sort((a, b) => a.rank - b.rank).slice(0, 8).map((hit) => hit.found)
}

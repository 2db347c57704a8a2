import type { IncidentView } from '@/shared/types'

export interface Difference {
  /** i18n key under `field`. */
  field: string
  from: string
  to: string
}

/** What differs between the incident a person acted on and the one the server has now, in words that can be shown. */
export function differences(seen: IncidentView, now: IncidentView, words: { type(code: string): string; state(code: string): string; status(code: string): string }): Difference[] {
  const units = (incident: IncidentView) => incident.units.map((unit) => `${unit.callSign} ${words.status(unit.status)}`).sort().join(', ')
  const pairs: [string, string, string][] = [
    ['state', words.state(seen.state), words.state(now.state)],
    ['priority', String(seen.priority), String(now.priority)],
    ['typeCode', words.type(seen.typeCode), words.type(now.typeCode)],
    ['addressText', seen.place?.label ?? seen.addressText ?? '', now.place?.label ?? now.addressText ?? ''],
    ['narrative', seen.narrative ?? '', now.narrative ?? ''],
    ['agency', seen.agencyName, now.agencyName],
    ['calls', String(seen.callCount), String(now.callCount)],
    ['units', units(seen), units(now)],
    ['disposition', seen.disposition?.code ?? '', now.disposition?.code ?? '']
  ]
  return pairs.filter(([, from, to]) => from !== to).map(([field, from, to]) => ({ field, from: from || '–', to: to || '–' }))
}

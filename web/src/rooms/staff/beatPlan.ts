import type { AreaCount } from '@/shared/types'

/** One precinct in a plan of beats: what happened there, and how many rounds it gets. */
export interface Beat {
  key: string
  agencyId: string
  name: string
  bands: [number, number, number, number]
  count: number
  rounds: number
}

const PLANNED = new Set(['CRIME', 'PUBLIC_ORDER'])

/**
 * Deals the rounds of patrol among precincts by what happened there, by largest remainder, so that the rounds dealt
 * are exactly those there are. Every precinct gets one round before any gets two, as far as they go. Numbers of areas
 * alone: nothing here knows a place or a person.
 */
export function beatPlan(areas: readonly AreaCount[], rounds: number): Beat[] {
  const beats = new Map<string, Beat>()
  for (const area of areas) {
    if (!PLANNED.has(area.group)) continue
    const key = `${area.agencyId}|${area.precinctCode ?? ''}`
    const beat = beats.get(key) ?? { key, agencyId: area.agencyId, name: area.precinctName ?? '', bands: [0, 0, 0, 0], count: 0, rounds: 0 }
    const band = Math.min(3, Math.max(0, area.band)) as 0 | 1 | 2 | 3
    beat.bands[band] += area.count
    beat.count += area.count
    beats.set(key, beat)
  }
  const sorted = [...beats.values()].sort((a, b) => b.count - a.count || a.key.localeCompare(b.key))
  deal(sorted, rounds)
  return sorted
}

function deal(beats: Beat[], rounds: number): void {
  const total = beats.reduce((sum, beat) => sum + beat.count, 0)
  if (!total) return
  const first = beats.slice(0, rounds)
  first.forEach((beat) => (beat.rounds = 1))
  const left = rounds - first.length
  if (left <= 0) return
  const shares = beats.map((beat) => ({ beat, exact: (left * beat.count) / total }))
  shares.forEach(({ beat, exact }) => (beat.rounds += Math.floor(exact)))
  let spare = left - shares.reduce((sum, { exact }) => sum + Math.floor(exact), 0)
  for (const { beat } of [...shares].sort((a, b) => (b.exact % 1) - (a.exact % 1) || b.beat.count - a.beat.count)) {
    if (spare-- <= 0) break
    beat.rounds += 1
  }
}

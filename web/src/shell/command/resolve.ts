import type { Agency, Disposition, IncidentView, UnitView } from '@/shared/types'

/** What a word of the line may mean: one thing, none, or several that the writer must tell apart. */
export type Meaning<T> = { one: T } | { none: true } | { many: T[] }

/** The part of an incident's number that people say: `20261122-0023` is 23. */
export const serialOf = (incident: { number: string }): string => incident.number.replace(/^.*-/, '').replace(/^0+(?=\d)/, '')

/** A call sign as it is compared: no spaces, lower case, no leading zeros in its numbers (`e7` is `E07`). */
const plain = (text: string) => text.toLowerCase().replace(/\s+/g, '').replace(/(^|\D)0+(?=\d)/g, '$1')

/** A call sign as it is written into the line: one word. */
export const signOf = (unit: { callSign: string }): string => unit.callSign.replace(/\s+/g, '')

function only<T>(found: T[]): Meaning<T> | null {
  if (found.length === 0) return null
  return found.length === 1 ? { one: found[0] as T } : { many: found }
}

function first<T>(...tiers: T[][]): Meaning<T> {
  for (const tier of tiers) {
    const meaning = only(tier)
    if (meaning) return meaning
  }
  return { none: true }
}

/**
 * An open incident by its short number, or by any end of the whole number; `.` is the one that is open on the screen.
 * Two days may both have a 23: then the newer day's is meant if it alone is from that day, else both are shown.
 */
export function incidentOf(word: string, open: readonly IncidentView[], current: string | null): Meaning<IncidentView> {
  if (word === '.' || word === '。') return first(open.filter((one) => one.id === current))
  const wanted = word.replace(/^#/, '')
  if (!/^[\d-]+$/.test(wanted)) return { none: true }
  const serial = wanted.replace(/^0+(?=\d)/, '')
  const same = open.filter((one) => one.number === wanted || serialOf(one) === serial)
  const newest = same.reduce((day, one) => (one.number > day ? one.number : day), '').slice(0, 8)
  const ofNewest = same.filter((one) => one.number === wanted || one.number.startsWith(newest))
  return first(same.length > 1 && ofNewest.length === 1 ? ofNewest : same, wanted.length >= 2 ? open.filter((one) => one.number.endsWith(wanted)) : [])
}

/** A unit by its call sign, the initials of it (`x04` is 巡04), or a beginning that only one unit has. */
export function unitOf(word: string, units: readonly UnitView[], initials: (words: string) => string): Meaning<UnitView> {
  const wanted = plain(word)
  const signs = units.map((unit) => ({ unit, sign: plain(unit.callSign), short: plain(initials(unit.callSign)) }))
  const pick = (fits: (one: { sign: string; short: string }) => boolean) => signs.filter(fits).map((one) => one.unit)
  return first(
    pick((one) => one.sign === wanted),
    pick((one) => one.short === wanted),
    pick((one) => one.sign.startsWith(wanted)),
    pick((one) => one.short.startsWith(wanted)),
    pick((one) => one.sign.includes(wanted))
  )
}

export function agencyOf(word: string, agencies: readonly Agency[], initials: (words: string) => string): Meaning<Agency> {
  const wanted = word.toLowerCase()
  const name = (one: Agency) => `${one.nameZh} ${one.nameEn.replace(/\s+/g, '')}`.toLowerCase()
  return first(
    agencies.filter((one) => one.code.toLowerCase() === wanted),
    agencies.filter((one) => one.nameZh === word || one.nameEn.toLowerCase().replace(/\s+/g, '') === wanted),
    agencies.filter((one) => one.code.toLowerCase().endsWith(wanted)),
    agencies.filter((one) => name(one).includes(wanted)),
    agencies.filter((one) => initials(one.nameZh).startsWith(wanted))
  )
}

export function dispositionOf(word: string, list: readonly Disposition[], initials: (words: string) => string): Meaning<Disposition> {
  const wanted = word.toLowerCase()
  return first(
    list.filter((one) => one.code.toLowerCase() === wanted || one.zh === word),
    list.filter((one) => one.code.toLowerCase().startsWith(wanted)),
    list.filter((one) => initials(one.zh).startsWith(wanted)),
    list.filter((one) => one.zh.includes(word))
  )
}

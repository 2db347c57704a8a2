import type { Agency, Disposition, IncidentView, UnitView } from '@/shared/types'
import { tasksOf } from './act'
import type { Parsed, World } from './parse'
import { serialOf, signOf } from './resolve'
import { SPECS, type Slot, type Spec } from './words'

/** One offer for the word at the end of the line: what would be written, and what it stands for. */
export type Offer =
  | { kind: 'verb'; insert: string; spec: Spec }
  | { kind: 'incident'; insert: string; incident: IncidentView }
  | { kind: 'unit'; insert: string; unit: UnitView; seconds: number | null }
  | { kind: 'agency'; insert: string; agency: Agency }
  | { kind: 'disposition'; insert: string; disposition: Disposition }

const MOST = 8

/** What may stand next, the likeliest first. `secondsTo` are the travel times of the recommendation on the screen, if any. */
export function offers(parsed: Parsed, world: World, secondsTo: ReadonlyMap<string, number> = new Map()): Offer[] {
  if (parsed.kind !== 'act') return []
  const { slot, word } = parsed.here
  if (slot === 'text') return []
  return offersFor(slot, word, parsed, world, secondsTo).slice(0, MOST)
}

/** Verbs whose word begins as the line does; all that are permitted for an empty line. */
export function verbOffers(line: string, may: (permission: string) => boolean): Offer[] {
  const opening = line.trim().toLowerCase()
  if (/\s/.test(opening)) return []
  return SPECS.filter((spec) => spec.anyOf.some(may) && spec.words.some((word) => word.startsWith(opening))).map((spec) => ({ kind: 'verb', insert: spec.words[0] ?? '', spec }))
}

function offersFor(slot: Slot, word: string, parsed: Extract<Parsed, { kind: 'act' }>, world: World, secondsTo: ReadonlyMap<string, number>): Offer[] {
  switch (slot) {
    case 'incident':
    case 'into':
      return incidents(word, world.incidents.filter((one) => slot === 'incident' || one !== parsed.act.incident))
    case 'taskIncident': {
      const mine = new Set(parsed.act.units.flatMap(tasksOf).map((task) => task.incidentId))
      return incidents(word, world.incidents.filter((one) => mine.has(one.id)))
    }
    case 'units': {
      // The word still being typed may mean a unit already; those before it are settled.
      const settled = word === '' || parsed.trouble?.named.word === word ? parsed.act.units : parsed.act.units.slice(0, -1)
      return units(word, world, secondsTo, (unit) => !settled.includes(unit), freeFirst)
    }
    case 'unitTask':
      return units(word, world, secondsTo, (unit) => tasksOf(unit).length > 0, () => 0)
    case 'agency':
      return world.agencies
        .filter((one) => one.id !== parsed.act.incident?.agencyId && fits(word, one.code, one.nameZh, one.nameEn, world.initials(one.nameZh)))
        .map((agency) => ({ kind: 'agency', insert: agency.code, agency }))
    case 'disposition': {
      const usual = parsed.act.incident ? world.usual(parsed.act.incident.typeCode) : []
      const rank = (one: Disposition) => (usual.includes(one.code) ? usual.indexOf(one.code) : 99)
      return world.dispositions
        .filter((one) => fits(word, one.code, one.zh, one.en, world.initials(one.zh)))
        .sort((a, b) => rank(a) - rank(b))
        .map((disposition) => ({ kind: 'disposition', insert: disposition.code, disposition }))
    }
  }
}

const fits = (word: string, ...names: string[]) => names.some((name) => name.toLowerCase().includes(word.toLowerCase()))

/** The short number if nobody else has it, else the whole. */
function incidents(word: string, among: readonly IncidentView[]): Offer[] {
  const count = new Map<string, number>()
  for (const one of among) count.set(serialOf(one), (count.get(serialOf(one)) ?? 0) + 1)
  return among
    .filter((one) => word === '' || one.number.includes(word) || fits(word, one.place?.label ?? '', one.addressText ?? '', one.typeNameZh, one.typeNameEn))
    .sort((a, b) => Number(serialOf(b) === word) - Number(serialOf(a) === word) || a.priority - b.priority || b.number.localeCompare(a.number))
    .map((incident) => ({ kind: 'incident', insert: count.get(serialOf(incident)) === 1 ? serialOf(incident) : incident.number, incident }))
}

const freeFirst = (unit: UnitView) => (unit.status === 'AVAILABLE' ? 0 : unit.status === 'OUT_OF_SERVICE' ? 2 : 1)

function units(word: string, world: World, secondsTo: ReadonlyMap<string, number>, wanted: (unit: UnitView) => boolean, order: (unit: UnitView) => number): Offer[] {
  const query = word.toLowerCase()
  const near = (unit: UnitView) => secondsTo.get(unit.id) ?? Number.MAX_SAFE_INTEGER
  const starts = (unit: UnitView) => (signOf(unit).toLowerCase().startsWith(query) || world.initials(unit.callSign).startsWith(query) ? 0 : 1)
  return world.units
    .filter((unit) => wanted(unit) && fits(query, signOf(unit), unit.callSign, world.initials(unit.callSign), unit.agencyName, unit.typeNameZh, unit.typeNameEn))
    .sort((a, b) => starts(a) - starts(b) || order(a) - order(b) || near(a) - near(b) || a.callSign.localeCompare(b.callSign, 'zh-CN', { numeric: true }))
    .map((unit) => ({ kind: 'unit', insert: signOf(unit), unit, seconds: secondsTo.get(unit.id) ?? null }))
}

/** The line with the word at its end replaced by an offer, ready for the next word. */
export function accept(line: string, parsed: Parsed, offer: Offer): string {
  if (offer.kind === 'verb' || parsed.kind !== 'act') return `${offer.insert} `
  return `${line.slice(0, parsed.here.start)}${offer.insert} `
}

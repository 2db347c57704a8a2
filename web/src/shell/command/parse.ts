import type { Agency, Disposition, IncidentView, UnitView } from '@/shared/types'
import { type Act, checks, tasksOf, type Trouble } from './act'
import { agencyOf, dispositionOf, incidentOf, type Meaning, serialOf, unitOf } from './resolve'
import { CLEARED, HELP, NEW_CALL, type Slot, type Spec, specOf } from './words'

/** What the line can speak of: what is under way now, and the lists of this installation. */
export interface World {
  /** Open incidents only. */
  incidents: readonly IncidentView[]
  units: readonly UnitView[]
  agencies: readonly Agency[]
  dispositions: readonly Disposition[]
  /** Dispositions usual for a type of incident, as codes. */
  usual: (typeCode: string) => readonly string[]
  /** The incident that is open on the screen. */
  current: string | null
  initials: (words: string) => string
  may: (permission: string) => boolean
}

/** What the word at the end of the line is about: the completion works on it. */
export interface Here {
  slot: Slot | 'text'
  word: string
  start: number
}

export type Parsed =
  | { kind: 'empty' | 'help' | 'newCall' }
  | { kind: 'find'; text: string }
  | {
      kind: 'act'
      spec: Spec
      act: Act
      /** The next argument that is missing, or null. */
      need: Slot | 'text' | null
      trouble: Trouble | null
      /** Does not stop the act. */
      hints: Trouble[]
      ready: boolean
      here: Here
      /** The line without its free words: what the history may keep. */
      bare: string
    }

interface Word {
  text: string
  start: number
}

const names = (list: readonly { number: string }[]) => list.slice(0, 5).map((one) => one.number).join(' ')

/** Reads one line. Pure: the same line in the same world always means the same. */
export function parse(line: string, world: World): Parsed {
  const trimmed = line.trim()
  if (trimmed === '') return { kind: 'empty' }
  if (HELP.includes(trimmed)) return { kind: 'help' }
  if (NEW_CALL.includes(trimmed.toLowerCase())) return { kind: 'newCall' }
  if (/^[/／]/.test(trimmed)) return { kind: 'find', text: trimmed.slice(1).trim() }
  const opening = /^\s*(\S+)\s/.exec(`${line} `)?.[1] ?? ''
  const found = specOf(opening)
  // A command word must be finished by a space; until then it is looked for like any other word.
  if (!found || (trimmed === opening && !/\s$/.test(line))) return { kind: 'find', text: trimmed }
  return new Reading(line, opening, found.force, world).read(found.spec)
}

class Reading {
  private readonly words: Word[]
  private readonly textAfter: { text: string; start: number } | null
  private readonly act: Act
  private trouble: Trouble | null = null
  private readonly hints: Trouble[] = []
  private at = 0
  private need: Slot | 'text' | null = null
  private here: Here | null = null

  constructor(
    private readonly line: string,
    opening: string,
    force: boolean,
    private readonly world: World
  ) {
    const begin = line.indexOf(opening) + opening.length
    const cut = line.slice(begin).search(/[;；]/)
    const body = cut < 0 ? line.slice(begin) : line.slice(begin, begin + cut)
    this.words = [...body.matchAll(/\S+/g)].map((one) => ({ text: one[0], start: begin + one.index }))
    this.textAfter = cut < 0 ? null : { text: line.slice(begin + cut + 1).trim(), start: begin + cut + 1 }
    this.act = { verb: 'dispatch', incident: null, into: null, units: [], task: null, disposition: null, agency: null, text: '', force }
  }

  read(spec: Spec): Parsed {
    const meant = spec.verb === 'close' && this.isUnitAlone() ? CLEARED : spec
    this.act.verb = meant.verb
    if (!meant.anyOf.some(this.world.may)) this.fail('notPermitted', {})
    for (const slot of meant.slots) this.take(slot)
    const argsEnd = this.words[this.at]?.start ?? this.textAfter?.start ?? this.line.length
    this.takeText(meant)
    const found = checks(this.act)
    if (found.trouble) this.fail(found.trouble.code, found.trouble.named)
    this.hints.push(...found.hints)
    const ready = this.trouble === null && this.need === null
    const bare = this.line.slice(0, argsEnd).replace(/[;；]\s*$/, '').trim()
    return { kind: 'act', spec: meant, act: this.act, need: this.need, trouble: this.trouble, hints: this.hints, ready, here: this.here ?? { slot: 'text', word: '', start: this.line.length }, bare }
  }

  /** `cl e07` clears a unit, `cl 23 MEDIATED` closes an incident: numbers are incidents, anything else a unit. */
  private isUnitAlone(): boolean {
    const word = this.words[0]?.text
    if (!word || this.words.length > 2 || !('none' in incidentOf(word, this.world.incidents, this.world.current))) return false
    return !/^[\d#.。-]/.test(word) && !('none' in unitOf(word, this.world.units, this.world.initials))
  }

  private take(slot: Slot): void {
    if (slot === 'taskIncident') return this.takeTaskIncident()
    if (slot === 'units') return this.takeUnits()
    const word = this.words[this.at]
    if (!word) return this.ask(slot)
    this.at++
    this.note(slot, word)
    switch (slot) {
      case 'incident':
        this.act.incident = this.settle(incidentOf(word.text, this.world.incidents, this.world.current), 'Incident', word.text, names)
        break
      case 'into':
        this.act.into = this.settle(incidentOf(word.text, this.world.incidents, this.world.current), 'Incident', word.text, names)
        break
      case 'unitTask':
        this.takeUnit(word)
        break
      case 'agency':
        this.act.agency = this.settle(agencyOf(word.text, this.world.agencies, this.world.initials), 'Agency', word.text, (all) => all.slice(0, 5).map((one) => one.code).join(' '))
        break
      case 'disposition':
        this.act.disposition = this.settle(dispositionOf(word.text, this.world.dispositions, this.world.initials), 'Disposition', word.text, (all) => all.slice(0, 5).map((one) => one.code).join(' '))
        break
    }
  }

  private unit(word: string): UnitView | null {
    return this.settle(unitOf(word, this.world.units, this.world.initials), 'Unit', word, (all) => all.slice(0, 6).map((one) => one.callSign).join(' '))
  }

  private takeUnit(word: Word): void {
    const unit = this.unit(word.text)
    if (!unit) return
    this.act.units = [unit]
    const tasks = tasksOf(unit)
    if (tasks.length === 0) this.fail('unitIdle', { unit: unit.callSign })
    else if (tasks.length === 1) this.act.task = tasks[0] ?? null
  }

  private takeUnits(): void {
    if (this.at >= this.words.length) return this.ask('units')
    for (; this.at < this.words.length; this.at++) {
      const word = this.words[this.at] as Word
      this.note('units', word)
      const unit = this.unit(word.text)
      if (!unit) continue
      if (this.act.units.includes(unit)) this.fail('twice', { unit: unit.callSign })
      else this.act.units.push(unit)
    }
    if (/\s$/.test(this.line) && !this.textAfter) this.here = { slot: 'units', word: '', start: this.line.length }
  }

  /** A unit on several incidents has a status on each: which one is meant must be said. */
  private takeTaskIncident(): void {
    const unit = this.act.units[0]
    const word = this.words[this.at]
    if (word) {
      this.at++
      this.note('taskIncident', word)
      if (!unit) return
      const incident = this.settle(incidentOf(word.text, this.world.incidents, this.world.current), 'Incident', word.text, names)
      if (!incident) return
      this.act.task = tasksOf(unit).find((task) => task.incidentId === incident.id) ?? null
      if (!this.act.task) this.fail('notOnIncident', { unit: unit.callSign, number: incident.number })
    } else if (unit && !this.act.task && tasksOf(unit).length > 1) {
      this.ask('taskIncident')
      this.hint('whichIncident', { unit: unit.callSign, list: tasksOf(unit).map((task) => serialOf({ number: task.incidentNumber })).join(' ') })
    }
  }

  private takeText(spec: Spec): void {
    const rest = this.words[this.at]
    const inPlace = rest && spec.text !== 'none' ? this.line.slice(rest.start).replace(/[;；]/, ' ') : ''
    if (rest && spec.text === 'none') this.fail('surplus', { word: rest.text })
    this.act.text = (inPlace || this.textAfter?.text || '').trim()
    const noteNeeded = spec.verb === 'close' && this.act.disposition?.noteNeeded === true
    if (rest || this.textAfter) this.here = { slot: 'text', word: '', start: rest?.start ?? this.textAfter?.start ?? 0 }
    if (this.act.text === '' && (spec.text === 'required' || noteNeeded)) this.ask('text')
  }

  private settle<T>(meaning: Meaning<T>, what: string, word: string, list: (many: readonly T[]) => string): T | null {
    if ('one' in meaning) return meaning.one
    if ('many' in meaning) this.fail(`several${what}`, { word, list: list(meaning.many) })
    else this.fail(`no${what}`, { word })
    return null
  }

  /** The word that the caret stands on, if it is the last of the line. */
  private note(slot: Slot, word: Word): void {
    if (word.start + word.text.length === this.line.length) this.here = { slot, word: word.text, start: word.start }
  }

  private ask(slot: Slot | 'text'): void {
    this.need ??= slot
    this.here ??= { slot, word: '', start: this.line.length }
  }

  private fail(code: string, named: Record<string, string>): void {
    this.trouble ??= { code, named }
  }

  private hint(code: string, named: Record<string, string>): void {
    this.hints.push({ code, named })
  }
}

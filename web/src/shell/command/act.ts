import type { Agency, AssignmentStatus, Disposition, IncidentView, UnitView } from '@/shared/types'
import { serialOf } from './resolve'
import type { Verb } from './words'

export type Task = UnitView['assignments'][number]

/** One act as it was understood, with the states that the writer saw: their versions go with it. */
export interface Act {
  verb: Verb
  incident: IncidentView | null
  into: IncidentView | null
  units: UnitView[]
  task: Task | null
  disposition: Disposition | null
  agency: Agency | null
  text: string
  force: boolean
}

/** What is wrong or worth knowing, as a message key under `command.trouble` with its values. */
export interface Trouble {
  code: string
  named: Record<string, string>
}

const ACTIVE = (status: AssignmentStatus) => status !== 'CLEARED' && status !== 'CANCELLED'
export const tasksOf = (unit: UnitView): Task[] => unit.assignments.filter((task) => ACTIVE(task.status))

export interface Findings {
  trouble: Trouble | null
  hints: Trouble[]
}

/** What can be seen here to be impossible (trouble) or to need a second look (hints). The server has the last word. */
export function checks(act: Act): Findings {
  switch (act.verb) {
    case 'merge':
      return act.incident && act.incident === act.into ? wrong('sameIncident', { number: act.incident.number }) : fine()
    case 'handover':
      return act.incident && act.agency?.id === act.incident.agencyId ? wrong('alreadyTheirs', { agency: act.agency.code, number: act.incident.number }) : fine()
    case 'divert':
      return divert(act)
    case 'dispatch':
      return dispatch(act)
    case 'close': {
      const running = (act.incident?.units ?? []).filter((unit) => ACTIVE(unit.status))
      return running.length ? fine({ code: 'stillOn', named: { units: running.map((unit) => unit.callSign).join(' ') } }) : fine()
    }
    default:
      return fine()
  }
}

const fine = (...hints: Trouble[]): Findings => ({ trouble: null, hints })
const wrong = (code: string, named: Record<string, string>): Findings => ({ trouble: { code, named }, hints: [] })

function divert(act: Act): Findings {
  const unit = act.units[0]
  if (!unit) return fine()
  const from = tasksOf(unit)
  if (act.into && from.some((task) => task.incidentId === act.into?.id)) return wrong('alreadyOn', { unit: unit.callSign, number: act.into.number })
  if (!act.task && from.length > 1) return wrong('severalTasks', { unit: unit.callSign, list: from.map((task) => serialOf({ number: task.incidentNumber })).join(' ') })
  return fine()
}

function dispatch(act: Act): Findings {
  const hints: Trouble[] = []
  for (const unit of act.units) {
    const tasks = tasksOf(unit)
    if (act.incident && tasks.some((task) => task.incidentId === act.incident?.id)) return wrong('alreadyOn', { unit: unit.callSign, number: act.incident.number })
    if (unit.status === 'OUT_OF_SERVICE') return wrong('unitOut', { unit: unit.callSign, reason: unit.outOfService?.reason ?? '' })
    if (tasks[0] && !act.force) hints.push({ code: 'unitBusy', named: { unit: unit.callSign, number: tasks[0].incidentNumber } })
  }
  return fine(...hints)
}

import { api } from '@/shared/http/client'
import type { useBoard } from '@/shared/live/board'
import type { AssignmentStatus, IncidentView } from '@/shared/types'
import type { Act } from './act'
import type { Verb } from './words'

type Board = ReturnType<typeof useBoard>

/** What was done, as a message under `command.done` with its values, and the page to open after it if any. */
export interface Done {
  message: Verb
  named: Record<string, string | number>
  open: string | null
}

const STATUS: Partial<Record<Verb, AssignmentStatus>> = {
  acknowledged: 'ACKNOWLEDGED', enRoute: 'EN_ROUTE', onScene: 'ON_SCENE', transporting: 'TRANSPORTING', atDestination: 'AT_DESTINATION', cleared: 'CLEARED'
}

/** Something the reading promised and did not keep: a mistake of ours, never of the writer. */
function given<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new TypeError(`the command has no ${what}`)
  return value
}

/** Carries out one act that was read as ready. Answers go to the board at once; the live stream brings the rest. */
export async function runAct(act: Act, board: Board, key: string): Promise<Done> {
  const status = STATUS[act.verb]
  if (status) return reported(act, board, await api.post('/api/assignments/{id}/status', { path: task(act), body: { status }, key }))
  switch (act.verb) {
    case 'feedback':
      return reported(act, board, await api.post('/api/assignments/{id}/feedback', { path: task(act), body: { text: act.text }, key }))
    case 'checkIn':
      return reported(act, board, await api.post('/api/assignments/{id}/check-in', { path: task(act), key }))
    case 'callOff':
      return reported(act, board, await api.post('/api/assignments/{id}/cancel', { path: task(act), body: { reason: act.text }, key }))
    case 'divert': {
      const into = given(act.into, 'incident')
      board.assignments.put(await api.post('/api/assignments/{id}/divert', { path: task(act), body: { toIncidentId: into.id, reason: act.text }, key }))
      return done(act, { unit: sign(act), number: into.number })
    }
    case 'dispatch':
      return dispatch(act, board, key)
    default:
      return onIncident(act, board, key)
  }
}

const task = (act: Act) => ({ id: given(act.task, 'assignment').assignmentId })
const sign = (act: Act) => act.units.map((unit) => unit.callSign).join(' ')
const done = (act: Act, named: Done['named'], open: string | null = null): Done => ({ message: act.verb, named, open })

function reported(act: Act, board: Board, answer: Parameters<Board['assignments']['put']>[0]): Done {
  board.assignments.put(answer)
  return done(act, { unit: sign(act), number: answer.incidentNumber })
}

async function dispatch(act: Act, board: Board, key: string): Promise<Done> {
  const incident = given(act.incident, 'incident')
  const body = { unitIds: act.units.map((unit) => unit.id), ...(act.text ? { reason: act.text } : {}), ...(act.force ? { allowBusy: true } : {}) }
  const made = await api.post('/api/incidents/{id}/orders', { path: { id: incident.id }, body, key })
  made.forEach((one) => board.assignments.put(one))
  return done(act, { count: made.length, units: sign(act), number: incident.number })
}

async function onIncident(act: Act, board: Board, key: string): Promise<Done> {
  const incident = given(act.incident, 'incident')
  const path = { id: incident.id }
  const { version } = incident
  let answer: IncidentView
  if (act.verb === 'close') answer = await api.post('/api/incidents/{id}/close', { path, body: { version, dispositionCode: given(act.disposition, 'disposition').code, note: act.text }, key })
  else if (act.verb === 'merge') answer = await api.post('/api/incidents/{id}/merge', { path, body: { into: given(act.into, 'incident').id, version, reason: act.text }, key })
  else answer = await api.post('/api/incidents/{id}/handover', { path, body: { version, toAgencyId: given(act.agency, 'agency').id, reason: act.text }, key })
  board.incidents.put(answer)
  return done(act, { number: incident.number, into: act.into?.number ?? '', agency: act.agency?.code ?? '', code: act.disposition?.code ?? '' }, act.verb === 'merge' ? `/incident/${given(act.into, 'incident').id}` : null)
}

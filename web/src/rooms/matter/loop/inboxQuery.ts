import type { InboxLine, InboxView } from './types'

/** What an inbox shows: whose, of which kind, in which state, due when. Lives in the address, so that it can be sent on and kept. */
export interface InboxFilter {
  view: InboxView
  kind: string
  state: string
  due: string
  text: string
}

export const VIEWS: InboxView[] = ['mine', 'station', 'below']
export const DUES = ['', 'overdue', 'today', 'week', 'none'] as const
const PARTS = ['view', 'kind', 'state', 'due', 'text'] as const

const one = (value: unknown): string => (typeof value === 'string' ? value : '')

/** From the address, or from a saved filter. What it does not know it leaves out. */
export function readFilter(query: Record<string, unknown>): InboxFilter {
  const view = VIEWS.find((each) => each === query.view) ?? 'mine'
  const due = DUES.find((each) => each === query.due) ?? ''
  return { view, kind: one(query.kind), state: one(query.state), due, text: one(query.text) }
}

export function asQuery(filter: InboxFilter): Record<string, string> {
  return Object.fromEntries(PARTS.map((part) => [part, filter[part]] as const).filter(([part, value]) => value !== '' && !(part === 'view' && value === 'mine')))
}

/** As text in a fixed order, so that two filters that say the same are the same. */
export function asText(filter: InboxFilter): string {
  return new URLSearchParams(asQuery(filter)).toString()
}

export const fromText = (text: string): InboxFilter => readFilter(Object.fromEntries(new URLSearchParams(text)))

export const keyOf = (line: Pick<InboxLine, 'type' | 'id'>): string => `${line.type}:${line.id}`
export const pathOf = (line: Pick<InboxLine, 'type' | 'id'>): string => (line.type === 'INCIDENT' ? `/incident/${line.id}` : `/matters/${line.id}`)

/** The marks of a selection after a click with Shift: everything between the last and this one. */
export function stretch(keys: readonly string[], from: string | null, to: string): string[] {
  const [a, b] = [from === null ? -1 : keys.indexOf(from), keys.indexOf(to)]
  if (b < 0) return []
  return a < 0 ? [to] : keys.slice(Math.min(a, b), Math.max(a, b) + 1)
}

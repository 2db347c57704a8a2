import type { Declaration, StateDecl, TransitionDecl } from './types'

/** How a clock stands: loud only when a person must act now. */
export type Urgency = 'overdue' | 'soon' | 'running' | 'paused' | 'none'

interface Timed {
  state: string
  dueAt: string | null
  warnAt: string | null
}

export function urgencyOf(clock: Timed, now: number): Urgency {
  if (clock.state === 'PAUSED') return 'paused'
  if (clock.state === 'EXPIRED') return 'overdue'
  if (clock.state !== 'RUNNING' || !clock.dueAt) return 'none'
  if (Date.parse(clock.dueAt) <= now) return 'overdue'
  return clock.warnAt && Date.parse(clock.warnAt) <= now ? 'soon' : 'running'
}

/** The clocks that still matter, the most pressing first: overdue, then by due time, the paused last. */
export function openClocks<T extends Timed>(clocks: readonly T[]): T[] {
  const due = (clock: T) => (clock.state === 'PAUSED' || !clock.dueAt ? Number.MAX_SAFE_INTEGER : Date.parse(clock.dueAt))
  return clocks.filter((clock) => clock.state === 'RUNNING' || clock.state === 'PAUSED' || clock.state === 'EXPIRED').sort((a, b) => due(a) - due(b))
}

/**
 * A due instant as the law writes it, from `2026-11-26 00:00:00`: a term ends at 24:00 of its last day, and nobody should
 * read the midnight as the day after.
 */
export function dueTime(full: string): string {
  if (!full.endsWith(' 00:00:00')) return full.slice(0, 16)
  const day = new Date(Date.parse(`${full.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return `${day} 24:00`
}

/** Parts of a span for words: the two largest units, `{days: 3, hours: 4}`; below an hour minutes and seconds. */
export function spanOf(ms: number): { key: 'days' | 'hours' | 'minutes'; a: number; b: number } {
  const seconds = Math.max(0, Math.floor(Math.abs(ms) / 1000))
  if (seconds >= 86_400) return { key: 'days', a: Math.floor(seconds / 86_400), b: Math.floor((seconds % 86_400) / 3600) }
  if (seconds >= 3600) return { key: 'hours', a: Math.floor(seconds / 3600), b: Math.floor((seconds % 3600) / 60) }
  return { key: 'minutes', a: Math.floor(seconds / 60), b: seconds % 60 }
}

/**
 * The ways that a matter has gone, as `from>to`, read from its deeds, the newest first. A transition may lead from several
 * states: which one it was is told by the deed before it. `whole` says that the deeds reach back to the raising.
 */
export function goneWays(declaration: Pick<Declaration, 'states' | 'transitions'>, deeds: readonly string[], whole: boolean): Set<string> {
  const done = deeds.flatMap((deed) => declaration.transitions.filter((one) => one.code === deed))
  const gone = new Set<string>()
  done.forEach((one, index) => {
    const before = done[index + 1]?.to ?? (whole ? declaration.states[0]?.code : one.from.length === 1 ? one.from[0] : undefined)
    if (before !== undefined && one.from.includes(before)) gone.add(`${before}>${one.to}`)
  })
  return gone
}

/** How a transition is come by in a drawing: a person's act, the clock's own, or an outsider's word. */
export type Maker = 'person' | 'party' | 'system'
export function makerOf(transition: TransitionDecl): Maker {
  if (transition.by.party) return 'party'
  return transition.by.system && !transition.by.person ? 'system' : 'person'
}

export function stateOf(declaration: Declaration | null, code: string): StateDecl | undefined {
  return declaration?.states.find((one) => one.code === code)
}

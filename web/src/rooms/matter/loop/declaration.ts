import type { Text } from '@/shared/types'
import type { ByDecl, ClockDecl, Condition, Declaration, FieldDecl, Named, ProofNeed, StateDecl, Term, TransitionDecl } from './types'

/**
 * Reads a declaration as the server writes it into one that the screens can rely on: every list is there, in order,
 * every absent thing is null. Lists may come as arrays with codes or as maps by code.
 */
type Raw = Record<string, unknown>

const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)
const object = (value: unknown): Raw => (isObject(value) ? value : {})
const text = (value: unknown): Text | null =>
  isObject(value) && typeof value.zh === 'string' ? { zh: value.zh, en: typeof value.en === 'string' ? value.en : value.zh } : typeof value === 'string' && value ? { zh: value, en: value } : null
const words = (value: unknown, fallback = ''): Text => text(value) ?? { zh: fallback, en: fallback }
const string = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const codes = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [])

/** Entries of a list with their codes, however the list was written. */
function entries(value: unknown): Raw[] {
  if (Array.isArray(value)) return value.filter(isObject)
  return Object.entries(object(value)).map(([code, one]) => (isObject(one) && !text(one) ? { code, ...one } : { code, names: one }))
}

const named = (raw: Raw): Named => ({ code: String(raw.code ?? ''), names: words(raw.names, String(raw.code ?? '')) })

const UNITS = ['minutes', 'hours', 'days', 'workingHours', 'workingDays'] as const

export function termOf(value: unknown): Term | null {
  const raw = object(value)
  const wordOf = (unit: string) => unit.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  if (typeof raw.amount === 'number' && typeof raw.unit === 'string') {
    const unit = UNITS.find((one) => one === raw.unit || one === wordOf(String(raw.unit)))
    return unit ? { unit, amount: raw.amount } : null
  }
  const unit = UNITS.find((one) => typeof raw[one] === 'number')
  return unit ? { unit, amount: raw[unit] as number } : null
}

function proofs(value: unknown): ProofNeed[] {
  if (!Array.isArray(value)) return []
  return value.map((one) => (isObject(one) ? { kind: String(one.kind) as ProofNeed['kind'], min: number(one.min) ?? 1 } : { kind: String(one) as ProofNeed['kind'], min: 1 }))
}

function by(value: unknown): ByDecl {
  const raw = object(value)
  return {
    roles: codes(raw.roles), posts: codes(raw.posts), at: codes(raw.at).map((one) => one.toLowerCase()), handler: raw.handler === true || raw.handlerOnly === true,
    not: codes(raw.not), party: string(raw.party), system: raw.system === true,
    person: typeof raw.person === 'boolean' ? raw.person : raw.system !== true || codes(raw.roles).length > 0
  }
}

function field(raw: Raw): FieldDecl {
  const limits = isObject(raw.limits) ? { ...raw, ...raw.limits } : raw
  const personal = isObject(raw.personal) ? raw.personal : null
  return {
    ...named(raw),
    type: String(raw.type ?? 'text').toLowerCase() as FieldDecl['type'],
    required: raw.required === true,
    section: string(raw.section),
    when: (raw.when as Condition | null | undefined) ?? null,
    personal: personal && { mask: String(personal.mask ?? 'all').toLowerCase(), keepDays: number(personal.keepDays), basis: text(personal.basis) },
    options: entries(raw.options).map(named),
    lines: entries(raw.lines).map(field),
    min: number(limits.min),
    max: number(limits.max),
    minField: string(limits.minField) ?? string(limits.min),
    maxField: string(limits.maxField) ?? string(limits.max),
    source: string(raw.source),
    subject: raw.subject === true,
    multiple: raw.multiple === true,
    sum: string(raw.sum),
    hint: text(raw.hint)
  }
}

const state = (raw: Raw): StateDecl => ({ ...named(raw), closed: raw.closed === true, noClock: text(raw.noClock) })

const transition = (raw: Raw): TransitionDecl => ({
  ...named(raw), from: codes(raw.from), to: String(raw.to ?? ''), by: by(raw.by), asks: codes(raw.asks), proof: proofs(raw.proof), reason: raw.reason === true,
  work: raw.work === true, confirms: raw.confirms === true, answers: raw.answers === true, when: (raw.when as Condition | null | undefined) ?? null,
  hint: text(raw.hint), handOver: raw.handOver === true
})

function clock(raw: Raw): ClockDecl {
  const escalate = object(raw.escalate)
  const pause = isObject(raw.pause) ? raw.pause : null
  const extend = isObject(raw.extend) ? raw.extend : null
  return {
    ...named(raw), in: codes(raw.in), term: termOf(raw.term), from: string(raw.from), warn: termOf(raw.warn), escalate: termOf(escalate.every ?? raw.escalate), expiry: string(raw.expiry),
    pause: pause && { by: by(pause.by), atMost: termOf(pause.atMost) },
    extend: extend && { by: by(extend.by), atMost: termOf(extend.atMost), times: number(extend.times) ?? 1 },
    source: text(raw.source), mark: string(raw.mark) ?? 'M'
  }
}

function closing(value: unknown): Declaration['closing'] {
  const raw = object(value)
  const asked = raw.confirmation === true || raw.confirmation === 'required'
  return { confirmation: asked, whyNot: asked ? null : (text(raw.whyNot) ?? text(raw.confirmation)), proof: codes(raw.proof), answer: raw.answer === true || raw.answer === 'required' }
}

export function readDeclaration(value: unknown): Declaration {
  const raw = object(value)
  const fields = entries(raw.fields).map(field)
  const transitions = entries(raw.transitions).map(transition)
  const raise = object(raw.raise)
  const askedLater = new Set(transitions.flatMap((one) => one.asks))
  const retention = isObject(raw.retention) ? raw.retention : null
  return {
    kind: String(raw.kind ?? raw.code ?? ''), version: number(raw.version) ?? 1, names: words(raw.names, String(raw.kind ?? '')), about: words(raw.about), rows: codes(raw.rows),
    source: text(raw.source), number: string(raw.number) ?? string(object(raw.number).pattern) ?? '',
    retention: retention && { keepDays: number(retention.keepDays) ?? 0, basis: text(retention.basis) },
    parties: entries(raw.parties).map(named), sections: entries(raw.sections).map(named), fields,
    raise: { by: by(raise.by), asks: raise.asks ? codes(raise.asks) : fields.filter((one) => !askedLater.has(one.code)).map((one) => one.code), proof: proofs(raise.proof) },
    states: entries(raw.states).map(state), transitions, clocks: entries(raw.clocks).map(clock), closing: closing(raw.closing),
    links: entries(raw.links).map((one) => ({ ...named(one), kinds: codes(one.kinds) })),
    prints: entries(raw.prints).map((one) => ({ ...named(one), numbered: one.numbered === true, in: codes(one.in) })),
    excluded: (Array.isArray(raw.excluded) ? raw.excluded : []).map((one) => words(one)).filter((one) => one.zh !== '')
  }
}

import { shallowRef } from 'vue'
import { api } from '@/shared/http/client'
import { code, locale, say, t, who } from '@/shared/i18n/i18n'
import type { Role, Text } from '@/shared/types'
import { spanOf } from './due'
import type { Fault } from './form'
import type { ByDecl, Declaration, Person, ProofNeed, Term, Why } from './types'

/** Words for what a declaration says, in the reader's language. */
const roles = shallowRef<Role[] | null>(null)
let asking = false

function roleName(role: string): string {
  if (roles.value === null && !asking) {
    asking = true
    void api.get('/api/roles', { background: true }).then((found) => (roles.value = found), () => (asking = false))
  }
  const known = roles.value?.find((one) => one.code === role)
  return known ? say(known) : code('role', role)
}

export const listed = (words: readonly string[]): string => words.filter(Boolean).join(t('ui.comma'))

export function termWords(term: Term | null): string {
  return term ? t(term.amount === 1 ? `loop.termOne.${term.unit}` : `loop.term.${term.unit}`, { n: term.amount }) : ''
}

/** Who may do it: roles, where they sit, whose word it carries, and who may not. */
export function byWords(declaration: Pick<Declaration, 'parties' | 'transitions'>, by: ByDecl): string {
  if (by.system && !by.person) return t('loop.by.system')
  const what = by.handler ? t('loop.by.handler') : by.roles.length ? by.roles.map(roleName).join(t('loop.by.or')) : t('loop.by.anyone')
  const places = by.at.length && by.at.join() !== 'handling,above' && by.at.join() !== 'above,handling' ? t('loop.by.where', { at: by.at.map((one) => code('loop.at', one)).join(t('loop.by.or')) }) : ''
  const party = by.party ? t('loop.by.party', { party: say(declaration.parties.find((one) => one.code === by.party)?.names) || by.party }) : ''
  const not = by.not.map((one) => {
    const done = declaration.transitions.find((each) => each.code === one)
    return done ? t('loop.by.whoDid', { act: say(done.names) }) : code('loop.notWho', one)
  })
  return [what + places, party, not.length ? t('loop.by.not', { who: listed(not) }) : '', by.system ? t('loop.by.orClock') : ''].filter(Boolean).join(t('loop.by.semicolon'))
}

export function proofWords(needs: readonly ProofNeed[]): string {
  return listed(needs.map((need) => (need.min > 1 ? t('loop.proofTimes', { kind: t(`loop.proofKind.${need.kind}`), n: need.min }) : t(`loop.proofKind.${need.kind}`))))
}

export const faultWords = (fault: Fault): string => t(`loop.fault.${fault.code}`, fault.args)

export const personName = (person: Person | null | undefined): string => who(person?.name)

export const whyWords = (why: Why | null): string => why?.detail || why?.title || (why ? code('loop.refusal', why.code) : '')

/** Where a constant comes from; declarations write `ours` for what no text prescribes. */
export const sourceWords = (source: Text | null): string => say(source).replace(/^ours\b/, t('loop.ours'))

/** `3 天 4 小时`; negative spans are told by their size, the caller says of what. */
export function spanWords(ms: number): string {
  const { key, a, b } = spanOf(ms)
  return t(`loop.span.${key}`, { a, b })
}

export function sizeWords(bytes: number): string {
  const number = new Intl.NumberFormat(locale.value, { maximumFractionDigits: 1 })
  return bytes >= 1_048_576 ? `${number.format(bytes / 1_048_576)} MB` : `${number.format(Math.max(0.1, bytes / 1024))} kB`
}

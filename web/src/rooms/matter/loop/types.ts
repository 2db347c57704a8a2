/**
 * The shapes of the closed loop as the server tells them. By hand until they are generated: this file and `calls.ts` are
 * the only ones that know them. Instants are ISO strings, money is whole fen, codes are those of the declaration.
 */
import type { Text } from '@/shared/types'

export type FieldType =
  | 'text' | 'longtext' | 'number' | 'money' | 'date' | 'instant' | 'boolean' | 'choice' | 'address' | 'place' | 'phone' | 'idnumber'
  | 'officer' | 'agency' | 'unit' | 'company' | 'file' | 'lines'
export type ProofKind = 'photo' | 'document' | 'signature' | 'place-time'

/** A word of the declaration with its code. */
export interface Named {
  code: string
  names: Text
}

export type Condition =
  | { field: string; is: unknown }
  | { field: string; in: unknown[] }
  | { field: string; set: boolean }
  | { field: string; atLeast: number }
  | { field: string; atMost: number }
  | { all: Condition[] }
  | { any: Condition[] }

export interface FieldDecl extends Named {
  type: FieldType
  required: boolean
  section: string | null
  when: Condition | null
  personal: { mask: string; keepDays: number | null; basis: Text | null } | null
  options: Named[]
  lines: FieldDecl[]
  min: number | null
  max: number | null
  minField: string | null
  maxField: string | null
  source: string | null
  subject: boolean
  multiple: boolean
  /** `listField.subField`: computed, never asked. */
  sum: string | null
  hint: Text | null
}

export interface ByDecl {
  roles: string[]
  posts: string[]
  at: string[]
  handler: boolean
  not: string[]
  party: string | null
  /** The clock may do it. */
  system: boolean
  /** A person may do it. */
  person: boolean
}

export interface ProofNeed {
  kind: ProofKind
  min: number
}

export interface StateDecl extends Named {
  closed: boolean
  noClock: Text | null
}

export interface TransitionDecl extends Named {
  from: string[]
  to: string
  by: ByDecl
  asks: string[]
  proof: ProofNeed[]
  reason: boolean
  work: boolean
  confirms: boolean
  answers: boolean
  when: Condition | null
  hint: Text | null
  handOver: boolean
}

export interface Term {
  unit: 'minutes' | 'hours' | 'days' | 'workingHours' | 'workingDays'
  amount: number
}

export interface ClockDecl extends Named {
  in: string[]
  term: Term | null
  from: string | null
  warn: Term | null
  escalate: Term | null
  expiry: string | null
  pause: { by: ByDecl; atMost: Term | null } | null
  extend: { by: ByDecl; atMost: Term | null; times: number } | null
  source: Text | null
  mark: string
}

export interface Declaration {
  kind: string
  version: number
  names: Text
  about: Text
  rows: string[]
  source: Text | null
  number: string
  retention: { keepDays: number; basis: Text | null } | null
  parties: Named[]
  sections: Named[]
  fields: FieldDecl[]
  raise: { by: ByDecl; asks: string[]; proof: ProofNeed[] }
  states: StateDecl[]
  transitions: TransitionDecl[]
  clocks: ClockDecl[]
  closing: { confirmation: boolean; whyNot: Text | null; proof: string[]; answer: boolean }
  links: (Named & { kinds: string[] })[]
  prints: (Named & { numbered: boolean; in: string[] })[]
  excluded: Text[]
}

export interface KindLine {
  kind: string
  version: number
  names: Text
  about: Text
  rows: string[]
  mayRaise: boolean
  open?: number | null
}

export interface Why {
  code: string
  title?: string | null
  detail?: string | null
}

export interface Person {
  officerId: string | null
  name: string
}

export type Values = Record<string, unknown>

export interface ClockView {
  name: string
  names: Text
  state: 'RUNNING' | 'PAUSED' | 'MET' | 'EXPIRED'
  startedAt: string
  dueAt: string | null
  warnAt: string | null
  pauses: { from: string; until: string | null; reason: string; by: string }[]
  /** In the unit of the clock, as `WORKING_DAYS`. */
  extensions: { at: string; amount: number; unit: string; reason: string; by: string }[]
  mayPause: boolean
  mayResume: boolean
  mayExtend: boolean
}

export interface ProofView {
  id: string
  kind: ProofKind
  name: string
  contentType: string | null
  /** Bytes. */
  size: number
  sha256: string | null
  takenAt: string | null
  receivedAt: string
  by: string
  place: { lat: number; lon: number } | null
  /** The act it was handed in with; null while it waits. */
  transition: string | null
  /** Whether its bytes are still kept. */
  available: boolean
}

export interface LinkView {
  name: string
  names: Text
  /** The other one names this one. */
  incoming: boolean
  matterId: string | null
  incidentId: string | null
  kind: string
  kindNames: Text
  number: string
  title: string
  state: string
  stateNames: Text
  closed: boolean
}

export interface PrintView {
  form: string
  names: Text
  allowed: boolean
  /** The number it was given at its first print. */
  number: string | null
  printedAt: string | null
  copies: number
}

export interface ActView {
  transition: string
  names: Text
  to: string
  allowed: boolean
  why: Why | null
  asks: string[]
  proof: ProofNeed[]
  reason: boolean
  handOver: boolean
  hint: Text | null
}

export interface MatterView {
  id: string
  version: number
  kind: string
  kindVersion: number
  number: string
  state: string
  agencyId: string
  agencyName: string
  handler: Person | null
  title: string
  raisedAt: string
  raisedBy: Person | null
  closed: boolean
  closedAt: string | null
  fields: Values
  masked: string[]
  clocks: ClockView[]
  proofs: ProofView[]
  links: LinkView[]
  acts: ActView[]
  prints: PrintView[]
  mayAssign: boolean
  /** May link it and hand in proofs. */
  mayWork: boolean
  exerciseId: string | null
}

export interface Sums {
  raised: number
  open: number
  closed: number
  overdue: number
  unassigned: number
}

/** By agency, parents before children. */
export interface MatterCounts {
  asOf: string
  rows: { agencyId: string; parentId: string | null; level: number; own: Sums; total: Sums }[]
}

export interface TimelineLine {
  seq: number
  at: string
  claimedAt: string | null
  who: string
  what: string
  names: Text
  detail: Text | null
}

export type InboxView = 'mine' | 'station' | 'below'

export interface InboxLine {
  type: 'MATTER' | 'INCIDENT'
  id: string
  version: number
  number: string
  kind: string
  kindNames: Text
  title: string
  state: string
  stateNames: Text
  dueAt: string | null
  clock: string | null
  clockNames: Text | null
  overdue: boolean
  handler: Person | null
  agencyId: string
  agencyName: string
  updatedAt: string
  exerciseId: string | null
}

export interface SavedFilter {
  id: string
  name: string
  query: string
}

export interface DueProofView {
  dueAt: string | null
  lines: { at: string | null; text: Text }[]
}

export interface Defect {
  line: number
  column: number
  message: Text
  mend: Text | null
  /** States and transitions of the counter-example, if there is one. */
  path: string[]
}

export interface LateMatter {
  id: string
  number: string
  state: string
  clock: string
  dueAt: string
  /** When it left the clock; null if it has not yet. */
  leftAt: string | null
}

export interface Proposal {
  /** Null where it was refused or only checked, and so not kept. */
  id: string | null
  kind: string
  type: 'CHANGE' | 'ROLLBACK'
  version: number
  state: 'CHECKED' | 'REFUSED' | 'PROPOSED' | 'APPROVED' | 'WITHDRAWN'
  why: string
  by: Person
  at: string
  approvedBy: Person | null
  approvedAt: string | null
  yaml: string
  defects: Defect[]
  trial: { tried: number; lateBefore: number; lateAfter: number; open: number; migrating: number; late: LateMatter[] } | null
}

export interface KindVersion {
  version: number
  at: string
  by: string
  current: boolean
}

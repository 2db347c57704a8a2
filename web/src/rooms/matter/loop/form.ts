import type { Text } from '@/shared/types'
import { asked, unset } from './conditions'
import type { Declaration, FieldDecl, Values } from './types'

/** What is wrong with one field, as a key of the messages `loop.fault.*` with its values. */
export interface Fault {
  code: string
  args: Record<string, string | number>
}

/** Faults by field; a field inside a list of lines is named `hazards[0].what`, as the server names it. */
export type Faults = Record<string, Fault>

const LONGEST = { text: 200, longtext: 4000 } as const
const fault = (code: string, args: Fault['args'] = {}): Fault => ({ code, args })

/** The last digit of a resident identity number holds (GB 11643: weights 2^(17-i) mod 11). */
export function identityHolds(number: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(number)) return false
  const sum = [...number.slice(0, 17)].reduce((all, digit, index) => all + Number(digit) * (2 ** (17 - index) % 11), 0)
  return '10X98765432'.charAt(sum % 11) === number.charAt(17).toUpperCase()
}

export function phoneHolds(number: string): boolean {
  return /^\+?\d[\d -]{2,24}$/.test(number.trim())
}

/** A limit: its own number, or what another field holds. */
function limit(own: number | null, other: string | null, values: Values): number | null {
  const there = other === null ? undefined : values[other]
  return own ?? (typeof there === 'number' ? there : null)
}

function ofAmount(field: FieldDecl, value: unknown, values: Values): Fault | null {
  if (typeof value !== 'number' || !Number.isFinite(value) || (field.type === 'money' && (!Number.isSafeInteger(value) || value < 0))) return fault(field.type === 'money' ? 'money' : 'number')
  const shown = (amount: number) => (field.type === 'money' ? yuan(amount) : String(amount))
  const [min, max] = [limit(field.min, field.minField, values), limit(field.max, field.maxField, values)]
  if (min !== null && value < min) return fault('atLeast', { min: shown(min) })
  if (max !== null && value > max) return fault('atMost', { max: shown(max) })
  return null
}

function ofText(field: FieldDecl, value: unknown): Fault | null {
  const words = typeof value === 'string' ? value.trim() : ''
  // Characters, as the server counts them: a rare character outside the basic plane is one.
  const length = [...words].length
  const most = field.max ?? (field.type === 'longtext' ? LONGEST.longtext : LONGEST.text)
  if (length > most) return fault('tooLong', { max: most, now: length })
  if (field.min !== null && length < field.min) return fault('tooShort', { min: field.min })
  if (field.type === 'phone' && !phoneHolds(words)) return fault('phone')
  if (field.type === 'idnumber' && !identityHolds(words)) return fault('idnumber')
  return null
}

function ofCount(field: FieldDecl, value: unknown): Fault | null {
  const count = Array.isArray(value) ? value.length : 0
  if (field.min !== null && count < field.min) return fault('tooFew', { min: field.min })
  const most = field.type === 'file' && !field.multiple ? 1 : (field.max ?? 200)
  if (count > most) return fault('tooMany', { max: most })
  return null
}

function ofReference(field: FieldDecl, value: unknown): Fault | null {
  const { id, text } = (typeof value === 'object' && value !== null ? value : {}) as { id?: string | null; text?: string }
  if (unset(text)) return fault('required')
  // A house may not be in the registry yet, nor a company; an officer or an agency always is.
  return id || field.type === 'address' || field.type === 'company' ? null : fault('choose')
}

function ofPlace(value: unknown): Fault | null {
  const { lat, lon } = (typeof value === 'object' && value !== null ? value : {}) as { lat?: unknown; lon?: unknown }
  return typeof lat === 'number' && typeof lon === 'number' ? null : fault('place')
}

/** What is wrong with a filled field, or null. */
function ofValue(field: FieldDecl, value: unknown, values: Values): Fault | null {
  switch (field.type) {
    case 'number':
    case 'money':
      return ofAmount(field, value, values)
    case 'text':
    case 'longtext':
    case 'phone':
    case 'idnumber':
      return ofText(field, value)
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) && !Number.isNaN(Date.parse(String(value))) ? null : fault('date')
    case 'instant':
      return Number.isNaN(Date.parse(String(value))) ? fault('instant') : null
    case 'boolean':
      return typeof value === 'boolean' ? null : fault('required')
    case 'choice':
      return [value].flat().every((one) => field.options.some((option) => option.code === one)) ? null : fault('choose')
    case 'address':
    case 'officer':
    case 'agency':
    case 'unit':
    case 'company':
      return ofReference(field, value)
    case 'place':
      return ofPlace(value)
    case 'file':
    case 'lines':
      return ofCount(field, value)
  }
}

/** All that is wrong with the fields that are asked. Empty means that the server should have nothing to say. */
export function faultsOf(fields: readonly FieldDecl[], values: Values): Faults {
  const found: Faults = {}
  for (const field of asked(fields, values)) {
    const value = values[field.code]
    if (unset(value)) {
      if (field.required) found[field.code] = fault('required')
      continue
    }
    const wrong = ofValue(field, value, values)
    if (wrong) found[field.code] = wrong
    if (field.type === 'lines') {
      ;(value as Values[]).forEach((row, index) => {
        for (const [inner, one] of Object.entries(faultsOf(field.lines, row))) found[`${field.code}[${index}].${inner}`] = one
      })
    }
  }
  return found
}

/** What is sent: only what is asked and filled, words without blanks around them. */
export function bodyOf(fields: readonly FieldDecl[], values: Values): Values {
  const body: Values = {}
  for (const field of asked(fields, values)) {
    const value = values[field.code]
    if (unset(value)) continue
    if (field.type === 'lines') body[field.code] = (value as Values[]).map((row) => bodyOf(field.lines, row))
    else body[field.code] = typeof value === 'string' ? value.trim() : value
  }
  return body
}

/** A computed field: the sum of one column of a list. */
export function sumOf(field: FieldDecl, values: Values): number {
  const [list, column] = (field.sum ?? '').split('.') as [string, string?]
  const rows = values[list]
  if (!Array.isArray(rows) || !column) return 0
  return (rows as Values[]).reduce((sum, row) => sum + (typeof row[column] === 'number' ? (row[column] as number) : 0), 0)
}

export interface Section {
  code: string
  names: Text | null
  fields: FieldDecl[]
}

/** Fields in their sections, in the order of the declaration; those without a section first. */
export function sectionsOf(declaration: Pick<Declaration, 'sections'>, fields: readonly FieldDecl[]): Section[] {
  const known = new Set(declaration.sections.map((one) => one.code))
  const loose = fields.filter((field) => field.section === null || !known.has(field.section))
  const all: Section[] = [{ code: '', names: null, fields: loose }, ...declaration.sections.map((one) => ({ code: one.code, names: one.names, fields: fields.filter((field) => field.section === one.code) }))]
  return all.filter((section) => section.fields.length > 0)
}

/** Fen as yuan with two places, no grouping: `123456` → `1234.56`. Exact, also beyond 2^53 / 100. */
export function yuan(fen: number): string {
  const digits = String(Math.abs(Math.trunc(fen))).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Yuan as typed (`1,234.5`, `１２００`) in fen, or null if it is no amount. Never by way of a fraction. */
export function fen(typed: string): number | null {
  const plain = typed.normalize('NFKC').replace(/[,，\s¥￥元]/g, '')
  const parts = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(plain)
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : null
}

import type { Condition, FieldDecl, Values } from './types'

/** Nothing was filled in: absent, blank, or an empty list. `false` and 0 are answers. */
export function unset(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  return false
}

const equal = (value: unknown, wanted: unknown): boolean => (Array.isArray(value) ? value.some((one) => equal(one, wanted)) : !unset(value) && String(value) === String(wanted))

/** Whether a condition of the declaration holds of these values. No condition always holds. */
export function holds(when: Condition | null, values: Values): boolean {
  if (when === null) return true
  if ('all' in when) return when.all.every((one) => holds(one, values))
  if ('any' in when) return when.any.some((one) => holds(one, values))
  const value = values[when.field]
  if ('is' in when) return equal(value, when.is)
  if ('in' in when) return when.in.some((one) => equal(value, one))
  if ('set' in when) return unset(value) !== when.set
  if (typeof value !== 'number') return false
  return 'atLeast' in when ? value >= when.atLeast : value <= when.atMost
}

/**
 * The fields to ask, in order: computed ones are not asked, and what is not asked counts as empty for the conditions of
 * those behind it, so that an answer taken back takes its consequences along.
 */
export function asked(fields: readonly FieldDecl[], values: Values): FieldDecl[] {
  const seen: Values = { ...values }
  for (const field of fields) delete seen[field.code]
  return fields.filter((field) => {
    const on = field.sum === null && holds(field.when, seen)
    if (on) seen[field.code] = values[field.code]
    return on
  })
}

import { clockOf } from '@/shared/time/duration'

/** A figure's value in its unit: seconds as a clock, everything else as it is. Never rounded in the data. */
export function figureValue(value: number | null | undefined, unit: string): string {
  if (value === null || value === undefined) return '–'
  return /^(s|sec|second|SECONDS)/.test(unit) ? (value < 0 ? '−' : '') + clockOf(Math.abs(value)) : value.toLocaleString()
}

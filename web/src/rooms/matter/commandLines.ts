import type { IncidentCounts, IncidentSums, UnitCounts, UnitSums } from '@/shared/types'

type IncidentRow = IncidentCounts['rows'][number]
type UnitRow = UnitCounts['rows'][number]

/** One line of the commander's table: an agency with all below it, or its own part where it is unfolded. */
export interface Line {
  key: string
  agencyId: string
  depth: number
  own: boolean
  foldable: boolean
  unfolded: boolean
  incidents: IncidentSums
  units: UnitSums | null
}

/** The lines to show: an unfolded agency is followed by its own part and by those below it, which add up to it. */
export function linesOf(incidents: readonly IncidentRow[], units: readonly UnitRow[], unfolded: ReadonlySet<string>): Line[] {
  const unitById = new Map(units.map((row) => [row.agencyId, row]))
  const below = new Map<string | null, IncidentRow[]>()
  for (const row of incidents) {
    const parent = row.parentId ?? null
    below.set(parent, [...(below.get(parent) ?? []), row])
  }
  const lines: Line[] = []
  const add = (row: IncidentRow, depth: number): void => {
    const children = below.get(row.agencyId) ?? []
    const open = children.length > 0 && unfolded.has(row.agencyId)
    const unit = unitById.get(row.agencyId)
    lines.push({ key: row.agencyId, agencyId: row.agencyId, depth, own: false, foldable: children.length > 0, unfolded: open, incidents: row.total, units: unit?.total ?? null })
    if (!open) return
    lines.push({ key: `${row.agencyId}:own`, agencyId: row.agencyId, depth: depth + 1, own: true, foldable: false, unfolded: false, incidents: row.own, units: unit?.own ?? null })
    children.forEach((child) => add(child, depth + 1))
  }
  ;(below.get(null) ?? []).forEach((row) => add(row, 0))
  return lines
}

function plus<T extends object>(a: T, b: T): T {
  const sum: Record<string, number> = {}
  for (const [name, value] of Object.entries(a) as [string, number][]) sum[name] = value + ((b as Record<string, number>)[name] ?? 0)
  return sum as T
}

const same = (a: object, b: object): boolean => Object.entries(a).every(([name, value]) => (b as Record<string, unknown>)[name] === value)

/** Whether own and those directly below are the total at every agency. The screen says so, or says that it is not so. */
export function addsUp<T extends object>(rows: readonly { agencyId: string; parentId?: string | null; own: T; total: T }[]): boolean {
  return rows.every((row) => same(rows.filter((one) => one.parentId === row.agencyId).reduce((sum, one) => plus(sum, one.total), row.own), row.total))
}

import type { Agency } from '@/shared/types'

/** Agencies in the order of their tree, each with its depth below the topmost that is visible. */
export function asTree(agencies: readonly Agency[]): { agency: Agency; depth: number }[] {
  const known = new Set(agencies.map((one) => one.id))
  const below = new Map<string, Agency[]>()
  for (const agency of agencies) {
    const parent = agency.parentId && known.has(agency.parentId) ? agency.parentId : ''
    below.set(parent, [...(below.get(parent) ?? []), agency])
  }
  const rows: { agency: Agency; depth: number }[] = []
  const walk = (parent: string, depth: number) => {
    for (const agency of (below.get(parent) ?? []).sort((a, b) => a.code.localeCompare(b.code))) {
      rows.push({ agency, depth })
      walk(agency.id, depth + 1)
    }
  }
  walk('', 0)
  return rows
}

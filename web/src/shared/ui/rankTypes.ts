import type { IncidentType } from '@/shared/types'

/**
 * Ranks incident types against what was typed: exact code, code start, name start, pinyin initials, word of the pack,
 * then anywhere inside. An empty query lists all by priority.
 */
export function rankTypes(types: readonly IncidentType[], query: string, initials: (words: string) => string): IncidentType[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return [...types].sort((a, b) => a.defaultPriority - b.defaultPriority)
  return types
    .map((type) => ({ type, rank: rankOf(type, wanted, initials) }))
    .filter((one) => one.rank < 99)
    .sort((a, b) => a.rank - b.rank || a.type.defaultPriority - b.type.defaultPriority || a.type.code.localeCompare(b.type.code))
    .map((one) => one.type)
}

function rankOf(type: IncidentType, wanted: string, initials: (words: string) => string): number {
  const code = type.code.toLowerCase()
  const zh = type.nameZh.toLowerCase()
  const en = type.nameEn.toLowerCase()
  const words = type.words.map((word) => word.toLowerCase())
  if (code === wanted || zh === wanted || en === wanted) return 0
  if (code.startsWith(wanted)) return 1
  if (zh.startsWith(wanted) || en.startsWith(wanted)) return 2
  if (initials(zh).startsWith(wanted)) return 3
  if (words.some((word) => word.startsWith(wanted))) return 4
  if (words.some((word) => initials(word).startsWith(wanted))) return 5
  if (en.split(/\s+/).some((word) => word.startsWith(wanted))) return 5
  if (zh.includes(wanted) || en.includes(wanted) || code.includes(wanted) || initials(zh).includes(wanted)) return 6
  return 99
}

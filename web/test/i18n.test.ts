import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collectMessages, type Messages } from '@/shared/i18n/i18n'

const root = join(__dirname, '../src')

function keys(messages: Messages, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : keys(value, `${prefix}${key}.`)))
}

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return files(path)
    return /\.(vue|ts)$/.test(name) && !name.endsWith('.d.ts') && !/[mM]essages\.ts$/.test(name) ? [path] : []
  })
}

function texts(messages: Messages): [string, string][] {
  return keys(messages).map((key) => [key, key.split('.').reduce<unknown>((at, part) => (at as Messages)[part], messages) as string])
}

describe('messages', () => {
  const all = collectMessages()
  const zh = new Set(keys(all['zh-CN']))
  const en = new Set(keys(all.en))

  it('hold the same keys in both languages', () => {
    expect([...zh].filter((key) => !en.has(key))).toEqual([])
    expect([...en].filter((key) => !zh.has(key))).toEqual([])
    expect(zh.size).toBeGreaterThan(300)
  })

  it('name the same values in both languages', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((one) => one[1]).sort().join()
    const english = new Map(texts(all.en))
    for (const [key, text] of texts(all['zh-CN'])) expect(names(english.get(key) ?? ''), key).toBe(names(text))
  })

  it('have every key that the screens use', () => {
    const missing: string[] = []
    for (const file of files(root)) {
      const source = readFileSync(file, 'utf8')
      for (const [, key] of source.matchAll(/\bt\('([a-zA-Z]+(?:\.[\w-]+)+)'/g)) if (key && !zh.has(key)) missing.push(`${file}: ${key}`)
      for (const [, key] of source.matchAll(/\b(?:says|label): '([a-zA-Z]+(?:\.\w+)+)'/g)) if (key && !zh.has(key)) missing.push(`${file}: ${key}`)
      for (const [, key] of source.matchAll(/useShortcuts\('([a-zA-Z.]+)'/g)) if (key && !zh.has(key)) missing.push(`${file}: ${key}`)
      for (const [, prefix] of source.matchAll(/\bt\(`([a-zA-Z]+(?:\.\w+)*)\.\$\{/g)) if (prefix && ![...zh].some((key) => key.startsWith(prefix + '.'))) missing.push(`${file}: ${prefix}.…`)
    }
    expect(missing).toEqual([])
  })

  it('leave no Chinese in the English words', () => {
    for (const [key, text] of texts(all.en)) expect(text, key).not.toMatch(/[\u4e00-\u9fff]/)
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bounds, fit, type Sizes, usual } from '@/shell/board/layout'
import { AGAIN_MS, Alarm, MUTE_MS } from '@/shell/sound/alarm'

describe('layout', () => {
  const laptop = { width: 1428, height: 800 }
  const hall = { width: 1908, height: 980 }
  it('leaves the map its place on both screens', () => {
    for (const room of [laptop, hall]) {
      for (const working of [true, false]) {
        const sizes = fit(usual(room), room, working)
        expect(room.width - sizes.queue - (working ? sizes.work : sizes.side)).toBeGreaterThan(400)
      }
    }
  })
  it('makes what a large screen remembered fit a small one, and hides nothing', () => {
    const kept: Sizes = { queue: 700, work: 1200, side: 560, under: 700 }
    const sizes = fit(kept, laptop, true)
    expect(laptop.width - sizes.queue - sizes.work).toBeGreaterThanOrEqual(220)
    expect(sizes.queue).toBeGreaterThanOrEqual(260)
    expect(sizes.under).toBeLessThanOrEqual(laptop.height - 160)
  })
  it('has a least and a most for every edge that never cross', () => {
    for (const width of [640, 1024, 1440, 2560]) {
      const room = { width, height: 700 }
      for (const pane of ['queue', 'work', 'side', 'under'] as const) {
        const [least, most] = bounds(pane, usual(room), room, pane === 'work')
        expect(most).toBeGreaterThanOrEqual(least)
      }
    }
  })
})

describe('sounds', () => {
  const quiet = { overdue: [], ringing: [], stale: false }
  it('sounds for what is new at once, and again while it stays', () => {
    const alarm = new Alarm()
    const heard = { ...quiet, overdue: ['a'] }
    expect(alarm.due(heard, 0, 0)).toBe('overdue')
    expect(alarm.due(heard, 5_000, 0)).toBeNull()
    expect(alarm.due({ ...quiet, overdue: ['a', 'b'] }, 6_000, 0)).toBe('overdue')
    expect(alarm.due({ ...quiet, overdue: ['a', 'b'] }, 6_000 + AGAIN_MS.overdue, 0)).toBe('overdue')
    expect(alarm.due(quiet, 100_000, 0)).toBeNull()
  })
  it('puts a dead line before all else', () => {
    expect(new Alarm().due({ overdue: ['a'], ringing: ['c'], stale: true }, 0, 0)).toBe('stale')
  })
  it('makes one sound of many', () => {
    const alarm = new Alarm()
    expect(alarm.due({ ...quiet, overdue: ['a'] }, 0, 0)).toBe('overdue')
    expect(alarm.due({ ...quiet, overdue: ['a', 'b', 'c'] }, 1_000, 0)).toBeNull()
  })
  it('is mute for ten minutes, saves nothing up, and comes back by itself', () => {
    const alarm = new Alarm()
    expect(MUTE_MS).toBe(600_000)
    expect(alarm.due({ ...quiet, overdue: ['a'] }, 1_000, 1_000 + MUTE_MS)).toBeNull()
    expect(alarm.due({ ...quiet, overdue: ['a'] }, 1_000 + MUTE_MS, 1_000 + MUTE_MS)).toBe('overdue')
    expect(alarm.due({ ...quiet, overdue: ['a'] }, 2_000 + MUTE_MS, 1_000 + MUTE_MS)).toBeNull()
  })
})

describe('tokens', () => {
  const css = readFileSync(join(__dirname, '../src/shared/ui/tokens.css'), 'utf8')
  function theme(name: string): Record<string, string> {
    const block = new RegExp(`:root\\[data-theme='${name}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
    return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((one) => [one[1] as string, one[2] as string]))
  }
  function light(colour: string): number {
    const part = (at: number) => {
      const value = parseInt(colour.slice(at, at + 2), 16) / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    }
    return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
  }
  function contrast(a: string, b: string): number {
    const [high, low] = [light(a), light(b)].sort((one, two) => two - one) as [number, number]
    return (high + 0.05) / (low + 0.05)
  }
  it.each(['dark', 'light'])('keep 4.5 : 1 for words and 3 : 1 for marks in the %s theme', (name) => {
    const colours = theme(name)
    const of = (token: string) => colours[token] ?? `no ${token}`
    for (const ground of ['bg', 'panel', 'raised', 'hover', 'accent-soft', 'field']) {
      for (const ink of ['ink', 'ink-2', 'ink-3', 'act-text']) expect(contrast(of(ink), of(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
    for (const [ink, ground] of [['act-ink', 'act'], ['accent-ink', 'accent'], ['p1-ink', 'p1-bg'], ['p2-ink', 'p2-bg'], ['drill-ink', 'drill'], ['act-text', 'act-soft']]) {
      expect(contrast(of(ink as string), of(ground as string)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
    for (const mark of ['p1-bg', 'p2-bg', 'p3', 'p4', 'st-free', 'st-sent', 'st-ack', 'st-way', 'st-scene', 'st-carry', 'st-done', 'focus', 'drill', 'line-strong']) {
      expect(contrast(of(mark), of('panel')), mark).toBeGreaterThanOrEqual(3)
    }
  })
})

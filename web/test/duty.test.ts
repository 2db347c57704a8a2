import { describe, expect, it } from 'vitest'
import { sketch } from '@/rooms/dispatch/trail'
import { wallRows, wallUnits } from '@/rooms/dispatch/wall'
import { addsUp, linesOf } from '@/rooms/matter/commandLines'
import { fromLocalInput, toLocalInput } from '@/shared/time/localInput'
import type { IncidentCounts, IncidentView, UnitFix, UnitView } from '@/shared/types'

const NONE = { open: 0, created: 0, dispatched: 0, onScene: 0, fedBack: 0, priority1: 0, priority2: 0, priority3: 0, priority4: 0, overdue: 0, receivedToday: 0, closedToday: 0 }
const row = (agencyId: string, parentId: string | null, own: number, total: number): IncidentCounts['rows'][number] => ({ agencyId, parentId, level: 0, own: { ...NONE, open: own }, total: { ...NONE, open: total } })

describe('the commander’s table', () => {
  const rows = [row('city', null, 1, 6), row('north', 'city', 0, 3), row('n1', 'north', 2, 2), row('n2', 'north', 1, 1), row('south', 'city', 2, 2)]
  it('shows an unfolded agency’s own part and those below, which add up to it', () => {
    const lines = linesOf(rows, [], new Set(['city']))
    expect(lines.map((line) => `${line.depth}${line.key}=${line.incidents.open}`)).toEqual(['0city=6', '1city:own=1', '1north=3', '1south=2'])
    const under = lines.slice(1).reduce((sum, line) => sum + line.incidents.open, 0)
    expect(under).toBe(lines[0]?.incidents.open)
  })
  it('unfolds level by level', () => {
    expect(linesOf(rows, [], new Set(['city', 'north'])).map((line) => line.key)).toEqual(['city', 'city:own', 'north', 'north:own', 'n1', 'n2', 'south'])
    expect(linesOf(rows, [], new Set()).map((line) => line.key)).toEqual(['city'])
  })
  it('says when levels do not add up', () => {
    expect(addsUp(rows)).toBe(true)
    expect(addsUp([...rows.slice(0, 4), row('south', 'city', 2, 3)])).toBe(false)
  })
})

describe('the wall', () => {
  const incident = (id: string, priority: number, received: string): IncidentView =>
    ({ id, number: `20260301-${id}`, priority, state: 'CREATED', typeCode: 'THEFT', agencyId: 'a', agencyName: 'A', addressText: '人民路88号3单元', narrative: '王先生家', place: { label: '人民路88号', lat: 1, lon: 2, precinct: { name: '城关' } }, calls: [{ callbackNumber: '138****1111' }], units: [], overdue: [], instants: { received }, updatedAt: received, version: 1 }) as unknown as IncidentView
  it('shows the most urgent and oldest, and nothing of persons or addresses', () => {
    const rows = wallRows([incident('0001', 3, '2026-03-01T09:00:00Z'), incident('0002', 1, '2026-03-01T10:00:00Z'), incident('0003', 1, '2026-03-01T09:30:00Z')], 2)
    expect(rows.map((one) => one.number)).toEqual(['0003', '0002'])
    expect(JSON.stringify(rows)).not.toMatch(/人民路|王先生|138|88号/)
  })
  it('counts every unit once', () => {
    const units = ['AVAILABLE', 'EN_ROUTE', 'ON_SCENE', 'OUT_OF_SERVICE', 'TRANSPORTING'].map((status) => ({ status }) as UnitView)
    expect(wallUnits(units).map((part) => part.count)).toEqual([1, 2, 1, 1])
  })
})

describe('times typed in the zone of the instance', () => {
  it.each([['Asia/Shanghai', '2026-03-01T08:30', '2026-03-01T00:30:00.000Z'], ['America/New_York', '2026-03-08T12:00', '2026-03-08T16:00:00.000Z']])('%s %s', (zone, local, instant) => {
    expect(fromLocalInput(local, zone)).toBe(instant)
    expect(toLocalInput(instant, zone)).toBe(local)
  })
  it('refuses nonsense', () => expect(fromLocalInput('yesterday', 'Asia/Shanghai')).toBeNull())
})

describe('the sketch of a trail', () => {
  it('keeps inside its box with one scale both ways', () => {
    const fixes = [[36.06, 103.83], [36.07, 103.84], [36.05, 103.86]].map(([lat, lon]) => ({ at: '', lat, lon }) as UnitFix)
    const drawn = sketch(fixes, 420, 220)
    for (const [x, y] of drawn.points) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(420)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(220)
    }
    expect(drawn.barPixels).toBeLessThanOrEqual(140)
  })
  it('leaves a unit that stood still a dot', () => {
    const still = sketch([{ at: '', lat: 36, lon: 103 }, { at: '', lat: 36.00001, lon: 103.00001 }] as UnitFix[], 420, 220)
    const [a, b] = still.points
    expect(Math.hypot((a?.[0] ?? 0) - (b?.[0] ?? 0), (a?.[1] ?? 0) - (b?.[1] ?? 0))).toBeLessThan(5)
  })
})

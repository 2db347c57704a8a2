import { describe, expect, it } from 'vitest'
import { instantOf } from '@/rooms/dispatch/localTime'
import { dayEnd, dayStart } from '@/rooms/figures/days'
import { differences } from '@/rooms/matter/difference'
import { filtered, inOrder } from '@/rooms/matter/queue'
import { asTree } from '@/rooms/staff/tree'
import { initialsOf } from '@/shared/pinyin'
import { clockOf } from '@/shared/time/duration'
import type { Agency, IncidentType, IncidentView } from '@/shared/types'
import { rankTypes } from '@/shared/ui/rankTypes'
import { findOnBoard } from '@/shell/board/find'

const type = (code: string, nameZh: string, nameEn: string, defaultPriority = 3, words: string[] = []): IncidentType => ({ code, nameZh, nameEn, group: 'OTHER', help: false, defaultPriority, words, questions: [], dispositions: [], runCard: code, confusedWith: [] })
const incident = (number: string, priority: number, received: string, part: Partial<IncidentView> = {}) =>
  ({ id: number, number, priority, state: 'CREATED', typeCode: 'THEFT', agencyName: 'A', callCount: 1, units: [], overdue: [], place: null, addressText: '', narrative: '', instants: { received }, updatedAt: received, version: 1, ...part }) as unknown as IncidentView

describe('type-ahead of incident types', () => {
  const types = [type('THEFT', '盗窃', 'Theft'), type('BURGLARY', '入室盗窃', 'Burglary'), type('FIGHT', '打架斗殴', 'Fight', 2, ['djdo', '打人']), type('MEDICAL', '医疗急救', 'Medical', 1)]
  it.each([['theft', 'THEFT'], ['dq', 'THEFT'], ['盗', 'THEFT'], ['rsdq', 'BURGLARY'], ['打人', 'FIGHT'], ['med', 'MEDICAL'], ['yljj', 'MEDICAL']])('%s finds %s first', (query, code) => {
    expect(rankTypes(types, query, initialsOf)[0]?.code).toBe(code)
  })
  it('lists all, the urgent first, when nothing is typed', () => {
    expect(rankTypes(types, '', initialsOf).map((one) => one.code)).toEqual(['MEDICAL', 'FIGHT', 'THEFT', 'BURGLARY'])
  })
})

describe('queue', () => {
  const rows = [incident('4', 3, '2026-03-01T09:00:00Z'), incident('1', 1, '2026-03-01T10:00:00Z'), incident('2', 1, '2026-03-01T09:30:00Z', { overdue: [{ step: 'ARRIVE', since: '2026-03-01T09:50:00Z' }] })]
  it('stands by priority, then by age', () => expect(inOrder(rows).map((one) => one.number)).toEqual(['2', '1', '4']))
  it('filters what is overdue', () => expect(filtered(rows, { show: 'overdue', agencyId: '', near: null }).map((one) => one.number)).toEqual(['2']))
  it('says what another person changed', () => {
    const words = { type: (code: string) => code, state: (one: string) => one, status: (one: string) => one }
    expect(differences(incident('1', 2, 'x'), incident('1', 1, 'x', { callCount: 2 }), words)).toEqual([{ field: 'priority', from: '2', to: '1' }, { field: 'calls', from: '1', to: '2' }])
  })
  it('is found by the short number', () => {
    expect(findOnBoard('23', [incident('20260301-0023', 1, 'x'), incident('20260301-0123', 1, 'x')], [], (code) => code).map((one) => one.id)).toEqual(['20260301-0023', '20260301-0123'])
  })
})

describe('time', () => {
  it.each([[0, '00:00'], [65, '01:05'], [3661, '1:01:01'], [93_600, '1d 02:00']])('%i s is %s', (seconds, words) => expect(clockOf(seconds)).toBe(words))
  it('reads a time of day as the last such instant', () => {
    const now = Date.parse('2026-03-01T16:03:00Z') // 00:03 in Shanghai
    expect(instantOf('23:58', now, 'Asia/Shanghai')).toBe('2026-03-01T15:58:00.000Z')
    expect(instantOf('0:01:30', now, 'Asia/Shanghai')).toBe('2026-03-01T16:01:30.000Z')
    expect(instantOf('25:00', now, 'Asia/Shanghai')).toBeNull()
  })
  it('begins and ends days in the zone, also where clocks change', () => {
    expect(dayStart('2026-03-01', 'Asia/Shanghai')).toBe('2026-02-28T16:00:00.000Z')
    expect(dayEnd('2026-03-08', 'America/Los_Angeles')).toBe('2026-03-09T07:00:00.000Z')
    expect(dayStart('2026-03-08', 'America/Los_Angeles')).toBe('2026-03-08T08:00:00.000Z')
  })
})

describe('agencies', () => {
  it('stand as a tree below the topmost visible', () => {
    const agency = (id: string, parentId: string | null): Agency => ({ id, code: id, parentId, level: 1, nameZh: id, nameEn: id, version: 1 })
    expect(asTree([agency('b1', 'b'), agency('b', 'unseen'), agency('a', 'b')]).map((row) => `${row.depth}${row.agency.id}`)).toEqual(['0b', '1a', '1b1'])
  })
})

import { describe, expect, it } from 'vitest'
import { dueTime, goneWays, openClocks, spanOf, urgencyOf } from '@/rooms/matter/loop/due'
import { asQuery, asText, fromText, pathOf, readFilter, stretch } from '@/rooms/matter/loop/inboxQuery'
import type { Declaration, MatterView } from '@/rooms/matter/loop/types'
import { changesOf } from '@/rooms/matter/loop/useMatter'
import { setLocale } from '@/shared/i18n/i18n'

const at = (time: string) => `2026-03-01T${time}:00Z`
const clock = (state: string, due: string | null, warn: string | null = null) => ({ state, dueAt: due && at(due), warnAt: warn && at(warn) })

describe('clocks', () => {
  const now = Date.parse(at('10:00'))
  it.each([['RUNNING', '10:00', null, 'overdue'], ['RUNNING', '10:01', '10:00', 'soon'], ['RUNNING', '12:00', '11:00', 'running'], ['PAUSED', null, null, 'paused'], ['EXPIRED', '09:00', null, 'overdue'], ['MET', '09:00', null, 'none']])('%s due %s, warned %s, is %s', (state, due, warn, is) => {
    expect(urgencyOf(clock(state, due, warn), now)).toBe(is)
  })
  it('stand with the most pressing first, what is paused last, what is met not at all', () => {
    const those = [clock('PAUSED', null), clock('RUNNING', '12:00'), clock('MET', '08:00'), clock('EXPIRED', '09:00')]
    expect(openClocks(those).map((one) => one.state)).toEqual(['EXPIRED', 'RUNNING', 'PAUSED'])
  })
  it('end at 24:00 of the last day', () => {
    expect(dueTime('2026-03-01 00:00:00')).toBe('2026-02-28 24:00')
    expect(dueTime('2026-03-01 00:00:01')).toBe('2026-03-01 00:00')
  })
  it.each([[3 * 86_400_000 + 4 * 3_600_000, 'days', 3, 4], [-5_400_000, 'hours', 1, 30], [61_000, 'minutes', 1, 1]])('%i ms are told in %s', (ms, key, a, b) => expect(spanOf(ms)).toEqual({ key, a, b }))
})

describe('the way gone', () => {
  const way = (code: string, from: string[], to: string) => ({ code, from, to })
  const kind = { states: [{ code: 'open' }, { code: 'late' }, { code: 'told' }], transitions: [way('tell', ['open', 'late'], 'told'), way('lapse', ['open'], 'late'), way('note', ['open'], 'open')] } as unknown as Declaration
  it('is that of the deeds, not every way that the deed could have gone', () => {
    expect([...goneWays(kind, ['PROOF', 'tell', 'RAISED'], true)]).toEqual(['open>told'])
    expect([...goneWays(kind, ['tell', 'CLOCK_ESCALATED', 'lapse', 'note'], true)]).toEqual(['late>told', 'open>late', 'open>open'])
  })
  it('leaves out what it cannot know from part of the deeds', () => expect([...goneWays(kind, ['tell'], false)]).toEqual([]))
})

describe('filters of the inbox', () => {
  it('live in the address and leave out what they do not know', () => {
    const filter = readFilter({ view: 'below', due: 'someday', kind: 'tip-off', text: '' })
    expect(filter).toEqual({ view: 'below', kind: 'tip-off', state: '', due: '', text: '' })
    expect(asQuery(readFilter({}))).toEqual({})
  })
  it('are the same when they say the same', () => {
    expect(asText(fromText('due=overdue&view=station'))).toBe(asText(readFilter({ view: 'station', due: 'overdue' })))
    expect(fromText('text=%E9%94%81')).toMatchObject({ view: 'mine', text: '锁' })
  })
  it('open an incident where incidents live', () => {
    expect([pathOf({ type: 'INCIDENT', id: 'i' }), pathOf({ type: 'MATTER', id: 'm' })]).toEqual(['/incident/i', '/matters/m'])
  })
  it('mark everything between two clicks', () => {
    expect(stretch(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['b', 'c', 'd'])
    expect(stretch(['a', 'b'], null, 'b')).toEqual(['b'])
    expect(stretch(['a'], 'gone', 'a')).toEqual(['a'])
  })
})

describe('what another person changed', () => {
  it('is told in words', () => {
    setLocale('zh-CN')
    const before = { state: 'open', handler: null, agencyId: 'x', agencyName: 'X', fields: { a: 1 }, proofs: [] } as unknown as MatterView
    const after = { ...before, state: 'done', handler: { officerId: 'o', name: '王警官' }, fields: { a: 2 } } as MatterView
    const declaration = { states: [{ code: 'open', names: { zh: '整改中', en: 'Open' } }, { code: 'done', names: { zh: '已销号', en: 'Done' } }], fields: [{ code: 'a', names: { zh: '等级', en: 'Grade' } }] } as unknown as Declaration
    expect(changesOf(before, after, declaration)).toEqual(['状态：整改中 → 已销号', '承办人：– → 王警官', '内容：等级'])
    expect(changesOf(before, before, declaration)).toEqual([])
  })
})

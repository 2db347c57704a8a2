import { describe, expect, it } from 'vitest'
import { initialsOf } from '@/shared/pinyin'
import type { Agency, AssignmentStatus, Disposition, IncidentView, UnitView } from '@/shared/types'
import { accept, offers, verbOffers } from '@/shell/command/complete'
import { History } from '@/shell/command/history'
import { type Parsed, parse, type World } from '@/shell/command/parse'

const incident = (number: string, part: Partial<IncidentView> = {}) =>
  ({ id: `i${number}`, number, priority: 3, state: 'CREATED', typeCode: 'BRAWL', typeNameZh: '斗殴', typeNameEn: 'Brawl', agencyId: 'north', place: { label: '钟楼东街12号' }, addressText: '', units: [], version: 4, ...part }) as unknown as IncidentView
const unit = (callSign: string, on: [incident: string, status: AssignmentStatus][] = [], part: Partial<UnitView> = {}) =>
  ({
    id: `u${callSign}`, callSign, status: on.length ? on[0]?.[1] : 'AVAILABLE', agencyName: '北站', typeNameZh: '巡逻车', typeNameEn: 'Patrol', version: 1,
    assignments: on.map(([number, status]) => ({ assignmentId: `a${callSign}${number}`, incidentId: `i${number}`, incidentNumber: number, status, priority: 3 })), ...part
  }) as unknown as UnitView
const agency = (code: string, nameZh: string, nameEn: string) => ({ id: code, code, parentId: null, level: 2, nameZh, nameEn, version: 1 }) as Agency
const disposition = (code: string, zh: string, noteNeeded = false): Disposition => ({ code, zh, en: code, noteNeeded })

const world: World = {
  incidents: [incident('20261122-0023'), incident('20261122-0024', { units: [{ assignmentId: 'x', unitId: 'u', callSign: '巡02', status: 'ON_SCENE' }] }), incident('20261122-1023'), incident('20261121-0007'), incident('20261122-0007')],
  units: [
    unit('巡01'), unit('巡02', [['20261122-0024', 'ON_SCENE']]), unit('巡04', [['20261122-0023', 'DISPATCHED'], ['20261122-0024', 'EN_ROUTE']]), unit('E07'), unit('E17'), unit('Engine 3'),
    unit('巡09', [], { status: 'OUT_OF_SERVICE', outOfService: { reason: '保养', since: '' } })
  ],
  agencies: [agency('QL-GC-01', '钟楼派出所', 'Bell Tower Station'), agency('QL-GC-02', '南门派出所', 'South Gate Station'), agency('north', '北站派出所', 'North Station')],
  dispositions: [disposition('HANDLED', '现场处置完毕'), disposition('HANDED-OVER', '移交其他部门', true), disposition('MEDIATED', '调解处理')],
  usual: () => ['MEDIATED', 'HANDLED'],
  current: 'i20261122-0024',
  initials: initialsOf,
  may: () => true
}
type ActParsed = Extract<Parsed, { kind: 'act' }>
function act(line: string, other: Partial<World> = {}): ActParsed {
  const parsed = parse(line, { ...world, ...other })
  if (parsed.kind !== 'act') throw new Error(`${line} is ${parsed.kind}`)
  return parsed
}
/** What was understood, on one line: `verb incident→into units @task :disposition >agency "text" !trouble ?need`. */
function told(line: string, other: Partial<World> = {}): string {
  const { act: one, trouble, need } = act(line, other)
  return [
    one.verb, one.incident?.number.slice(-4), one.into && `→${one.into.number.slice(-4)}`, one.units.map((each) => each.callSign).join('+'), one.task && `@${one.task.incidentNumber.slice(-4)}`,
    one.disposition && `:${one.disposition.code}`, one.agency && `>${one.agency.code}`, one.text && `"${one.text}"`, trouble && `!${trouble.code}`, need && `?${need}`
  ].filter(Boolean).join(' ')
}

describe('command line', () => {
  it.each([
    ['d 23 e07 e17', 'dispatch 0023 E07+E17'],
    ['d 0023 e7', 'dispatch 0023 E07'],
    ['d 1023 巡01', 'dispatch 1023 巡01'],
    ['d . x01', 'dispatch 0024 巡01'],
    ['d 23 engine3', 'dispatch 0023 Engine 3'],
    ['d 23 e07 ; nearer by the bridge', 'dispatch 0023 E07 "nearer by the bridge"'],
    ['派 23 巡01', 'dispatch 0023 巡01'],
    ['d! 23 巡02', 'dispatch 0023 巡02'],
    ['os 巡02', 'onScene 巡02 @0024'],
    ['ak 巡04 23', 'acknowledged 巡04 @0023'],
    ['cl 巡02', 'cleared 巡02 @0024'],
    ['av x02', 'cleared 巡02 @0024'],
    ['cl 23 HANDLED', 'close 0023 :HANDLED'],
    ['cl 23 med', 'close 0023 :MEDIATED'],
    ['cl 23 xccz', 'close 0023 :HANDLED'],
    ['cl 23 handed-over 交给交警', 'close 0023 :HANDED-OVER "交给交警"'],
    ['fb 巡02 已调解，双方和解', 'feedback 巡02 @0024 "已调解，双方和解"'],
    ['mg 23 24 同一火情', 'merge 0023 →0024 "同一火情"'],
    ['mg 23 24; same fire', 'merge 0023 →0024 "same fire"'],
    ['dv 巡02 23 就近', 'divert →0023 巡02 @0024 "就近"'],
    ['ho 23 QL-GC-01 属其辖区', 'handover 0023 >QL-GC-01 "属其辖区"'],
    ['ho 23 钟楼 属其辖区', 'handover 0023 >QL-GC-01 "属其辖区"'],
    ['co 巡02 已无需要', 'callOff 巡02 @0024 "已无需要"']
  ])('%s is understood', (line, meaning) => {
    expect(told(line)).toBe(meaning)
    expect(act(line).ready).toBe(true)
  })

  it.each([
    ['d ', 'dispatch ?incident'],
    ['d 23 ', 'dispatch 0023 ?units'],
    ['cl 23 ', 'close 0023 ?disposition'],
    ['cl 23 handed-over', 'close 0023 :HANDED-OVER ?text'],
    ['mg 23 24', 'merge 0023 →0024 ?text'],
    ['fb 巡02', 'feedback 巡02 @0024 ?text'],
    ['os 巡04', 'onScene 巡04 ?taskIncident'],
    ['dv 巡02 ', 'divert 巡02 @0024 ?into']
  ])('%s waits for more', (line, meaning) => {
    expect(told(line)).toBe(meaning)
    expect(act(line).ready).toBe(false)
  })

  it.each([
    ['d 99 e07', 'noIncident'], ['d 23 zz', 'noUnit'], ['d 23 e', 'severalUnit'], ['d 23 巡04', 'alreadyOn'], ['d 23 巡09', 'unitOut'], ['d 23 e07 e07', 'twice'],
    ['os 巡01', 'unitIdle'], ['os 巡02 23', 'notOnIncident'], ['os 巡02 24 now', 'surplus'], ['mg 23 23 x', 'sameIncident'], ['dv 巡04 1023 x', 'severalTasks'], ['dv 巡02 24 x', 'alreadyOn'],
    ['ho 23 north x', 'alreadyTheirs'], ['ho 23 zz x', 'noAgency'], ['cl 23 zz', 'noDisposition'], ['cl 23 hand', 'severalDisposition']
  ])('%s says %s', (line, code) => {
    expect(act(line).trouble?.code).toBe(code)
    expect(act(line).ready).toBe(false)
  })

  it('means the newer day where two days have the number, and says so where it cannot tell', () => {
    expect(told('cl 7 HANDLED')).toBe('close 0007 :HANDLED')
    expect(act('cl 7 HANDLED').act.incident?.number).toBe('20261122-0007')
    expect(act('cl 1121-0007 HANDLED').act.incident?.number).toBe('20261121-0007')
    const twice = [incident('20261122-0123'), incident('20261122-0223')]
    expect(act('cl 23 HANDLED', { incidents: twice }).trouble).toEqual({ code: 'severalIncident', named: { word: '23', list: '20261122-0123 20261122-0223' } })
  })

  it('warns of a unit that is elsewhere and of units still on a closing incident, and lets the act be', () => {
    expect(act('d 23 巡02').hints.map((one) => one.code)).toEqual(['unitBusy'])
    expect(act('d! 23 巡02').hints).toEqual([])
    expect(act('cl 24 HANDLED').hints).toEqual([{ code: 'stillOn', named: { units: '巡02' } }])
  })

  it('offers no act without the permission', () => {
    expect(act('d 23 e07', { may: () => false }).trouble?.code).toBe('notPermitted')
    expect(verbOffers('', (permission) => permission === 'INCIDENT_WRITE').map((one) => one.insert)).toEqual(['mg', 'ho'])
  })

  it.each([['', 'empty'], ['  ', 'empty'], ['?', 'help'], ['？', 'help'], ['n', 'newCall'], ['/grove 400', 'find'], ['grove 400', 'find'], ['d', 'find'], ['dock street', 'find'], ['钟楼', 'find']])('%j is %s', (line, kind) => {
    expect(parse(line, world).kind).toBe(kind)
  })

  it('never throws, whatever is typed', () => {
    const bits = ['d', 'cl', 'os', 'mg', ' ', '  ', '23', '.', ';', '；', '巡0', 'e', '!', '/', '-', '\u200b', '(', '\\', 'x'.repeat(50)]
    let seed = 20261122
    const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648
    for (let turn = 0; turn < 3000; turn++) {
      const line = Array.from({ length: Math.floor(next() * 9) }, () => bits[Math.floor(next() * bits.length)] ?? '').join('')
      expect(() => offers(parse(line, world), world), JSON.stringify(line)).not.toThrow()
    }
  })
})

describe('completion', () => {
  const first = (line: string, seconds?: Map<string, number>) => offers(parse(line, world), world, seconds)[0]?.insert
  it.each([['cl 23 ', 'MEDIATED'], ['cl 23 现场', 'HANDLED'], ['ho 23 南', 'QL-GC-02'], ['d 23 e1', 'E17'], ['d 23 x0', '巡01'], ['os ', '巡02'], ['d 10', '1023']])('%s offers %s first', (line, insert) => {
    expect(first(line)).toBe(insert)
  })
  it('brings the nearest first where the recommendation is known', () => {
    expect(first('d 23 ', new Map([['uE17', 60], ['uE07', 90]]))).toBe('E17')
  })
  it('writes a number so that it means one incident, and the call sign as one word', () => {
    const all = offers(parse('cl ', world), world).map((one) => one.insert)
    expect(all).toContain('23')
    expect(all).toContain('20261121-0007')
    expect(accept('d 23 eng', parse('d 23 eng', world), offers(parse('d 23 eng', world), world)[0] as never)).toBe('d 23 Engine3 ')
    expect(accept('d 2', parse('d 2', world), { kind: 'verb', insert: 'd', spec: {} as never })).toBe('d ')
  })
  it('does not offer a unit twice', () => {
    expect(offers(parse('d 23 E07 ', world), world).map((one) => one.insert)).not.toContain('E07')
  })
})

describe('history', () => {
  function shelf() {
    let lines: string[] = []
    return { read: () => lines, write: (next: string[]) => void (lines = next) }
  }
  it('walks back and forth, the newest first, and ends empty', () => {
    const history = new History(shelf())
    ;['d 23 E07', 'os E07', 'd 23 E07'].forEach((line) => history.add(line))
    expect([history.older(), history.older(), history.older(), history.newer(), history.newer()]).toEqual(['d 23 E07', 'os E07', 'os E07', 'd 23 E07', ''])
    expect(history.walking).toBe(false)
  })
  it('keeps no free words: they may name people', () => {
    expect(act('fb 巡02 报警人张某电话 13900001111').bare).toBe('fb 巡02')
    expect(act('d 23 e07 ; 张某报').bare).toBe('d 23 e07')
    expect(act('mg 23 24 同一报警人').bare).toBe('mg 23 24')
    expect(act('ho 23 QL-GC-01; x').bare).toBe('ho 23 QL-GC-01')
  })
})

import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Component, createApp, h, nextTick } from 'vue'
import { asked, holds } from '@/rooms/matter/loop/conditions'
import { readDeclaration, termOf } from '@/rooms/matter/loop/declaration'
import { bodyOf, faultsOf, fen, identityHolds, sectionsOf, sumOf, yuan } from '@/rooms/matter/loop/form'
import { type DraftStore, FormDraft, KEPT_FOR_MS } from '@/rooms/matter/loop/formDraft'
import FormBody from '@/rooms/matter/loop/FormBody.vue'
import type { FieldDecl } from '@/rooms/matter/loop/types'
import { useForm } from '@/rooms/matter/loop/useForm'
import { Problem } from '@/shared/http/problem'
import { i18n, t } from '@/shared/i18n/i18n'

const words = (zh: string) => ({ zh, en: zh })
const NOTICE = {
  kind: 'notice', version: 2, names: words('通知'), about: words('关于'), rows: ['A87'], number: '{seq}',
  sections: { site: words('现场') },
  fields: [
    { code: 'contact', names: words('联系人'), type: 'TEXT', required: true, personal: { mask: 'NAME' }, max: 4 },
    { code: 'grade', names: words('等级'), type: 'choice', required: true, section: 'site', options: { minor: words('一般'), major: words('重大') } },
    { code: 'interim', names: words('措施'), type: 'longtext', required: true, section: 'site', when: { field: 'grade', is: 'major' } },
    { code: 'watch', names: words('看守'), type: 'boolean', section: 'site', when: { field: 'interim', set: true } },
    { code: 'costs', names: words('费用'), type: 'lines', min: 1, lines: { what: { names: words('项'), type: 'text', required: true }, fen: { names: words('额'), type: 'money', required: true, max: 1_000_000 } } },
    { code: 'total', names: words('合计'), type: 'money', sum: 'costs.fen' },
    { code: 'paid', names: words('已付'), type: 'money', maxField: 'limit' },
    { code: 'findings', names: words('复查'), type: 'longtext', required: true }
  ],
  raise: { by: { roles: ['station-officer'] } },
  states: { open: { names: words('开') }, done: { names: words('毕'), closed: true } },
  transitions: { pass: { names: words('过'), from: ['open'], to: 'done', by: { roles: ['x'], not: 'workers' }, asks: ['findings'], proof: ['photo'] }, lapse: { names: words('逾'), from: ['open'], to: 'done', by: { system: true } } },
  clocks: { go: { names: words('限'), in: ['open'], term: { workingDays: 3 }, escalate: { every: { unit: 'WORKING_DAYS', amount: 1 } } } },
  closing: { confirmation: 'required', proof: ['photo'] }
}

describe('a declaration is read', () => {
  const one = readDeclaration(NOTICE)
  it('with every list in order, maps and arrays alike', () => {
    expect(one.fields.map((field) => field.code)).toEqual(['contact', 'grade', 'interim', 'watch', 'costs', 'total', 'paid', 'findings'])
    expect(one.fields[1]?.options.map((option) => option.code)).toEqual(['minor', 'major'])
    expect(one.fields[4]?.lines.map((field) => `${field.code}:${field.type}`)).toEqual(['what:text', 'fen:money'])
    expect(one.states.map((state) => [state.code, state.closed])).toEqual([['open', false], ['done', true]])
  })
  it('asks at raising what no transition asks', () => expect(one.raise.asks).not.toContain('findings'))
  it('knows terms in both spellings', () => {
    expect(one.clocks[0]?.term).toEqual({ unit: 'workingDays', amount: 3 })
    expect(one.clocks[0]?.escalate).toEqual({ unit: 'workingDays', amount: 1 })
    expect(termOf({ years: 1 })).toBeNull()
  })
  it('tells the clock from people', () => expect(one.transitions.map((way) => way.by.person)).toEqual([true, false]))
  it('puts fields into their sections, loose ones first', () => expect(sectionsOf(one, one.fields).map((section) => section.code)).toEqual(['', 'site']))
})

describe('conditions', () => {
  it('speak of values, amounts and absence', () => {
    expect(holds({ all: [{ field: 'a', in: ['x', 'y'] }, { any: [{ field: 'b', atLeast: 5 }, { field: 'c', set: false }] }] }, { a: 'y', b: 4 })).toBe(true)
    expect(holds({ field: 'b', atMost: 3 }, { b: '2' })).toBe(false)
    expect(holds({ field: 'a', is: 'false' }, { a: false })).toBe(true)
    expect(holds({ field: 'a', is: 'x' }, { a: ['w', 'x'] })).toBe(true)
    expect(holds({ field: 'a', set: true }, { a: '  ' })).toBe(false)
  })
  it('take along what hangs on an answer that was taken back', () => {
    const { fields } = readDeclaration(NOTICE)
    const codes = (grade: string) => asked(fields, { grade, interim: 'x', watch: true }).map((field) => field.code)
    expect(codes('major')).toContain('watch')
    expect(codes('minor')).not.toContain('watch')
    expect(bodyOf(fields, { grade: 'minor', interim: 'x', watch: true })).toEqual({ grade: 'minor' })
  })
})

describe('what is wrong', () => {
  const { fields } = readDeclaration(NOTICE)
  const codes = (values: Record<string, unknown>) => Object.entries(faultsOf(fields, values)).map(([path, fault]) => `${path} ${fault.code}`)
  it('is told by field and by line', () => {
    expect(codes({ contact: '欧阳上官诸', grade: 'grave', costs: [{ what: '锁', fen: 1_000_001 }, { fen: -1 }], paid: 12 }).sort()).toEqual(
      ['contact tooLong', 'costs[0].fen atMost', 'costs[1].fen money', 'costs[1].what required', 'findings required', 'grade choose'].sort()
    )
  })
  it('is nothing when all is well, and what is not asked is never wrong', () => {
    expect(codes({ contact: '王', grade: 'minor', findings: '好', watch: 'no' })).toEqual([])
  })
  it('looks at another field for a limit', () => expect(Object.values(faultsOf(fields, { contact: '王', grade: 'minor', findings: '好', limit: 500, paid: 501 }))).toEqual([{ code: 'atMost', args: { max: '5.00' } }]))
  it.each([['11010519491231002X', true], ['110105194912310021', false], ['11010519491231', false]])('identity %s holds: %s', (number, right) => expect(identityHolds(number)).toBe(right))
})

describe('money', () => {
  it.each([['1', 100], ['1,234.5', 123_450], ['１２.30', 1230], ['0.07', 7], ['1.005', null], ['-1', null], ['x', null], ['90071992547409.91', null]])('%s reads as %s fen', (typed, amount) => expect(fen(typed)).toBe(amount))
  it('never goes by way of a fraction', () => {
    for (const amount of [1, 10, 29, 115, 4_503_599_627_370_497]) expect(fen(yuan(amount)) ?? amount).toBe(amount)
    expect(yuan(-5)).toBe('-0.05')
  })
  it('sums a column', () => {
    const total = readDeclaration(NOTICE).fields.find((field) => field.code === 'total') as FieldDecl
    expect(sumOf(total, { costs: [{ fen: 1 }, { fen: 'half typed' }, { fen: 20 }] })).toBe(21)
  })
})

describe('the draft on this computer', () => {
  const box = () => {
    const kept = new Map<string, string>()
    return { kept, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) }
  }
  it('keeps personal words only as long as the tab, the rest for a day, and of one officer only', () => {
    const store = { tab: box(), long: box() } satisfies DraftStore
    let now = 1000
    const { fields } = readDeclaration(NOTICE)
    const draft = new FormDraft('o1', 'notice', () => now, store)
    draft.keep(fields, { contact: '王某', grade: 'major', gone: 'x' })
    expect([...store.long.kept.values()].join()).not.toContain('王某')
    expect(draft.open(fields)).toEqual({ contact: '王某', grade: 'major' })
    expect(new FormDraft('o2', 'notice', () => now, store).open(fields)).toBeNull()
    store.tab.kept.clear()
    expect(draft.open(fields)).toEqual({ grade: 'major' })
    now += KEPT_FOR_MS
    expect(draft.open(fields)).toBeNull()
    draft.drop()
    expect(store.long.kept.size).toBe(0)
  })
})

describe('the form on the screen', () => {
  beforeEach(() => setActivePinia(createPinia()))
  const mounted = () => {
    const declaration = readDeclaration(NOTICE)
    let form!: ReturnType<typeof useForm>
    const root = document.createElement('div')
    document.body.append(root)
    const fields = declaration.fields.slice(0, 6)
    const page: Component = {
      setup() {
        form = useForm(() => fields)
        return () => h(FormBody as Component, { declaration, fields, form } as Record<string, unknown>)
      }
    }
    const app = createApp(page).use(createPinia()).use(i18n)
    app.mount(root)
    return { root, form, done: () => { app.unmount(); root.remove() } }
  }
  it('asks what the answers make necessary, says a fault once its field was left, and lets the server have the last word', async () => {
    const { root, form, done } = mounted()
    const input = root.querySelector<HTMLInputElement>('[data-field=contact]')
    expect(root.querySelector('[data-field=interim]')).toBeNull()
    expect(root.querySelector('.wrong')).toBeNull()
    input?.dispatchEvent(new Event('blur'))
    await nextTick()
    expect(root.querySelector('.wrong')?.textContent).toBe(t('loop.fault.required'))
    ;[...root.querySelectorAll<HTMLButtonElement>('.toggle')].find((one) => one.textContent === '重大')?.click()
    await nextTick()
    expect(root.querySelector('[data-field=interim]')).not.toBeNull()
    form.set('contact', '王')
    form.take(new Problem({ status: 422, code: 'INVALID', fields: [{ field: 'contact', code: 'NAME', message: '此人不在册' }] }))
    await nextTick()
    expect(root.querySelector('.wrong')?.textContent).toBe('此人不在册')
    form.set('contact', '李')
    await nextTick()
    expect(root.querySelector('.wrong')).toBeNull()
    done()
  })
  it('holds lines in a table and shows their sum', async () => {
    const { root, form, done } = mounted()
    form.set('costs', [{ what: '锁', fen: 12_345 }, { what: '门', fen: 100_000_000 }])
    await nextTick()
    expect(root.querySelectorAll('.lines tbody tr')).toHaveLength(2)
    expect(root.querySelector('output')?.textContent).toBe('1,000,123.45')
    root.querySelector<HTMLButtonElement>('.lines tbody tr button.plain')?.click()
    await nextTick()
    expect(form.body().costs).toEqual([{ what: '门', fen: 100_000_000 }])
    done()
  })
})

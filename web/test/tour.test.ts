import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type App, createApp, nextTick } from 'vue'
import { i18n } from '@/shared/i18n/i18n'
import { useSession } from '@/shared/session/session'
import type { SessionView } from '@/shared/types'
import GuidedTour from '@/shell/tour/GuidedTour.vue'
import { STEPS } from '@/shell/tour/steps'
import { beginFirstTour, beginTour, endTour, touring } from '@/shell/tour/tour'

describe('the tour', () => {
  let app: App
  let permissions: string[] = ['INCIDENT_READ', 'DISPATCH', 'CALL_TAKE']
  const click = (words: RegExp) => [...document.querySelectorAll<HTMLElement>('aside button')].find((one) => words.test(one.textContent ?? ''))?.click()
  const place = () => document.querySelector('.head .figures')?.textContent
  function open(): void {
    const pinia = createPinia()
    setActivePinia(pinia)
    useSession().replace({ officer: { id: '1', signInName: 'dispatcher' }, permissions, roles: [], secondFactor: 'OFF' } as unknown as SessionView)
    app = createApp(GuidedTour).use(pinia).use(i18n)
    app.mount(document.body.appendChild(document.createElement('div')))
  }
  beforeEach(() => {
    vi.useFakeTimers()
    localStorage.clear()
    document.body.innerHTML = ''
  })
  afterEach(() => {
    app?.unmount()
    permissions = ['INCIDENT_READ', 'DISPATCH', 'CALL_TAKE']
  })

  it('comes at the first sign-in of an account, and never again once it was followed or dismissed', () => {
    beginFirstTour('dispatcher')
    expect(touring.value).toBe(true)
    endTour('dispatcher')
    beginFirstTour('dispatcher')
    expect(touring.value).toBe(false)
    beginFirstTour('calltaker')
    expect(touring.value).toBe(true)
    endTour('calltaker')
    beginTour()
    expect(touring.value).toBe(true)
  })

  it('is followed to its end by its button', async () => {
    open()
    expect(place()).toBe(`1 / ${STEPS.length}`)
    for (let step = 1; step < STEPS.length; step++) {
      click(/下一步/)
      await nextTick()
    }
    expect(place()).toBe(`${STEPS.length} / ${STEPS.length}`)
    touring.value = true
    click(/开始使用/)
    expect(touring.value).toBe(false)
  })

  it('goes on by itself when the newcomer did what it asked for', async () => {
    open()
    const asked = STEPS.findIndex((step) => step.until)
    for (let step = 0; step < asked; step++) click(/下一步/)
    await nextTick()
    vi.advanceTimersByTime(1000)
    await nextTick()
    expect(place()).toBe(`${asked + 1} / ${STEPS.length}`)
    document.body.insertAdjacentHTML('beforeend', '<article class="incident"></article>')
    vi.advanceTimersByTime(1000)
    await nextTick()
    expect(place()).toBe(`${asked + 2} / ${STEPS.length}`)
  })

  it('leaves out what the account may not do', () => {
    permissions = ['INCIDENT_READ']
    open()
    expect(place()).toBe(`1 / ${STEPS.filter((step) => !step.permission).length}`)
  })
})

import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { createApp, nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { drillRecord } from '@/shared/drill'
import { i18n } from '@/shared/i18n/i18n'
import { useBoard } from '@/shared/live/board'
import { useInstance } from '@/shared/session/instance'
import type { IncidentView, InstanceView } from '@/shared/types'
import DrillVeil from '@/shared/ui/DrillVeil.vue'

const none = { template: '<i />' }

async function veilAt(path: string, mode: 'NORMAL' | 'EXERCISE', incident?: Partial<IncidentView>): Promise<string | null> {
  const pinia = createPinia()
  setActivePinia(pinia)
  useInstance().instance = { mode, exercise: null, demoAccounts: [] } as unknown as InstanceView
  if (incident) useBoard().incidents.put({ version: 1, ...incident } as IncidentView)
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: none }, { path: '/incident/:id', component: none }] })
  await router.push(path)
  const root = document.createElement('div')
  const app = createApp(DrillVeil).use(pinia).use(i18n).use(router)
  app.mount(root)
  await nextTick()
  const words = root.querySelector('[data-drill]')?.getAttribute('data-drill') ?? null
  app.unmount()
  return words
}

describe('a drill cannot be taken for the real thing', () => {
  beforeEach(() => (drillRecord.value = false))
  it('marks every screen of an installation in exercise', async () => expect(await veilAt('/', 'EXERCISE')).toContain('演练'))
  it('marks a record of a drill on a real installation', async () => expect(await veilAt('/incident/i1', 'NORMAL', { id: 'i1', exerciseId: 'e1' })).toContain('演练'))
  it('marks a page that says its record is of a drill', async () => {
    drillRecord.value = true
    expect(await veilAt('/', 'NORMAL')).toContain('演练')
  })
  it('marks nothing that is real', async () => {
    expect(await veilAt('/', 'NORMAL')).toBeNull()
    expect(await veilAt('/incident/i1', 'NORMAL', { id: 'i1', exerciseId: null })).toBeNull()
  })
})

import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '@/shared/http/client'
import { useSession } from '@/shared/session/session'
import { watchIdleness } from '@/shell/idle'

const view = (id = 'o1', part = {}) => ({
  officer: { id, signInName: 'zhao.min', displayName: '赵敏', agencyId: 'a', agencyName: 'A', agencyNameEn: 'A' },
  roles: ['dispatcher'], permissions: ['DISPATCH'], secondFactor: 'OFF', locked: false, idleLockMinutes: 30, passwordChangeNeeded: false, ...part
})

describe('session', () => {
  let answers: [number, unknown][]
  let urls: string[]

  beforeEach(() => {
    setActivePinia(createPinia())
    answers = []
    urls = []
    vi.stubGlobal('fetch', (url: string, init: { method: string }) => {
      urls.push(`${init.method} ${url}`)
      const [status, body] = answers.shift() ?? [500, {}]
      return Promise.resolve(new Response(status === 204 ? null : JSON.stringify(body), { status }))
    })
  })

  it('holds a submission while the session has expired, and sends it after the same officer is back', async () => {
    const session = useSession()
    answers = [[200, view()]]
    await session.signIn('zhao.min', 'secret')
    answers = [[401, { code: 'UNAUTHENTICATED' }]]
    const pending = api.post('/api/incidents/{id}/notes', { path: { id: '1' }, body: { text: 'typed before' } })
    await vi.waitFor(() => expect(session.interruption).toBe('expired'))
    answers = [[200, view()], [200, { id: '1', version: 2 }]]
    expect(await session.signIn('zhao.min', 'secret')).toBe('same')
    expect(await pending).toMatchObject({ version: 2 })
    expect(session.interruption).toBeNull()
    expect(urls.filter((one) => one.includes('/notes'))).toHaveLength(2)
  })

  it('drops the held submission when another officer takes the seat', async () => {
    const session = useSession()
    answers = [[200, view('o1')]]
    await session.signIn('zhao.min', 'secret')
    answers = [[401, { code: 'UNAUTHENTICATED' }]]
    const pending = api.post('/api/incidents/{id}/notes', { path: { id: '1' }, body: { text: 'x' } }).catch((thrown: unknown) => thrown)
    await vi.waitFor(() => expect(session.interruption).toBe('expired'))
    answers = [[200, view('o2')]]
    expect(await session.signIn('li.jing', 'secret')).toBe('new')
    expect(await pending).toMatchObject({ status: 401 })
    expect(urls.filter((one) => one.includes('/notes'))).toHaveLength(1)
  })

  it('shows the lock when the server says so, and goes on after the password', async () => {
    const session = useSession()
    answers = [[200, view()]]
    await session.signIn('zhao.min', 'secret')
    answers = [[423, { code: 'SCREEN_LOCKED' }]]
    const pending = api.get('/api/incidents/{id}', { path: { id: '1' } })
    await vi.waitFor(() => expect(session.interruption).toBe('locked'))
    answers = [[200, view()], [200, { id: '1' }]]
    await session.unlock('secret')
    expect(await pending).toEqual({ id: '1' })
  })

  it('asks for the code before anything is open', async () => {
    const session = useSession()
    answers = [[200, view('o1', { secondFactor: 'REQUIRED', permissions: [] })]]
    expect(await session.signIn('zhao.min', 'secret')).toBe('code')
    expect(session.signedIn).toBe(false)
  })

  it('is not ready for work before the second factor and an own password', async () => {
    const session = useSession()
    answers = [[200, view('o1', { secondFactor: 'ENROLL' })]]
    await session.signIn('zhao.min', 'secret')
    expect(session.signedIn).toBe(false)
    session.replace(view('o1', { passwordChangeNeeded: true }) as never)
    expect(session.signedIn).toBe(false)
    session.replace(view() as never)
    expect(session.signedIn).toBe(true)
  })
})

describe('idleness', () => {
  it('locks after the limit, and not while any window is worked in', () => {
    vi.useFakeTimers()
    localStorage.clear()
    let now = 0
    let locks = 0
    const stop = watchIdleness(60_000, () => locks++, () => now)
    const pass = (ms: number) => { now += ms; vi.advanceTimersByTime(5000) }
    pass(59_000)
    expect(locks).toBe(0)
    window.dispatchEvent(new Event('keydown'))
    pass(59_000)
    expect(locks).toBe(0)
    localStorage.setItem('tocsin.lastActivity', String(now)) // another window
    pass(59_000)
    expect(locks).toBe(0)
    pass(2_000)
    expect(locks).toBe(1)
    stop()
    vi.useRealTimers()
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, setGate, setRequestLanguage } from '@/shared/http/client'
import { Problem } from '@/shared/http/problem'

interface Sent {
  url: string
  method: string
  headers: Record<string, string>
}

describe('api', () => {
  let sent: Sent[]
  let answers: (() => Response | Promise<Response>)[]
  const json = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status })
  const note = () => api.post('/api/incidents/{id}/notes', { path: { id: 'a b' }, body: { text: 'x' } })

  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 400 })
    sent = []
    answers = []
    vi.stubGlobal('fetch', (url: string, init: { method: string; headers: Record<string, string> }) => {
      sent.push({ url, method: init.method, headers: init.headers })
      const answer = answers.shift()
      if (!answer) throw new Error('no answer left')
      return Promise.resolve().then(answer)
    })
    document.cookie = 'XSRF-TOKEN=abc%2F1'
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
    setGate(null)
  })

  it('sends token, key and language, and fills the path', async () => {
    setRequestLanguage('en')
    answers = [json(200, { id: 'a b' })]
    await note()
    expect(sent[0]?.url).toBe('/api/incidents/a%20b/notes')
    expect(sent[0]?.headers).toMatchObject({ 'X-XSRF-TOKEN': 'abc/1', 'Accept-Language': 'en' })
    expect(sent[0]?.headers['Idempotency-Key']).toMatch(/^[0-9a-f]{32}$/)
  })

  it('sends the same key again when the answer was lost', async () => {
    answers = [() => { throw new TypeError('failed to fetch') }, json(503, {}), json(200, { id: '1' })]
    await note()
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map((one) => one.headers['Idempotency-Key'])).size).toBe(1)
  })

  it('maps a problem document: what, where, how to mend', async () => {
    answers = [json(409, { type: 'urn:tocsin:problem:stale', title: '已被他人修改', status: 409, code: 'STALE', detail: '王强 10:02 改过', mend: '看清再做', fields: [{ field: 'body.priority', code: 'RANGE', message: '1 至 4' }] })]
    const problem = await note().catch((thrown: unknown) => thrown)
    expect(problem).toBeInstanceOf(Problem)
    expect(problem).toMatchObject({ stale: true, lost: false, message: '已被他人修改', detail: '王强 10:02 改过', mend: '看清再做', where: 'POST /api/incidents/a%20b/notes' })
    expect((problem as Problem).field('priority')?.message).toBe('1 至 4')
    expect(sent).toHaveLength(1)
  })

  it('makes a problem of an answer that is none', async () => {
    answers = [() => new Response('<html>Bad gateway', { status: 500 })]
    expect(await note().catch((thrown: unknown) => thrown)).toMatchObject({ code: 'SERVER_FAILED', status: 500 })
  })

  it('waits for sign-in and then sends the same submission again', async () => {
    const order: string[] = []
    setGate({ unauthenticated: () => { order.push('signed in again'); return Promise.resolve(true) }, locked: () => Promise.resolve(false) })
    answers = [json(401, { code: 'UNAUTHENTICATED' }), json(200, { id: '1' })]
    await note()
    expect(order).toEqual(['signed in again'])
    expect(sent[0]?.headers['Idempotency-Key']).toBe(sent[1]?.headers['Idempotency-Key'])
  })

  it('does not send another person’s work', async () => {
    setGate({ unauthenticated: () => Promise.resolve(false), locked: () => Promise.resolve(false) })
    answers = [json(401, { code: 'UNAUTHENTICATED' })]
    expect(await note().catch((thrown: unknown) => thrown)).toMatchObject({ status: 401 })
    expect(sent).toHaveLength(1)
  })
})

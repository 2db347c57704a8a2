import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DraftKeeper, type Kept, mergeDrafts, type SavedState } from '@/rooms/intake/draft'
import type { CallView, Draft } from '@/shared/types'

const draft = (part: Partial<Draft> = {}): Draft => ({ addressText: '', place: null, typeCode: null, priority: null, narrative: '', answers: {}, ...part })
const call = (version: number, part: Partial<Draft> = {}, state: CallView['state'] = 'TAKING') => ({ id: 'c1', state, version, draft: draft(part) }) as CallView

class Server {
  version = 1
  stored = draft()
  saves: Draft[] = []
  fail: unknown = null
  /** Somebody else writes. */
  other(part: Partial<Draft>): void {
    this.version++
    this.stored = { ...this.stored, ...part }
  }
  async save(_: string, version: number, next: Draft): Promise<CallView> {
    if (this.fail) throw this.fail
    if (version !== this.version) throw Object.assign(new Error(), { code: 'STALE' })
    this.version++
    this.stored = next
    this.saves.push(next)
    return call(this.version, next)
  }
}

describe('DraftKeeper', () => {
  let server: Server
  let kept: Map<string, Kept>
  let states: SavedState[]
  let merged: { draft: Draft; both: (keyof Draft)[] }[]
  let problems: unknown[]

  const open = (from: CallView) =>
    new DraftKeeper(
      from,
      {
        save: (id, version, next) => server.save(id, version, next),
        fetch: () => Promise.resolve(call(server.version, server.stored)),
        store: { get: (id) => kept.get(id) ?? null, set: (id, one) => void kept.set(id, one), drop: (id) => void kept.delete(id) },
        now: () => Date.now(), quietMs: 350, retryMs: 2500
      },
      { state: (state) => states.push(state), merged: (next, both) => merged.push({ draft: next, both }), closed: () => undefined, problem: (one) => problems.push(one) }
    )

  beforeEach(() => {
    vi.useFakeTimers()
    server = new Server()
    kept = new Map()
    states = []
    merged = []
    problems = []
  })
  afterEach(() => vi.useRealTimers())

  it('keeps every keystroke in the browser at once and saves when typing pauses', async () => {
    const keeper = open(call(1))
    for (const words of ['火', '火警', '火警 三楼']) keeper.edit(draft({ narrative: words }))
    expect(kept.get('c1')?.draft.narrative).toBe('火警 三楼')
    expect(server.saves).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(400)
    expect(server.saves.map((one) => one.narrative)).toEqual(['火警 三楼'])
    expect(states[states.length - 1]).toBe('saved')
    expect(kept.size).toBe(0)
  })

  it('keeps the words here while the line is down, and sends them when it is back', async () => {
    const keeper = open(call(1))
    server.fail = Object.assign(new Error(), { code: 'NETWORK', lost: true })
    keeper.edit(draft({ narrative: 'no line' }))
    await vi.advanceTimersByTimeAsync(400)
    expect(states[states.length - 1]).toBe('local')
    expect(kept.get('c1')?.draft.narrative).toBe('no line')
    server.fail = null
    await vi.advanceTimersByTimeAsync(3000)
    expect(server.stored.narrative).toBe('no line')
    expect(states[states.length - 1]).toBe('saved')
  })

  it('takes up what a crash left behind', async () => {
    kept.set('c1', { draft: draft({ narrative: 'typed before the crash' }), base: draft(), version: 1, at: 0 })
    const keeper = open(call(1))
    expect(keeper.open().narrative).toBe('typed before the crash')
    await vi.advanceTimersByTimeAsync(400)
    expect(server.stored.narrative).toBe('typed before the crash')
  })

  it('merges what another person wrote meanwhile, field by field', async () => {
    const keeper = open(call(1))
    server.other({ addressText: '张掖路12号', narrative: 'theirs' })
    keeper.edit(draft({ typeCode: 'THEFT', narrative: 'mine' }))
    await vi.advanceTimersByTimeAsync(2000)
    expect(server.stored).toMatchObject({ addressText: '张掖路12号', typeCode: 'THEFT', narrative: 'mine' })
    expect(merged[0]?.both).toEqual(['narrative'])
  })

  it('shows a refusal and keeps the words', async () => {
    const keeper = open(call(1))
    server.fail = Object.assign(new Error(), { code: 'INVALID', lost: false })
    keeper.edit(draft({ narrative: 'x' }))
    await vi.advanceTimersByTimeAsync(5000)
    expect(problems).toHaveLength(1)
    expect(states[states.length - 1]).toBe('refused')
    expect(kept.get('c1')?.draft.narrative).toBe('x')
  })

  it('saves at once when flushed', async () => {
    const keeper = open(call(1))
    keeper.edit(draft({ narrative: 'now' }))
    await keeper.flush()
    expect(server.stored.narrative).toBe('now')
  })

  it('merges answers by question', () => {
    const result = mergeDrafts(draft({ answers: { A: '1' } }), draft({ answers: { A: '1', B: '2' } }), draft({ answers: { A: '9' } }))
    expect(result.draft.answers).toEqual({ A: '9', B: '2' })
  })
})

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Collection } from '@/shared/live/collection'
import { type Change, type Source, StreamFollower, type StreamState } from '@/shared/live/stream'

class FakeSource implements Source {
  readonly listeners = new Map<string, (event: { data: string }) => void>()
  onerror: ((event: unknown) => void) | null = null
  closed = false
  constructor(readonly url: string) {}
  addEventListener(type: string, listener: (event: { data: string }) => void): void {
    this.listeners.set(type, listener)
  }
  close(): void {
    this.closed = true
  }
  say(type: string, data: unknown = {}): void {
    this.listeners.get(type)?.({ data: JSON.stringify(data) })
  }
}

const change = (seq: number, id = 'a', version = seq): Change => ({ seq, at: '2026-03-01T10:00:00Z', topic: 'incident', id, version, body: { id, version } })

describe('StreamFollower', () => {
  let now: number
  let sources: FakeSource[]
  let states: [StreamState, number][]
  let seen: number[]
  let reloads: number
  let follower: StreamFollower
  const last = () => sources[sources.length - 1] as FakeSource

  beforeEach(() => {
    vi.useFakeTimers()
    now = 100_000
    sources = []
    states = []
    seen = []
    reloads = 0
    follower = new StreamFollower(
      {
        reload: () => { reloads++; return Promise.resolve() },
        change: (one) => seen.push(one.seq),
        ephemeral: () => undefined, heard: () => undefined, failed: () => undefined,
        state: (state, since) => states.push([state, since])
      },
      { open: (url) => { const source = new FakeSource(url); sources.push(source); return source }, now: () => now, staleAfterMs: 4500, abandonAfterMs: 9000, retryMs: [300, 800] }
    )
    follower.start()
  })

  it('loads everything once, then follows', () => {
    last().say('hello', { seq: 10, now: '2026-03-01T10:00:00Z' })
    last().say('change', change(11))
    last().say('change', change(12))
    expect(reloads).toBe(1)
    expect(seen).toEqual([11, 12])
    expect(sources[0]?.url).toBe('/api/stream')
  })

  it('comes back after the last number and drops what it has seen', () => {
    last().say('hello', { seq: 10 })
    last().say('change', change(11))
    last().onerror?.({})
    now += 400
    follower.tick()
    expect(sources).toHaveLength(2)
    expect(last().url).toBe('/api/stream?after=11')
    last().say('hello', { seq: 14 })
    for (const seq of [11, 12, 13, 14]) last().say('change', change(seq))
    expect(seen).toEqual([11, 12, 13, 14])
    expect(follower.doubles).toBe(1)
    expect(reloads).toBe(1)
  })

  it('ignores what an abandoned line still says', () => {
    last().say('hello', { seq: 10 })
    const old = last()
    old.onerror?.({})
    now += 400
    follower.tick()
    old.say('change', change(11))
    expect(seen).toEqual([])
    expect(old.closed).toBe(true)
  })

  it('fetches everything again after a reset', () => {
    last().say('hello', { seq: 10 })
    last().onerror?.({})
    now += 400
    follower.tick()
    last().say('hello', { seq: 900 })
    last().say('reset')
    expect(last().url).toBe('/api/stream')
    last().say('hello', { seq: 901 })
    expect(reloads).toBe(2)
    last().say('change', change(902))
    expect(seen).toEqual([902])
  })

  it('says within five seconds that nothing is heard, and since when', () => {
    last().say('hello', { seq: 1 })
    const heard = now
    now += 4400
    follower.tick()
    expect(states).toEqual([['live', heard]])
    now += 500
    follower.tick()
    expect(states[1]).toEqual(['stale', heard])
    last().say('beat', { seq: 1, now: '2026-03-01T10:00:09Z' })
    expect(states[2]?.[0]).toBe('live')
  })

  it('gives up a line that is open but silent', () => {
    last().say('hello', { seq: 1 })
    now += 9100
    follower.tick()
    expect(sources[0]?.closed).toBe(true)
    now += 400
    follower.tick()
    expect(last().url).toBe('/api/stream?after=1')
  })
})

describe('Collection', () => {
  it('never goes back to an older version, whatever the order', () => {
    const shuffled = [3, 1, 5, 2, 4]
    const collection = new Collection<{ id: string; version: number }>()
    shuffled.forEach((version) => collection.put({ id: 'a', version }))
    expect(collection.get('a')?.version).toBe(5)
  })

  it('keeps what changed while a snapshot was under way, and forgets what is gone', () => {
    const collection = new Collection<{ id: string; version: number }>()
    collection.put({ id: 'gone', version: 1 })
    collection.put({ id: 'kept', version: 1 })
    collection.beginReload()
    collection.put({ id: 'new', version: 1 })
    collection.put({ id: 'kept', version: 3 })
    collection.endReload([{ id: 'kept', version: 2 }, { id: 'other', version: 7 }])
    expect([...collection.byId.values()].map((one) => `${one.id}:${one.version}`).sort()).toEqual(['kept:3', 'new:1', 'other:7'])
  })
})

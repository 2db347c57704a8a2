import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Collection } from '@/shared/live/collection'
import { type Change, type Source, StreamFollower, type StreamState } from '@/shared/live/stream'

class FakeSource implements Source {
  readonly listeners = new Map<string, (event: { data: string }) => void>()
  onerror: ((event: unknown) => void) | null = null
  closed = false
  greeted = false
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

describe('StreamFollower on a bad line', () => {
  it('greys at once when the line breaks twice in a row or the machine says it has no network, and tries again at once when it is back', () => {
    vi.useFakeTimers()
    let now = 0
    const sources: FakeSource[] = []
    const states: StreamState[] = []
    const follower = new StreamFollower(
      { reload: () => Promise.resolve(), change: () => undefined, ephemeral: () => undefined, heard: () => undefined, failed: () => undefined, state: (state) => states.push(state) },
      { open: (url) => { const source = new FakeSource(url); sources.push(source); return source }, now: () => now, staleAfterMs: 4500, abandonAfterMs: 9000, retryMs: [300, 800] }
    )
    follower.start()
    const last = () => sources[sources.length - 1] as FakeSource
    last().say('hello', { seq: 1 })
    last().onerror?.({})
    expect(states).toEqual(['live'])
    now += 300
    follower.tick()
    last().onerror?.({})
    expect(states).toEqual(['live', 'stale'])
    follower.lineBack()
    last().say('hello', { seq: 1 })
    expect(states).toEqual(['live', 'stale', 'live'])
    follower.lineLost()
    expect(states[3]).toBe('stale')
  })

  it('loses nothing and doubles nothing over a thousand bad lines', async () => {
    vi.useRealTimers()
    for (let seed = 1; seed <= 40; seed++) {
      let state = seed * 7919
      const chance = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648
      /** The server: a log, the newest `kept` of which it can still give. */
      const log: Change[] = []
      const kept = 30
      const board = new Map<string, number>()
      const taken: number[] = []
      let now = 0
      let source: FakeSource | null = null
      let sent = 0
      const follower = new StreamFollower(
        {
          reload: () => { board.clear(); log.forEach((one) => board.set(one.id, one.version)); return Promise.resolve() },
          change: (one) => { taken.push(one.seq); board.set(one.id, one.version) },
          ephemeral: () => undefined, heard: () => undefined, failed: () => undefined, state: () => undefined
        },
        { open: (url) => (source = new FakeSource(url)), now: () => now, staleAfterMs: 4500, abandonAfterMs: 9000, retryMs: [300, 800] }
      )
      const serve = (): void => {
        const line = source
        if (!line || line.closed) return
        if (!line.greeted) {
          line.greeted = true
          const after = /after=(\d+)/.exec(line.url)?.[1]
          sent = after === undefined ? log.length : Number(after)
          line.say('hello', { seq: log.length })
          if (after !== undefined && log.length - sent > kept) {
            line.say('reset')
            return
          }
        }
        // Sometimes what was sent already is sent once more: a proxy that repeats.
        if (sent > 0 && chance() < 0.1) line.say('change', log[sent - 1])
        while (sent < log.length && !line.closed) line.say('change', log[sent++])
      }
      follower.start()
      for (let turn = 0; turn < 400; turn++) {
        now += 200
        for (let n = Math.floor(chance() * 4); n > 0; n--) log.push(change(log.length + 1, `m${Math.floor(chance() * 12)}`))
        const fate = chance()
        if (fate < 0.08) (source as FakeSource | null)?.onerror?.({})
        else if (fate < 0.12) now += 5000
        else if (fate < 0.8) serve()
        follower.tick()
      }
      for (let turn = 0; turn < 10; turn++) {
        now += 1000
        follower.tick()
        serve()
        await Promise.resolve()
      }
      follower.stop()
      expect(new Set(taken).size, `seed ${seed}: doubled`).toBe(taken.length)
      expect([...taken].sort((a, b) => a - b), `seed ${seed}: order`).toEqual(taken)
      const truth = new Map(log.map((one) => [one.id, one.version]))
      expect([...board].sort(), `seed ${seed}: lost`).toEqual([...truth].sort())
    }
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

/** One numbered fact of the live stream. */
export interface Change {
  seq: number
  at: string
  topic: string
  id: string
  version: number
  body: unknown
}

export type StreamState = 'connecting' | 'live' | 'stale'

/** The part of EventSource that is used; tests hand in their own. */
export interface Source {
  addEventListener(type: string, listener: (event: { data: string }) => void): void
  onerror: ((event: unknown) => void) | null
  close(): void
}

export interface StreamHandlers {
  /** Fetch everything anew; changes that arrive meanwhile are given to `change` as usual. */
  reload(): Promise<void>
  change(change: Change): void
  ephemeral(topic: string, body: unknown): void
  /** The server's own time, at each sign of life. */
  heard(now: string): void
  state(state: StreamState, since: number): void
  /** The connection failed: asks whether the session is still good. Called before each new attempt. */
  failed(): void
}

export interface StreamSettings {
  open: (url: string) => Source
  now: () => number
  staleAfterMs: number
  /** A line that says nothing for this long is dead even if no error was seen (proxies hold such lines open). */
  abandonAfterMs: number
  retryMs: number[]
}

export const defaultSettings: StreamSettings = {
  open: (url) => new EventSource(url) as unknown as Source,
  now: () => Date.now(),
  // The server beats every 2 s: two missed beats and the board greys, inside the 5 s that people are promised.
  staleAfterMs: 4500,
  abandonAfterMs: 9000,
  retryMs: [300, 800, 1500, 3000]
}

/**
 * Follows the live stream: remembers the last number seen, comes back after it, drops doubles, asks for a full reload
 * when the server has forgotten where we were, and says honestly since when it has heard nothing.
 */
export class StreamFollower {
  private source: Source | null = null
  private lastSeq: number | null = null
  private heardAt: number
  private state: StreamState = 'connecting'
  private attempt = 0
  private retryAt: number | null = null
  private watch: ReturnType<typeof setInterval> | null = null
  doubles = 0

  constructor(
    private readonly handlers: StreamHandlers,
    private readonly settings: StreamSettings = defaultSettings
  ) {
    this.heardAt = settings.now()
  }

  get seq(): number | null {
    return this.lastSeq
  }

  start(): void {
    this.heardAt = this.settings.now()
    this.connect()
    this.watch ??= setInterval(() => this.tick(), 500)
  }

  stop(): void {
    if (this.watch) clearInterval(this.watch)
    this.watch = null
    this.drop()
    this.lastSeq = null
  }

  /** The machine itself says that it has no network: no need to wait for silence. */
  lineLost(): void {
    if (this.watch === null) return
    if (this.state !== 'stale') this.become('stale')
    this.lineFailed()
  }

  /** The network is back: try now, not at the next turn. */
  lineBack(): void {
    if (this.watch !== null && this.retryAt !== null) this.connect()
  }

  /** Looks at the time: greys the board, gives up dead lines, tries again. Driven by a timer, or by a test. */
  tick(): void {
    const now = this.settings.now()
    const silent = now - this.heardAt
    if (silent >= this.settings.staleAfterMs && this.state !== 'stale') this.become('stale')
    if (this.retryAt !== null && now >= this.retryAt) this.connect()
    else if (this.source && this.retryAt === null && silent >= this.settings.abandonAfterMs) {
      this.heardAt = Math.max(this.heardAt, now - this.settings.staleAfterMs)
      this.lineFailed()
    }
  }

  private connect(): void {
    this.retryAt = null
    this.drop()
    const url = this.lastSeq === null ? '/api/stream' : `/api/stream?after=${this.lastSeq}`
    const source = this.settings.open(url)
    this.source = source
    const on = (type: string, work: (data: Record<string, unknown>) => void) =>
      source.addEventListener(type, (event) => {
        if (this.source !== source) return
        this.heard()
        work(event.data ? (JSON.parse(event.data) as Record<string, unknown>) : {})
      })
    on('hello', (data) => this.hello(data))
    on('change', (data) => this.change(data as unknown as Change))
    on('beat', (data) => this.handlers.heard(String(data.now)))
    on('ephemeral', (data) => this.handlers.ephemeral(String(data.topic), data.body))
    on('reset', () => this.reset())
    source.onerror = () => {
      if (this.source === source) this.lineFailed()
    }
  }

  private hello(data: Record<string, unknown>): void {
    if (typeof data.now === 'string') this.handlers.heard(data.now)
    // With `after` the server now sends what was missed; only a first or forgotten follower needs everything.
    if (this.lastSeq === null) {
      this.lastSeq = Number(data.seq ?? 0)
      void this.reload()
    }
  }

  private change(change: Change): void {
    if (this.lastSeq !== null && change.seq <= this.lastSeq) {
      this.doubles++
      return
    }
    this.lastSeq = change.seq
    this.handlers.change(change)
  }

  /** The server no longer holds what we missed: begin again from its present. */
  private reset(): void {
    this.lastSeq = null
    this.connect()
  }

  private async reload(): Promise<void> {
    for (let turn = 0; ; turn++) {
      const startedFrom = this.source
      try {
        await this.handlers.reload()
        return
      } catch {
        if (this.source !== startedFrom || this.watch === null) {
          // The line broke too: forget the place, so that the next hello fetches everything again.
          this.lastSeq = null
          return
        }
        await new Promise((done) => setTimeout(done, this.settings.retryMs[Math.min(turn, this.settings.retryMs.length - 1)]))
      }
    }
  }

  private heard(): void {
    this.heardAt = this.settings.now()
    this.attempt = 0
    if (this.state !== 'live') this.become('live')
  }

  private lineFailed(): void {
    this.drop()
    const waits = this.settings.retryMs
    this.retryAt = this.settings.now() + (waits[Math.min(this.attempt, waits.length - 1)] ?? 1000)
    // One break may be a proxy's whim and is mended in a moment; a second one in a row is said at once.
    if (this.attempt > 0 && this.state !== 'stale') this.become('stale')
    this.attempt++
    this.handlers.failed()
  }

  private drop(): void {
    this.source?.close()
    this.source = null
  }

  private become(next: StreamState): void {
    this.state = next
    this.handlers.state(next, this.heardAt)
  }
}

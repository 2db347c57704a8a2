import type { CallView, Draft } from '@/shared/types'

/** Where the last keystroke is: with the server, on its way, only on this computer, or in conflict with another's. */
export type SavedState = 'saved' | 'saving' | 'local' | 'refused'

export interface Kept {
  draft: Draft
  /** The draft as the server last had it when these changes began: the base of a merge. */
  base: Draft
  version: number
  at: number
}

export interface KeeperSettings {
  save(callId: string, version: number, draft: Draft): Promise<CallView>
  fetch(callId: string): Promise<CallView>
  store: { get(callId: string): Kept | null; set(callId: string, kept: Kept): void; drop(callId: string): void }
  now: () => number
  quietMs: number
  retryMs: number
}

export interface KeeperEvents {
  state(state: SavedState, at: number): void
  /** The server's or another person's words entered the draft; `both` names the fields that two people changed. */
  merged(draft: Draft, both: (keyof Draft)[]): void
  closed(call: CallView): void
  problem(thrown: unknown): void
}

const FIELDS: (keyof Draft)[] = ['addressText', 'place', 'typeCode', 'priority', 'narrative', 'answers']
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * Three-way: what only they changed is taken, what only I changed stays, what both changed stays mine and is named.
 */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft): { draft: Draft; both: (keyof Draft)[] } {
  const draft = { ...theirs } as Record<string, unknown>
  const both: (keyof Draft)[] = []
  for (const field of FIELDS) {
    if (same(mine[field], base[field])) continue
    if (field === 'answers') draft.answers = { ...theirs.answers, ...changedAnswers(base, mine) }
    else draft[field] = mine[field]
    if (!same(theirs[field], base[field]) && !same(theirs[field], mine[field])) both.push(field)
  }
  return { draft: draft as unknown as Draft, both }
}

function changedAnswers(base: Draft, mine: Draft): Record<string, string> {
  return Object.fromEntries(Object.entries(mine.answers).filter(([question, answer]) => base.answers[question] !== answer))
}

/**
 * Keeps one call's draft safe: every change at once in the browser's own storage, and with the server as soon as the
 * typing pauses. One save is under way at a time. A lost line keeps the words here and tries again; a write by
 * someone else is merged field by field.
 */
export class DraftKeeper {
  private draft: Draft
  private base: Draft
  private version: number
  private dirty = false
  private underWay: Promise<void> | null = null
  private timer: ReturnType<typeof setTimeout> | null = null
  private stopped = false

  constructor(
    private readonly call: CallView,
    private readonly settings: KeeperSettings,
    private readonly events: KeeperEvents
  ) {
    this.base = call.draft
    this.draft = call.draft
    this.version = call.version
  }

  /** Takes up what a crash left on this computer, merged with what the server has. Answers the draft to show. */
  open(): Draft {
    const kept = this.settings.store.get(this.call.id)
    if (!kept || same(kept.draft, this.call.draft)) {
      this.settings.store.drop(this.call.id)
      return this.draft
    }
    const { draft, both } = mergeDrafts(kept.base, kept.draft, this.call.draft)
    this.draft = draft
    this.dirty = !same(draft, this.call.draft)
    if (this.dirty) {
      this.events.merged(draft, both)
      this.later(0)
    }
    return draft
  }

  edit(next: Draft): void {
    this.draft = next
    this.dirty = true
    this.settings.store.set(this.call.id, { draft: next, base: this.base, version: this.version, at: this.settings.now() })
    this.events.state('saving', this.settings.now())
    this.later(this.settings.quietMs)
  }

  /** A newer state of the call came by the live stream. */
  heard(call: CallView): void {
    if (call.version <= this.version || this.underWay) return
    if (call.state !== 'TAKING' && call.state !== 'RINGING') return this.events.closed(call)
    const { draft, both } = mergeDrafts(this.base, this.draft, call.draft)
    this.base = call.draft
    this.version = call.version
    this.draft = draft
    this.dirty = !same(draft, call.draft)
    this.events.merged(draft, both)
    if (this.dirty) this.later(this.settings.quietMs)
  }

  /** Saves now and waits for it: before accepting, or on leaving. */
  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    if (this.underWay) await this.underWay
    if (this.dirty) await this.saveNow()
  }

  /** Nothing more will be typed: the call became an incident, or was set aside. */
  finish(): void {
    this.stopped = true
    if (this.timer) clearTimeout(this.timer)
    this.settings.store.drop(this.call.id)
  }

  /** Leaves the form: what is not yet saved stays in the browser and is sent. */
  leave(): void {
    void this.flush().finally(() => (this.stopped = true))
  }

  get currentVersion(): number {
    return this.version
  }

  private later(ms: number): void {
    if (this.stopped) return
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.timer = null
      if (!this.underWay) void this.saveNow()
    }, ms)
  }

  private saveNow(): Promise<void> {
    this.underWay = this.saveOnce().finally(() => {
      this.underWay = null
      if (this.dirty && !this.timer && !this.stopped) this.later(this.settings.quietMs)
    })
    return this.underWay
  }

  private async saveOnce(): Promise<void> {
    const sent = this.draft
    this.dirty = false
    this.events.state('saving', this.settings.now())
    try {
      const answer = await this.settings.save(this.call.id, this.version, sent)
      this.version = answer.version
      this.base = sent
      if (!this.dirty) {
        this.settings.store.drop(this.call.id)
        this.events.state('saved', this.settings.now())
      }
    } catch (thrown) {
      this.dirty = true
      const { code, lost } = thrown as { code?: string; lost?: boolean }
      if (code === 'STALE') await this.mergeWithServer()
      else if (lost) {
        this.events.state('local', this.settings.now())
        this.later(this.settings.retryMs)
      } else {
        // Refused for good (a field is wrong, the call is closed): the words stay here, the reason is shown, the next keystroke tries again.
        this.dirty = false
        this.events.state('refused', this.settings.now())
        this.events.problem(thrown)
      }
    }
  }

  private async mergeWithServer(): Promise<void> {
    try {
      const call = await this.settings.fetch(this.call.id)
      const { draft, both } = mergeDrafts(this.base, this.draft, call.draft)
      this.base = call.draft
      this.version = call.version
      this.draft = draft
      this.dirty = !same(draft, call.draft)
      if (call.state !== 'TAKING' && call.state !== 'RINGING') return this.events.closed(call)
      this.events.merged(draft, both)
      this.later(0)
    } catch {
      this.events.state('local', this.settings.now())
      this.later(this.settings.retryMs)
    }
  }
}

const PREFIX = 'tocsin.draft.'

/** Drafts in the browser's storage, outliving a crash of it. */
export const browserStore: KeeperSettings['store'] = {
  get(callId) {
    try {
      const text = localStorage.getItem(PREFIX + callId)
      return text ? (JSON.parse(text) as Kept) : null
    } catch {
      return null
    }
  },
  set(callId, kept) {
    try {
      localStorage.setItem(PREFIX + callId, JSON.stringify(kept))
    } catch {
      // Storage full or forbidden: the server is the other keeper.
    }
  },
  drop(callId) {
    try {
      localStorage.removeItem(PREFIX + callId)
    } catch {
      // Nothing was kept, then.
    }
  }
}

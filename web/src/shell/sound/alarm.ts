/** What calls for an ear: an overdue step, a ringing call, a board that stands still. */
export type Tone = 'overdue' | 'ringing' | 'stale'

export interface Heard {
  /** Ids of what is overdue and waits for a person. */
  overdue: readonly string[]
  /** Ids of calls that ring, for those who may take them. */
  ringing: readonly string[]
  stale: boolean
}

/** A mute ends by itself: whoever wants quiet longer says so again. */
export const MUTE_MS = 10 * 60_000
/** What stays overdue is said again, so that a tone missed in the noise of the hall is not missed for good. */
export const AGAIN_MS: Record<Tone, number> = { overdue: 30_000, ringing: 8_000, stale: 15_000 }

/**
 * Decides which tone is due. Something new sounds at once, something that stays sounds again after its pause, what was
 * there when one signed in sounds once for all. While muted nothing sounds, and nothing is saved up for later.
 */
export class Alarm {
  private known = new Set<string>()
  private readonly lastAt: Partial<Record<Tone, number>> = {}

  due(heard: Heard, now: number, mutedUntil: number): Tone | null {
    const present = new Set([...heard.overdue.map((id) => `o${id}`), ...heard.ringing.map((id) => `r${id}`), ...(heard.stale ? ['s'] : [])])
    const fresh = [...present].filter((one) => !this.known.has(one))
    this.known = present
    if (now < mutedUntil) return null
    for (const [tone, on, mark] of [['stale', heard.stale, 's'], ['overdue', heard.overdue.length > 0, 'o'], ['ringing', heard.ringing.length > 0, 'r']] as const) {
      const since = now - (this.lastAt[tone] ?? -Infinity)
      if (!on || (since < AGAIN_MS[tone] && !fresh.some((one) => one.startsWith(mark)))) continue
      // Ten alerts of one second are one sound.
      if (since < 1200) continue
      this.lastAt[tone] = now
      return tone
    }
    return null
  }
}

const SHARED = 'tocsin.lastActivity'

/**
 * Calls `lock` after `limitMs` without key or pointer in any window of this browser: work in one window keeps the
 * others awake. Returns the way to stop.
 */
export function watchIdleness(limitMs: number, lock: () => void, now: () => number = Date.now): () => void {
  let last = now()
  let toldAt = 0

  function active(): void {
    last = now()
    if (last - toldAt < 5000) return
    toldAt = last
    try {
      localStorage.setItem(SHARED, String(last))
    } catch {
      // Then each window counts for itself.
    }
  }

  function elsewhere(): number {
    try {
      return Number(localStorage.getItem(SHARED) ?? 0)
    } catch {
      return 0
    }
  }

  const timer = setInterval(() => {
    if (now() - Math.max(last, elsewhere()) >= limitMs) lock()
  }, 5000)
  const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
  kinds.forEach((kind) => window.addEventListener(kind, active, { passive: true }))
  active()
  return () => {
    clearInterval(timer)
    kinds.forEach((kind) => window.removeEventListener(kind, active))
  }
}

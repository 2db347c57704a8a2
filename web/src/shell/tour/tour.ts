import { ref } from 'vue'

/** Whether the tour is on the screen. */
export const touring = ref(false)
const STORED = 'tocsin.tour'

function seen(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** On the first sign-in of this account in this browser; never again unless asked for. */
export function beginFirstTour(signInName: string): void {
  touring.value = !seen().includes(signInName)
}

export function beginTour(): void {
  touring.value = true
}

/** Followed to the end or dismissed: both are remembered. */
export function endTour(signInName: string): void {
  touring.value = false
  try {
    localStorage.setItem(STORED, JSON.stringify([...new Set([...seen(), signInName])]))
  } catch {
    // A browser without storage is asked again next time.
  }
}

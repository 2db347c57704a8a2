/** Seconds as a counting clock: `04:09`, `1:04:09`, `2d 03:04`. */
export function clockOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const pad = (value: number) => String(value).padStart(2, '0')
  const days = Math.floor(whole / 86400)
  const hours = Math.floor((whole % 86400) / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  if (days > 0) return `${days}d ${pad(hours)}:${pad(minutes)}`
  if (hours > 0) return `${hours}:${pad(minutes)}:${pad(whole % 60)}`
  return `${pad(minutes)}:${pad(whole % 60)}`
}

/** Seconds between two instants, or null when either is not reported. */
export function between(from: string | null | undefined, to: string | null | undefined): number | null {
  if (!from || !to) return null
  return Math.round((Date.parse(to) - Date.parse(from)) / 1000)
}

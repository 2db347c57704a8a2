/**
 * The latest instant not after `now` at which clocks of `zone` show `time` (HH:MM or HH:MM:SS), or null if it is no time.
 * "23:58" said at 00:03 is yesterday's.
 */
export function instantOf(time: string, now: number, zone: string): string | null {
  const parts = /^([01]?\d|2[0-3]):?([0-5]\d)(?::?([0-5]\d))?$/.exec(time.trim())
  if (!parts) return null
  const wanted = Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3] ?? 0)
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit' })
    .format(now).split(':').map(Number)
  const current = (shown[0] ?? 0) * 3600 + (shown[1] ?? 0) * 60 + (shown[2] ?? 0)
  const back = (current - wanted + 86400) % 86400
  return new Date(Math.floor(now / 1000) * 1000 - back * 1000).toISOString()
}

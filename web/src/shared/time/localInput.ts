/**
 * Between instants and what `<input type="datetime-local">` holds, in the zone of the instance: the officer's own
 * computer may stand in another zone.
 */
function partsIn(at: number, zone: string): Record<string, string> {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).formatToParts(at)
  return Object.fromEntries(parts.map((part) => [part.type, part.value]))
}

/** `2026-03-01T08:30` as the zone's clocks show the instant. */
export function toLocalInput(instant: string | number, zone: string): string {
  const part = partsIn(typeof instant === 'number' ? instant : Date.parse(instant), zone)
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`
}

/** The instant at which the zone's clocks show it, or null for what is no time. Tried twice, for a change of clocks. */
export function fromLocalInput(text: string, zone: string): string | null {
  const wanted = Date.parse(`${text}Z`)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) || Number.isNaN(wanted)) return null
  let at = wanted
  for (let turn = 0; turn < 3; turn++) at += wanted - Date.parse(`${toLocalInput(at, zone)}Z`)
  return new Date(at).toISOString()
}

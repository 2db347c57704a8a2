const RETRY_MS = [1000, 4000, 15_000, 60_000]

/**
 * Fetches a tile for the map, which asks by itself: it must not put off the idle lock, nor ask anybody to sign in. While
 * the screen is locked or the line is down it tries again, longer and longer.
 */
export async function fetchTile(url: string, signal: AbortSignal, pause: (ms: number) => Promise<unknown> = (ms) => new Promise((done) => setTimeout(done, ms))): Promise<ArrayBuffer> {
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(url, { headers: { 'Tocsin-Background': '1' }, credentials: 'same-origin', signal }).catch(() => null)
    if (answer?.status === 204) return new ArrayBuffer(0)
    if (answer?.ok) return answer.arrayBuffer()
    const wait = RETRY_MS[attempt]
    if (signal.aborted || wait === undefined || answer?.status === 400 || answer?.status === 403) throw new Error(`tile ${answer?.status ?? 'lost'}`)
    await pause(wait)
  }
}

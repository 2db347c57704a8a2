import { onBeforeUnmount, onMounted, ref, shallowRef, watch } from 'vue'
import { api } from '@/shared/http/client'
import { asProblem, type Problem } from '@/shared/http/problem'
import { useBoard } from '@/shared/live/board'
import type { IncidentCounts, UnitCounts } from '@/shared/types'

const AT_MOST_EVERY_MS = 1000
/** Midnight begins a new "today" and no change tells of it. */
const AT_LEAST_EVERY_MS = 30_000
const TOPICS = new Set(['incident', 'unit', 'assignment', 'alert'])

/** The numbers of an area, counted anew by the server soon after anything changed: at most once a second. */
export function useCounts(agency: () => string, exercise: () => string) {
  const board = useBoard()
  const incidents = shallowRef<IncidentCounts | null>(null)
  const units = shallowRef<UnitCounts | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let heartbeat: ReturnType<typeof setInterval> | undefined
  let lastAt = 0
  let asked = 0

  async function load(background: boolean): Promise<void> {
    const turn = ++asked
    lastAt = Date.now()
    busy.value = true
    const query = { ...(agency() ? { agency: agency() } : {}), ...(exercise() ? { exercise: exercise() } : {}) }
    try {
      const [some, others] = await Promise.all([
        api.get('/api/incidents/counts', { query, background }),
        api.get('/api/units/counts', { query, background })
      ])
      if (turn !== asked) return
      incidents.value = some
      units.value = others
      problem.value = null
    } catch (thrown) {
      if (turn === asked) problem.value = asProblem(thrown)
    } finally {
      if (turn === asked) busy.value = false
    }
  }

  function soon(): void {
    if (timer) return
    timer = setTimeout(() => {
      timer = undefined
      void load(true)
    }, Math.max(50, AT_MOST_EVERY_MS - (Date.now() - lastAt)))
  }

  const stop = board.listen((change) => TOPICS.has(change.topic) && soon())
  watch([agency, exercise], () => void load(false))
  // After a break of the line the board reloads; the numbers must not stay behind it.
  watch(() => board.state, (state) => state === 'live' && soon())
  onMounted(() => {
    void load(false)
    heartbeat = setInterval(soon, AT_LEAST_EVERY_MS)
  })
  onBeforeUnmount(() => {
    stop()
    clearTimeout(timer)
    clearInterval(heartbeat)
  })
  return { incidents, units, problem, busy, load }
}

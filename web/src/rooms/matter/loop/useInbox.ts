import { onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { asProblem, type Problem } from '@/shared/http/problem'
import { useBoard } from '@/shared/live/board'
import { inbox } from './calls'
import { asQuery, type InboxFilter, keyOf } from './inboxQuery'
import type { InboxLine } from './types'
import { useSlowly } from './useSlowly'

/** Not more often than this, however much happens: a busy city changes something several times a second. */
const AGAIN_MS = 2500
const SOON_MS = 250

/** The lines of one filter, page by page, asked anew when the live stream tells of a change. */
export function useInbox(filter: () => InboxFilter) {
  const board = useBoard()
  const rows = shallowRef<InboxLine[]>([])
  const next = ref<string | null>(null)
  const busy = ref(false)
  const loaded = ref(false)
  const problem = shallowRef<Problem | null>(null)
  let asked = 0
  let pages = 1
  let lastAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load(background = false): Promise<void> {
    const turn = ++asked
    busy.value = !background
    try {
      const query = { ...asQuery(filter()), view: filter().view }
      const found: InboxLine[] = []
      let after: string | undefined
      for (let page = 0; page < pages; page++) {
        const answer = await inbox.page(query, after, background)
        if (turn !== asked) return
        found.push(...answer.items)
        after = answer.next ?? undefined
        if (!after) break
      }
      rows.value = found
      next.value = after ?? null
      problem.value = null
      loaded.value = true
    } catch (thrown) {
      // A refresh that fails on a broken line leaves what is there: the band above says how old it is.
      const one = asProblem(thrown)
      if (turn === asked && !(background && one.lost)) problem.value = one
    } finally {
      if (turn === asked) busy.value = false
      lastAt = performance.now()
    }
  }

  async function more(): Promise<void> {
    const after = next.value
    if (!after || busy.value) return
    const turn = ++asked
    busy.value = true
    try {
      const answer = await inbox.page({ ...asQuery(filter()), view: filter().view }, after)
      if (turn !== asked) return
      const known = new Set(rows.value.map(keyOf))
      rows.value = [...rows.value, ...answer.items.filter((line) => !known.has(keyOf(line)))]
      next.value = answer.next ?? null
      pages++
    } catch (thrown) {
      if (turn === asked) problem.value = asProblem(thrown)
    } finally {
      if (turn === asked) busy.value = false
    }
  }

  watch(filter, () => {
    pages = 1
    void load()
  }, { immediate: true, deep: true })

  useSlowly(() => void load(true))
  const stop = board.listen((change) => {
    if ((change.topic !== 'matter' && change.topic !== 'incident') || timer) return
    timer = setTimeout(() => {
      timer = undefined
      void load(true)
    }, Math.max(SOON_MS, AGAIN_MS - (performance.now() - lastAt)))
  })
  onBeforeUnmount(() => {
    stop()
    clearTimeout(timer)
    asked++
  })

  return { rows, next, busy, loaded, problem, load, more }
}

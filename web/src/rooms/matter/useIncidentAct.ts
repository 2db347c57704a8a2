import { shallowRef } from 'vue'
import { api } from '@/shared/http/client'
import { asProblem } from '@/shared/http/problem'
import { code } from '@/shared/i18n/i18n'
import { useBoard } from '@/shared/live/board'
import { useReference } from '@/shared/session/reference'
import type { IncidentView } from '@/shared/types'
import { useWork } from '@/shared/ui/work'
import { type Difference, differences } from './difference'

/**
 * An act on an incident, named with the version that the person saw when they began. If someone else was faster,
 * nothing is done: what changed is fetched and shown, and the act can be repeated on the new state.
 */
export function useIncidentAct(incident: () => IncidentView) {
  const board = useBoard()
  const reference = useReference()
  const work = useWork()
  const seen = shallowRef<IncidentView>(incident())
  const changed = shallowRef<Difference[] | null>(null)

  /** Called when a dialog opens: from here on this is the state that the person decides about. */
  function begin(): void {
    seen.value = incident()
    changed.value = null
    work.clear()
  }

  async function act(send: (version: number, key: string) => Promise<IncidentView>): Promise<IncidentView | undefined> {
    return work.run(async (key) => {
      try {
        const answer = await send(seen.value.version, key)
        board.incidents.put(answer)
        changed.value = null
        return answer
      } catch (thrown) {
        const problem = asProblem(thrown)
        if (problem.stale) await showDifference()
        throw problem
      }
    })
  }

  async function showDifference(): Promise<void> {
    const now = await api.get('/api/incidents/{id}', { path: { id: seen.value.id } }).catch(() => null)
    if (!now) return
    changed.value = differences(seen.value, now, {
      type: reference.typeName,
      state: (value) => code('incidentState', value),
      status: (value) => code('unitStatus', value)
    })
    seen.value = now
    board.incidents.put(now)
  }

  return { ...work, begin, act, changed }
}

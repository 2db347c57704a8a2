import { onBeforeUnmount, onMounted, shallowRef } from 'vue'
import { api } from '@/shared/http/client'
import { asProblem, type Problem } from '@/shared/http/problem'
import { useBoard } from '@/shared/live/board'
import type { DutyLevels } from '@/shared/types'

/** Which duty level holds where, told anew whenever one is set, lifted or ends by itself. */
export function useDutyLevels() {
  const board = useBoard()
  const levels = shallowRef<DutyLevels | null>(null)
  const problem = shallowRef<Problem | null>(null)

  async function load(background = true): Promise<void> {
    try {
      levels.value = await api.get('/api/duty-levels', { background })
      problem.value = null
    } catch (thrown) {
      problem.value = asProblem(thrown)
    }
  }
  const stop = board.listen((change) => change.topic === 'duty-level' && void load())
  onMounted(() => void load())
  onBeforeUnmount(stop)
  return { levels, problem, load }
}

import { ref, shallowRef } from 'vue'
import { submissionKey } from '@/shared/http/client'
import { asProblem, type Problem } from '@/shared/http/problem'

/**
 * One thing that a person asks for: busy while it runs, a problem if refused. The submission key stays the same
 * until it succeeds or the server gave a definite answer, so that pressing again after a lost line never does it twice.
 */
export function useWork() {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  let key = submissionKey()

  async function run<T>(work: (key: string) => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined
    busy.value = true
    problem.value = null
    try {
      const answer = await work(key)
      key = submissionKey()
      return answer
    } catch (thrown) {
      const one = asProblem(thrown)
      problem.value = one
      if (!one.lost) key = submissionKey()
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, run, clear: () => (problem.value = null) }
}

import { onBeforeUnmount, onMounted, reactive, ref, shallowRef, watch } from 'vue'
import { api } from '@/shared/http/client'
import { asProblem, type Problem } from '@/shared/http/problem'
import { useBoard } from '@/shared/live/board'
import type { CallView, Draft } from '@/shared/types'
import { browserStore, DraftKeeper, type SavedState } from './draft'

/** The draft of one call as the form edits it, with where its last keystroke is. */
export function useDraft(call: CallView) {
  const board = useBoard()
  const saved = ref<SavedState>('saved')
  const savedAt = ref(Date.now())
  const both = shallowRef<(keyof Draft)[]>([])
  const refusal = shallowRef<Problem | null>(null)
  const draft = reactive<Draft>({ ...call.draft, answers: { ...call.draft.answers } })
  const snapshot = (): Draft => JSON.parse(JSON.stringify(draft)) as Draft

  const keeper = new DraftKeeper(
    call,
    {
      // Drafts go through even while the screen is locked: no gate, the server allows it.
      save: async (id, version, next) => {
        const answer = await api.put('/api/calls/{id}/draft', { path: { id }, body: { version, draft: next } })
        board.calls.put(answer)
        return answer
      },
      fetch: (id) => api.get('/api/calls/{id}', { path: { id } }),
      store: browserStore,
      now: () => Date.now(),
      quietMs: 350,
      retryMs: 2500
    },
    {
      state: (next, at) => {
        saved.value = next
        savedAt.value = at
        if (next === 'saved') refusal.value = null
      },
      merged: (next, fields) => {
        Object.assign(draft, next)
        both.value = fields
      },
      closed: (closed) => board.calls.put(closed),
      problem: (thrown) => (refusal.value = asProblem(thrown))
    }
  )
  Object.assign(draft, keeper.open())

  function change(part: Partial<Draft>): void {
    Object.assign(draft, part)
    keeper.edit(snapshot())
  }

  watch(() => board.calls.get(call.id), (next) => next && keeper.heard(next))

  // The last words before a window closes: the browser's storage has them already, the server may still get them.
  const onHide = () => void keeper.flush()
  onMounted(() => window.addEventListener('pagehide', onHide))
  onBeforeUnmount(() => {
    window.removeEventListener('pagehide', onHide)
    keeper.leave()
  })

  return { draft, change, saved, savedAt, both, refusal, flush: () => keeper.flush(), finish: () => keeper.finish() }
}

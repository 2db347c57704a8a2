import { computed, onBeforeUnmount, shallowRef, watch } from 'vue'
import { asProblem, type Problem } from '@/shared/http/problem'
import { say, t } from '@/shared/i18n/i18n'
import { useBoard } from '@/shared/live/board'
import { useWork } from '@/shared/ui/work'
import { kinds, matters } from './calls'
import { stateOf } from './due'
import type { Declaration, MatterView } from './types'
import { useSlowly } from './useSlowly'
import { listed, personName } from './words'

/** What another person changed between two states of a matter, in words. */
export function changesOf(before: MatterView, after: MatterView, declaration: Declaration | null): string[] {
  const changes: string[] = []
  const stateName = (code: string) => say(stateOf(declaration, code)?.names) || code
  if (before.state !== after.state) changes.push(t('loop.changed.state', { from: stateName(before.state), to: stateName(after.state) }))
  if (before.handler?.officerId !== after.handler?.officerId) changes.push(t('loop.changed.handler', { from: personName(before.handler) || '–', to: personName(after.handler) || '–' }))
  if (before.agencyId !== after.agencyId) changes.push(t('loop.changed.agency', { from: before.agencyName, to: after.agencyName }))
  const differ = Object.keys({ ...before.fields, ...after.fields }).filter((code) => JSON.stringify(before.fields[code]) !== JSON.stringify(after.fields[code]))
  if (differ.length) changes.push(t('loop.changed.fields', { fields: listed(differ.map((code) => say(declaration?.fields.find((one) => one.code === code)?.names) || code)) }))
  if (before.proofs.length !== after.proofs.length) changes.push(t('loop.changed.proofs', { from: before.proofs.length, to: after.proofs.length }))
  return changes
}

/** One matter as the page holds it: loaded, kept equal to the server by the live stream, acted on by the version seen. */
export function useMatter(id: () => string) {
  const board = useBoard()
  const matter = shallowRef<MatterView | null>(null)
  const declaration = shallowRef<Declaration | null>(null)
  const loadProblem = shallowRef<Problem | null>(null)
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function put(view: MatterView): Promise<void> {
    if (matter.value?.id === view.id && matter.value.version > view.version) return
    const wanted = declaration.value
    if (wanted?.kind !== view.kind || wanted.version !== view.kindVersion) declaration.value = await kinds.declaration(view.kind, view.kindVersion)
    matter.value = view
  }

  async function load(background = false): Promise<void> {
    const turn = ++asked
    try {
      const view = await matters.get(id(), background)
      if (turn !== asked) return
      await put(view)
      loadProblem.value = null
    } catch (thrown) {
      if (turn === asked) loadProblem.value = asProblem(thrown)
    }
  }

  watch(id, () => {
    matter.value = null
    void load()
  }, { immediate: true })

  useSlowly(() => void load(true))
  // What the reader may see and do differs from person to person: a live change only says that it is time to ask again.
  const stop = board.listen((change) => {
    if (change.topic !== 'matter' || change.id !== id() || change.version <= (matter.value?.version ?? 0)) return
    clearTimeout(timer)
    timer = setTimeout(() => void load(true), 150)
  })
  onBeforeUnmount(() => {
    stop()
    clearTimeout(timer)
  })

  const state = computed(() => stateOf(declaration.value, matter.value?.state ?? ''))
  return { matter, declaration, state, loadProblem, load, put }
}

export type OpenMatter = ReturnType<typeof useMatter>

/** An act on the version that the person saw when they began; if someone was faster, what changed is fetched and told. */
export function useMatterAct(open: OpenMatter) {
  const work = useWork()
  const changed = shallowRef<string[] | null>(null)
  let seen: MatterView | null = null

  function begin(): void {
    seen = open.matter.value
    changed.value = null
    work.clear()
  }

  async function act(send: (now: MatterView, key: string) => Promise<MatterView>): Promise<MatterView | undefined> {
    const now = seen ?? open.matter.value
    if (!now) return undefined
    return work.run(async (key) => {
      try {
        const answer = await send(now, key)
        changed.value = null
        await open.put(answer)
        return answer
      } catch (thrown) {
        const problem = asProblem(thrown)
        if (problem.stale) await showChanges(now)
        throw problem
      }
    })
  }

  async function showChanges(before: MatterView): Promise<void> {
    await open.load()
    const after = open.matter.value
    if (!after) return
    changed.value = changesOf(before, after, open.declaration.value)
    seen = after
  }

  return { ...work, begin, act, changed }
}

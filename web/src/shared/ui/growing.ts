import { computed, type ComputedRef, onBeforeUnmount, ref, watch } from 'vue'

/**
 * A long list that is drawn a screenful at once and the rest in pieces, with the browser free between them: a board with
 * hundreds of rows answers its first key while the rows that nobody sees yet are still being drawn.
 *
 * @param first rows drawn at once: more than fit a screen
 * @param step rows of each further piece
 */
export function useGrowing<T>(list: () => readonly T[], first = 30, step = 25): ComputedRef<readonly T[]> {
  const limit = ref(first)
  let timer: ReturnType<typeof setTimeout> | undefined

  function grow(): void {
    timer = undefined
    limit.value += step
    more()
  }
  function more(): void {
    // Not at once: the piece before must have been painted.
    if (list().length > limit.value) timer ??= setTimeout(grow, 16)
  }
  watch(() => list().length, more, { immediate: true })
  onBeforeUnmount(() => clearTimeout(timer))
  return computed(() => (list().length > limit.value ? list().slice(0, limit.value) : list()))
}

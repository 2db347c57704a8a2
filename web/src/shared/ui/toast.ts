import { shallowReactive } from 'vue'

export interface Toast {
  id: number
  words: string
  kind: 'done' | 'warn'
}

export const toasts = shallowReactive<Toast[]>([])
let last = 0

/** Says in one line what just happened; goes away by itself. Refusals are not toasts: they stay where the work is. */
export function toast(words: string, kind: Toast['kind'] = 'done', forMs = 4000): void {
  const one = { id: ++last, words, kind }
  toasts.push(one)
  setTimeout(() => {
    const at = toasts.indexOf(one)
    if (at >= 0) toasts.splice(at, 1)
  }, forMs)
}

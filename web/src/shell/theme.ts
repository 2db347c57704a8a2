import { ref } from 'vue'

export type Theme = 'dark' | 'light'
const STORED = 'tocsin.theme'

function first(): Theme {
  try {
    const kept = localStorage.getItem(STORED)
    if (kept === 'dark' || kept === 'light') return kept
  } catch {
    // No storage: follow the machine.
  }
  return window.matchMedia?.('(prefers-color-scheme: light)').matches ? 'light' : 'dark'
}

export const theme = ref<Theme>(first())

export function applyTheme(next: Theme = theme.value): void {
  theme.value = next
  document.documentElement.dataset.theme = next
  try {
    localStorage.setItem(STORED, next)
  } catch {
    // Then for this visit only.
  }
}

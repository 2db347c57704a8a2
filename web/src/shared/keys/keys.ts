import { onBeforeUnmount, onMounted, shallowReactive } from 'vue'

export interface Shortcut {
  /** As `n`, `?`, `F2`, `Ctrl+Enter`, `Alt+1`, `ArrowDown`. */
  key: string | string[]
  /** i18n key of what it does; shortcuts without one stay out of the help. */
  says?: string
  /** Also while a field has the keyboard. Keys with Ctrl or Alt and function keys always do. */
  inFields?: boolean
  /** Answers false to let the key through to others. */
  run: (event: KeyboardEvent) => void | false
}

export interface ShortcutGroup {
  title: string
  shortcuts: Shortcut[]
  /** A group that keeps all others quiet while it is there (a dialog). */
  modal: boolean
}

/** Groups in the order they came; the newest is asked first. The help lists them. */
export const groups = shallowReactive<ShortcutGroup[]>([])

function nameOf(event: KeyboardEvent): string {
  const parts: string[] = []
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl')
  if (event.altKey) parts.push('Alt')
  // With Alt some layouts put another character on the key: the code says which key it was.
  const digit = /^Digit(\d)$/.exec(event.code)?.[1]
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]
  if (event.altKey && digit) parts.push(digit)
  else if (event.altKey && letter) parts.push(letter.toLowerCase())
  else parts.push(event.key.length === 1 ? event.key.toLowerCase() : event.key)
  return parts.join('+')
}

export function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('[role="combobox"]')) return true
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))
}

function matches(shortcut: Shortcut, name: string, inField: boolean): boolean {
  const keys = Array.isArray(shortcut.key) ? shortcut.key : [shortcut.key]
  if (!keys.some((key) => key.toLowerCase() === name.toLowerCase())) return false
  return !inField || shortcut.inFields === true || /^(Ctrl|Alt)\+|^F\d+$/.test(name)
}

/** A closed dialog may stay in the page, hidden: only one that is seen takes the keyboard. */
function dialogOpen(): boolean {
  return [...document.querySelectorAll('[aria-modal="true"]')].some((one) => one.checkVisibility())
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented) return
  const name = nameOf(event)
  const inField = typing(event.target)
  const onlyModal = dialogOpen()
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index]
    if (!group || (onlyModal && !group.modal)) continue
    for (const shortcut of group.shortcuts) {
      if (!matches(shortcut, name, inField)) continue
      if (shortcut.run(event) === false) continue
      event.preventDefault()
      return
    }
  }
}

let listening = false

/** Declares shortcuts for as long as the component is mounted. */
export function useShortcuts(title: string, shortcuts: Shortcut[], modal = false): void {
  const group: ShortcutGroup = { title, shortcuts, modal }
  onMounted(() => {
    if (!listening) {
      window.addEventListener('keydown', onKey)
      listening = true
    }
    groups.push(group)
  })
  onBeforeUnmount(() => {
    const at = groups.indexOf(group)
    if (at >= 0) groups.splice(at, 1)
  })
}

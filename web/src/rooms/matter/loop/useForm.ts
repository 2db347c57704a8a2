import { computed, nextTick, reactive, ref } from 'vue'
import type { Problem } from '@/shared/http/problem'
import { asked, unset } from './conditions'
import { type Faults, faultsOf, bodyOf } from './form'
import type { FieldDecl, Values } from './types'
import { faultWords } from './words'

/**
 * The state of one generated form: what is typed, what is asked because of it, what is wrong and since when it may be
 * said. A fault is shown once its field has been left, or when sending was tried; the server's own word replaces ours
 * until the field changes.
 */
export function useForm(fields: () => readonly FieldDecl[], base: () => Values = () => ({})) {
  const values = reactive<Values>({})
  const left = reactive(new Set<string>())
  const tried = ref(false)
  const fromServer = reactive<Record<string, string>>({})

  const context = computed<Values>(() => {
    const rest = { ...base() }
    for (const field of fields()) delete rest[field.code]
    return { ...rest, ...values }
  })
  const shown = computed(() => asked(fields(), context.value))
  const faults = computed<Faults>(() => faultsOf(fields(), context.value))
  const words = computed<Record<string, string>>(() => {
    const said: Record<string, string> = {}
    for (const [path, fault] of Object.entries(faults.value)) if (tried.value || left.has(path)) said[path] = faultWords(fault)
    return { ...said, ...fromServer }
  })
  const ready = computed(() => Object.keys(faults.value).length === 0)
  const blank = (value: unknown): boolean => unset(value) || (Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null && Object.values(row).every(unset)))
  const dirty = computed(() => Object.values(values).some((value) => !blank(value)))

  function set(code: string, value: unknown): void {
    for (const path of Object.keys(fromServer)) if (path === code || path.startsWith(`${code}[`)) delete fromServer[path]
    if (value === undefined) delete values[code]
    else values[code] = value
  }

  function fill(next: Values): void {
    for (const code of Object.keys(values)) delete values[code]
    Object.assign(values, next)
    left.clear()
    tried.value = false
    for (const path of Object.keys(fromServer)) delete fromServer[path]
  }

  /** What the server refused, at its fields. Answers whether any was one of this form. */
  function take(problem: Problem | null): boolean {
    for (const one of problem?.fields ?? []) fromServer[one.field.replace(/^fields\./, '')] = one.message
    return Object.keys(fromServer).length > 0
  }

  /** Before sending: says all that is wrong and goes to the first of it. */
  function check(root: HTMLElement | null): boolean {
    tried.value = true
    if (ready.value) return true
    void nextTick(() => {
      const first = root?.querySelector<HTMLElement>('[aria-invalid="true"], .wrong')
      const target = first?.matches('.wrong') ? first.closest('.field')?.querySelector<HTMLElement>('input, button, select, textarea') : first
      target?.focus()
    })
    return false
  }

  return { values, shown, words, ready, dirty, context, set, fill, take, check, leave: (path: string) => left.add(path), body: () => bodyOf(fields(), context.value) }
}

export type Form = ReturnType<typeof useForm>

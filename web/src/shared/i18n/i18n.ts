import { computed } from 'vue'
import { createI18n } from 'vue-i18n'
import { setRequestLanguage } from '@/shared/http/client'
import type { Text } from '@/shared/types'

export type Locale = 'zh-CN' | 'en'
export type Messages = { [key: string]: string | Messages }
/** What each `messages.ts` exports: the same keys in both languages (held by the type and by a test). */
export interface Bilingual<M extends Messages = Messages> {
  'zh-CN': M
  en: { [K in keyof M]: M[K] extends string ? string : M[K] }
}

const STORED = 'tocsin.locale'

function firstLocale(): Locale {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

const files = import.meta.glob<{ default: Bilingual }>(['../../shell/messages.ts', '../../rooms/*/messages.ts', '../../rooms/*/*Messages.ts'], { eager: true })

export function collectMessages(): Record<Locale, Messages> {
  const all: Record<Locale, Messages> = { 'zh-CN': {}, en: {} }
  for (const { default: file } of Object.values(files)) {
    Object.assign(all['zh-CN'], file['zh-CN'])
    Object.assign(all.en, file.en)
  }
  return all
}

export const i18n = createI18n({
  legacy: false,
  locale: firstLocale(),
  fallbackLocale: 'zh-CN',
  messages: collectMessages() as never
})

export const locale = computed<Locale>(() => i18n.global.locale.value as Locale)

export function setLocale(next: Locale): void {
  ;(i18n.global.locale as { value: string }).value = next
  applyLocale(next)
  try {
    localStorage.setItem(STORED, next)
  } catch {
    // A browser without storage still switches, for this visit.
  }
}

export function applyLocale(next: Locale = locale.value): void {
  setRequestLanguage(next)
  document.documentElement.lang = next
}

/** The side of a bilingual text that the reader wants. */
export function say(text: Text | null | undefined): string {
  return text ? (locale.value === 'en' ? text.en : text.zh) : ''
}

/** Same for pairs of fields, `nameZh` and `nameEn`. */
export function sayName(named: { nameZh: string; nameEn: string } | null | undefined): string {
  return named ? (locale.value === 'en' ? named.nameEn : named.nameZh) : ''
}

type Composer = { t: (key: string, named?: Record<string, unknown>) => string; te: (key: string) => boolean }
const composer = i18n.global as unknown as Composer

export const t = (key: string, named: Record<string, unknown> = {}): string => composer.t(key, named)
/** A message for a code from the server; the code itself when we have no words for it. */
export const code = (group: string, value: string | null | undefined): string =>
  value ? (composer.te(`${group}.${value}`) ? composer.t(`${group}.${value}`) : value) : ''

/** Who did it. Programs sign with a fixed English name, which is told in the reader's language; people keep theirs. */
export const who = (name: string | null | undefined): string => code('program', name)

import type { FieldDecl, Values } from './types'

/**
 * What is typed into a raising form, kept on this computer until it is sent. Personal fields live only as long as the tab;
 * the rest outlives the browser for a day. Nothing is kept that the form no longer asks.
 */
export const KEPT_FOR_MS = 24 * 3_600_000
const PREFIX = 'tocsin.matterDraft.'

export interface DraftStore {
  /** Until the tab is closed. */
  tab: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** Beyond. */
  long: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

const personal = (field: FieldDecl): boolean => field.personal !== null || field.lines.some(personal)

function part(fields: readonly FieldDecl[], values: Values, wanted: boolean): Values {
  return Object.fromEntries(fields.filter((field) => personal(field) === wanted && values[field.code] !== undefined).map((field) => [field.code, values[field.code]]))
}

export class FormDraft {
  private readonly name: string

  constructor(
    officerId: string,
    kind: string,
    private readonly now: () => number,
    private readonly store: DraftStore = { tab: sessionStorage, long: localStorage }
  ) {
    this.name = `${PREFIX}${officerId}.${kind}`
  }

  keep(fields: readonly FieldDecl[], values: Values): void {
    try {
      const at = this.now()
      this.store.long.setItem(this.name, JSON.stringify({ at, values: part(fields, values, false) }))
      this.store.tab.setItem(this.name, JSON.stringify({ at, values: part(fields, values, true) }))
    } catch {
      // Storage full or forbidden: the form itself still holds the words.
    }
  }

  /** What was kept, or null if there is nothing worth taking up. */
  open(fields: readonly FieldDecl[]): Values | null {
    const codes = new Set(fields.map((field) => field.code))
    const kept = { ...this.read(this.store.long), ...this.read(this.store.tab) }
    const values = Object.fromEntries(Object.entries(kept).filter(([code]) => codes.has(code)))
    return Object.keys(values).length ? values : null
  }

  drop(): void {
    try {
      this.store.long.removeItem(this.name)
      this.store.tab.removeItem(this.name)
    } catch {
      // Nothing was kept, then.
    }
  }

  private read(storage: DraftStore['tab']): Values {
    try {
      const kept = JSON.parse(storage.getItem(this.name) ?? 'null') as { at: number; values: Values } | null
      return kept && this.now() - kept.at < KEPT_FOR_MS ? kept.values : {}
    } catch {
      return {}
    }
  }
}

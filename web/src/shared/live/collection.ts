import { shallowReactive } from 'vue'

export interface Versioned {
  id: string
  version: number
}

/**
 * Records by id, the newest version of each. Answers, snapshots and live changes may arrive in any order:
 * an older version never replaces a newer one.
 */
export class Collection<T extends Versioned> {
  readonly byId = shallowReactive(new Map<string, T>())
  private touched: Set<string> | null = null

  get(id: string): T | undefined {
    return this.byId.get(id)
  }

  /** Takes a live change or an answer. Equal versions replace: derived fields may differ at one version. */
  put(item: T): boolean {
    this.touched?.add(item.id)
    const known = this.byId.get(item.id)
    if (known && known.version > item.version) return false
    this.byId.set(item.id, item)
    return true
  }

  remove(id: string): void {
    this.touched?.add(id)
    this.byId.delete(id)
  }

  /** Begins a reload: from now on live changes are remembered as newer than the snapshot under way. */
  beginReload(): void {
    this.touched = new Set()
  }

  /** Ends a reload: takes the snapshot, and forgets what it no longer holds, save what changed meanwhile. */
  endReload(snapshot: readonly T[]): void {
    const touched = this.touched ?? new Set<string>()
    this.touched = null
    const present = new Set<string>()
    for (const item of snapshot) {
      present.add(item.id)
      const known = this.byId.get(item.id)
      if (known && touched.has(item.id) && known.version >= item.version) continue
      this.byId.set(item.id, item)
    }
    for (const id of [...this.byId.keys()]) {
      if (!present.has(id) && !touched.has(id)) this.byId.delete(id)
    }
  }

  clear(): void {
    this.byId.clear()
    this.touched = null
  }
}

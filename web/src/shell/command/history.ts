/** Where the lines of one visit are kept. */
export interface Shelf {
  read(): string[]
  write(lines: string[]): void
}

const MOST = 60

/**
 * The lines that this officer ran in this visit, newest last, walked with the arrow keys. Only verbs and codes of
 * units, incidents and agencies come here: reasons, notes and searches may name people and are not kept.
 */
export class History {
  private at: number | null = null

  constructor(private readonly shelf: Shelf) {}

  get walking(): boolean {
    return this.at !== null
  }

  add(line: string): void {
    this.at = null
    const kept = this.shelf.read().filter((one) => one !== line)
    if (line !== '') this.shelf.write([...kept, line].slice(-MOST))
  }

  older(): string | null {
    const lines = this.shelf.read()
    if (lines.length === 0) return null
    this.at = this.at === null ? lines.length - 1 : Math.max(0, this.at - 1)
    return lines[this.at] ?? null
  }

  /** Past the newest comes the empty line again. */
  newer(): string | null {
    if (this.at === null) return null
    const lines = this.shelf.read()
    this.at++
    if (this.at >= lines.length) {
      this.at = null
      return ''
    }
    return lines[this.at] ?? null
  }

  leave(): void {
    this.at = null
  }
}

/** Of one officer, for as long as this window is open; the next officer at this seat sees nothing of it. */
export function shelfOf(officerId: string): Shelf {
  const name = `tocsin.commands.${officerId}`
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? '[]')
        return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : []
      } catch {
        return []
      }
    },
    write(lines) {
      try {
        sessionStorage.setItem(name, JSON.stringify(lines))
      } catch {
        // No storage, no history; the line itself works.
      }
    }
  }
}

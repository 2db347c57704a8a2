import { computed, reactive, type Ref } from 'vue'

/** Widths of the board's panes and the height of the one below the map, in CSS pixels. */
export interface Sizes {
  queue: number
  work: number
  side: number
  under: number
}

export type Pane = keyof Sizes

interface Room {
  width: number
  height: number
}

/** The map never gets less than this: below it, it would no longer be worth its place. */
const MAP_LEAST = 220
const BOUNDS: Record<Pane, readonly [least: number, most: number]> = { queue: [260, 720], work: [480, 1200], side: [200, 560], under: [90, 700] }
const STORED = 'tocsin.layout'

const between = (value: number, least: number, most: number) => Math.round(Math.min(Math.max(least, most), Math.max(least, value)))

/** What each pane gets where nobody has moved anything: readable at 1440 × 900, roomier at 1920 × 1080. */
export function usual(room: Room): Sizes {
  return {
    queue: between(room.width * 0.25, 320, 460),
    work: between(room.width * 0.43, 560, 860),
    side: between(room.width * 0.2, 260, 360),
    under: between(room.height * 0.24, 130, 280)
  }
}

/** The least and the most a pane may have now, with the others as they are. */
export function bounds(pane: Pane, sizes: Sizes, room: Room, working: boolean): readonly [least: number, most: number] {
  const [least, most] = BOUNDS[pane]
  if (pane === 'under') return [least, Math.max(least, Math.min(most, room.height - 160))]
  const other = pane === 'queue' ? (working ? sizes.work : sizes.side) : sizes.queue
  return [least, Math.max(least, Math.min(most, room.width - other - MAP_LEAST))]
}

/** The same sizes, made to fit this window: a layout of a large screen must not hide anything on a small one. */
export function fit(sizes: Sizes, room: Room, working: boolean): Sizes {
  const fitted = { ...sizes }
  for (const pane of ['under', working ? 'work' : 'side', 'queue'] as const) {
    fitted[pane] = between(fitted[pane], ...bounds(pane, fitted, room, working))
  }
  return fitted
}

function kept(): Partial<Sizes> {
  try {
    const read = JSON.parse(localStorage.getItem(STORED) ?? '{}') as Record<string, unknown>
    return Object.fromEntries(Object.entries(read).filter(([pane, size]) => pane in BOUNDS && typeof size === 'number' && Number.isFinite(size)))
  } catch {
    return {}
  }
}

/** The board's layout: what was dragged is remembered in this browser; what was not follows the window. */
export function useLayout(room: Ref<Room>, working: Ref<boolean>) {
  const moved = reactive<Partial<Sizes>>(kept())
  const sizes = computed(() => fit({ ...usual(room.value), ...moved }, room.value, working.value))

  function remember(): void {
    try {
      localStorage.setItem(STORED, JSON.stringify(moved))
    } catch {
      // Then for this visit only.
    }
  }
  function resize(pane: Pane, size: number): void {
    moved[pane] = between(size, ...bounds(pane, sizes.value, room.value, working.value))
    remember()
  }
  function reset(pane: Pane): void {
    delete moved[pane]
    remember()
  }
  const limits = (pane: Pane) => bounds(pane, sizes.value, room.value, working.value)

  return { sizes, resize, reset, limits }
}

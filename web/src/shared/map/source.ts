import { toRaw } from 'vue'
import { useBoard } from '@/shared/live/board'
import type { FleetFix, FleetUnit } from './fleet'

/** Where a map has its units from: the live board, or made ones to measure with. */
export interface UnitSource {
  units(): Iterable<FleetUnit>
  /** Newer fixes than the units' own, by unit. */
  live(): ReadonlyMap<string, FleetFix>
}

/** The live board. Read without tracking: positions come by the thousand, and the map looks by itself. */
export function boardSource(): UnitSource {
  const board = toRaw(useBoard())
  const byId = toRaw(toRaw(board.units).byId)
  const positions = toRaw(board.positions)
  return { units: () => byId.values(), live: () => positions }
}

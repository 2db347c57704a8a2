import { type Component, shallowReactive } from 'vue'

/** Places where rooms put their parts into each other's screens without naming each other. */
export type SlotName =
  | 'board.queue'
  | 'board.map'
  | 'board.side'
  | 'incident.response'
  | 'call.beside'
  /** Small marks in the top bar that everybody must see: the duty level. */
  | 'bar.mark'
  /** Marks on the hall's wall display: no names, no personal data. */
  | 'wall.mark'
  /** Buttons at the right end of the top bar. */
  | 'bar.tool'

interface SlotPart {
  order: number
  component: Component
  permission?: string
}

const parts = shallowReactive(new Map<SlotName, SlotPart[]>())

export function fillSlot(name: SlotName, part: SlotPart): void {
  parts.set(name, [...(parts.get(name) ?? []), part].sort((a, b) => a.order - b.order))
}

export function partsOf(name: SlotName): SlotPart[] {
  return parts.get(name) ?? []
}

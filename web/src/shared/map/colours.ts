import { onBeforeUnmount, onMounted, shallowRef } from 'vue'
import './map.css'

/** The tokens that a canvas needs; styles cannot reach into one. */
const TOKENS = {
  ground: '--map-ground', road1: '--map-road-1', road2: '--map-road-2', road3: '--map-road-3', border: '--map-border', label: '--map-label', halo: '--map-halo',
  ink: '--ink', ink2: '--ink-2', panel: '--panel', line: '--line-strong', accent: '--accent', accentInk: '--accent-ink', focus: '--focus', act: '--act', actInk: '--act-ink',
  p1: '--p1-bg', p1Ink: '--p1-ink', p2: '--p2-bg', p2Ink: '--p2-ink', p3: '--p3', p4: '--p4',
  free: '--st-free', sent: '--st-sent', ack: '--st-ack', way: '--st-way', scene: '--st-scene', carry: '--st-carry', out: '--st-out', font: '--font'
} as const

export type MapColours = Record<keyof typeof TOKENS, string>

export function readColours(element: Element = document.documentElement): MapColours {
  const style = getComputedStyle(element)
  return Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()])) as MapColours
}

/** The colour of a unit's status; the same as everywhere on the console. */
export function statusColour(status: string, colours: MapColours): string {
  switch (status) {
    case 'AVAILABLE': return colours.free
    case 'DISPATCHED': return colours.sent
    case 'ACKNOWLEDGED': return colours.ack
    case 'EN_ROUTE': return colours.way
    case 'ON_SCENE': return colours.scene
    case 'TRANSPORTING':
    case 'AT_DESTINATION': return colours.carry
    default: return colours.out
  }
}

/** The tokens of the present theme; new ones as soon as the theme changes. */
export function useMapColours() {
  const colours = shallowRef(readColours())
  const watcher = new MutationObserver(() => (colours.value = readColours()))
  onMounted(() => watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] }))
  onBeforeUnmount(() => watcher.disconnect())
  return colours
}

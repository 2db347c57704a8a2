export interface MapKeys {
  /** Pixels to the right and down. */
  pan: (dx: number, dy: number) => void
  zoom: (step: number) => void
  whole: () => void
  focus: () => void
  list: () => void
  ask: () => void
  leave: () => void
}

const STEP = 80
const FAR = 3

/** The keys of the map while it has the keyboard; what it takes, the board does not get. */
export function keysOnMap(act: MapKeys): (event: KeyboardEvent) => void {
  const works: Record<string, (far: number) => void> = {
    ArrowLeft: (far) => act.pan(-STEP * far, 0),
    ArrowRight: (far) => act.pan(STEP * far, 0),
    ArrowUp: (far) => act.pan(0, -STEP * far),
    ArrowDown: (far) => act.pan(0, STEP * far),
    '+': () => act.zoom(1),
    '=': () => act.zoom(1),
    '-': () => act.zoom(-1),
    _: () => act.zoom(-1),
    '0': act.whole,
    f: act.focus,
    l: act.list,
    p: act.ask,
    Escape: act.leave
  }
  return (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
    const work = works[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!work) return
    event.preventDefault()
    event.stopPropagation()
    work(event.shiftKey ? FAR : 1)
  }
}

/** What a hand does to the map; pixels of the map's own box. */
export interface Gestures {
  /** The ground is pushed to the right and down. */
  drag(dx: number, dy: number): void
  /** Zoom levels, around a point that stays where it is. */
  zoomAt(px: number, py: number, step: number, slowly: boolean): void
  click(px: number, py: number): void
}

/** A hand that trembles this much still means a click. */
const CLICK_PIXELS = 4
/** One notch of most wheels, which say 100 to 120, is some 0.4 of a zoom level. */
const WHEEL_PIXELS_A_LEVEL = 280
const PIXELS_A_LINE = 16

interface Finger {
  x: number
  y: number
}

/** Mouse, wheel, touch and two fingers. Returns the way to stop listening. */
export function listenToHands(target: HTMLElement, act: Gestures): () => void {
  const fingers = new Map<number, Finger>()
  let from: Finger | null = null
  let moved = false
  const at = (event: MouseEvent): Finger => {
    const box = target.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const spread = () => {
    const [a, b] = [...fingers.values()] as [Finger, Finger]
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)) }
  }

  function down(event: PointerEvent): void {
    if (event.button !== 0) return
    target.setPointerCapture?.(event.pointerId)
    fingers.set(event.pointerId, at(event))
    from = fingers.size === 1 ? at(event) : null
    moved = fingers.size > 1
  }
  function move(event: PointerEvent): void {
    const before = fingers.get(event.pointerId)
    if (!before) return
    const now = at(event)
    if (from && !moved && Math.hypot(now.x - from.x, now.y - from.y) <= CLICK_PIXELS) return
    moved = true
    const two = fingers.size === 2 ? spread() : null
    fingers.set(event.pointerId, now)
    if (!two) {
      if (fingers.size === 1) act.drag(now.x - before.x, now.y - before.y)
      return
    }
    const next = spread()
    act.drag(next.x - two.x, next.y - two.y)
    act.zoomAt(next.x, next.y, Math.log2(next.apart / two.apart), false)
  }
  function up(event: PointerEvent): void {
    const pressed = fingers.delete(event.pointerId)
    if (!pressed || moved || fingers.size > 0) return
    const now = at(event)
    act.click(now.x, now.y)
  }
  const cancel = (event: PointerEvent) => void fingers.delete(event.pointerId)
  function wheel(event: WheelEvent): void {
    event.preventDefault()
    const { x, y } = at(event)
    const pixels = event.deltaMode === 1 ? event.deltaY * PIXELS_A_LINE : event.deltaMode === 2 ? event.deltaY * 400 : event.deltaY
    act.zoomAt(x, y, Math.min(1, Math.max(-1, -pixels / WHEEL_PIXELS_A_LEVEL)), false)
  }
  function twice(event: MouseEvent): void {
    const { x, y } = at(event)
    act.zoomAt(x, y, event.shiftKey ? -1 : 1, true)
  }

  const heard: [string, (event: never) => void][] = [['pointerdown', down], ['pointermove', move], ['pointerup', up], ['pointercancel', cancel], ['wheel', wheel], ['dblclick', twice]]
  for (const [name, listener] of heard) target.addEventListener(name, listener as EventListener, name === 'wheel' ? { passive: false } : undefined)
  return () => heard.forEach(([name, listener]) => target.removeEventListener(name, listener as EventListener))
}

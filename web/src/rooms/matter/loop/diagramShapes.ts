/** What the drawing of states is made of; see `diagram.ts` for how it is laid out. */
export interface DiagramNode {
  id: string
  /** Pixels. */
  width: number
  height: number
  /** Work ends here: what leads out of it (opened again) leads back, wherever it goes. */
  last?: boolean
}

export interface DiagramEdge {
  from: string
  to: string
}

/** Whether the layers follow each other to the right (wide screens) or downwards (phones). */
export type DiagramFlow = 'right' | 'down'
export type Point = [x: number, y: number]

export interface PlacedNode extends DiagramNode {
  /** Upper left corner. */
  x: number
  y: number
  layer: number
}

export interface PlacedEdge extends DiagramEdge {
  /** Leads against the flow, to where the matter has been before. */
  back: boolean
  /** SVG path from the border of one node to the border of the other. */
  path: string
  /** Where a mark of the way may stand: near its beginning, so that the ways out of one state are told apart. */
  mark: Point
}

export interface Picture {
  width: number
  height: number
  nodes: PlacedNode[]
  edges: PlacedEdge[]
}

/** A node of the layering: a state, or the place where a long way passes a layer. */
export interface Vertex {
  id: string
  layer: number
  node: DiagramNode | null
}

/** One way with everything it passes, in the direction of the flow. */
export interface Chain {
  edge: DiagramEdge
  back: boolean
  through: Vertex[]
}

/** Neighbours of each vertex in the layer before (`-1`) or behind (`1`). */
export function neighbours(chains: readonly Chain[], side: -1 | 1): Map<Vertex, Vertex[]> {
  const found = new Map<Vertex, Vertex[]>()
  for (const { through } of chains) {
    for (let at = 1; at < through.length; at++) {
      const [one, other] = [through[at - 1] as Vertex, through[at] as Vertex]
      const [key, value] = side < 0 ? [other, one] : [one, other]
      found.set(key, [...(found.get(key) ?? []), value])
    }
  }
  return found
}

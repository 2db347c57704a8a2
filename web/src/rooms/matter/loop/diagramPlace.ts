import { type Chain, type DiagramFlow, neighbours, type Picture, type PlacedEdge, type PlacedNode, type Point, type Vertex } from './diagramShapes'

/** Pixels between layers, between neighbours in a layer, and around it all. */
const LAYER_GAP = { right: 46, down: 34 }
const MOST_GAP = 104
const NODE_GAP = { right: 18, down: 16 }
const PASS_GAP = 10
const MARGIN = 12
/** Ways that end at one side of a node stand so far apart. */
const PORT = 9
/** Marks on ways are so wide. */
const MARK = 17
const PULLS = 16

/**
 * The nearest places to the wished ones that keep the order and the distances: isotonic regression by pooling neighbours
 * (Ayer et al., 1955), after the distances have been taken out.
 */
export function spread(wished: readonly number[], apart: readonly number[]): number[] {
  const offset = wished.map((_, index) => apart.slice(1, index + 1).reduce((sum, one) => sum + one, 0))
  const pools: { sum: number; count: number }[] = []
  wished.forEach((one, index) => {
    pools.push({ sum: one - (offset[index] ?? 0), count: 1 })
    for (let last = pools.length - 1; last > 0; last--) {
      const [a, b] = [pools[last - 1], pools[last]]
      if (!a || !b || a.sum / a.count <= b.sum / b.count) break
      pools.splice(last - 1, 2, { sum: a.sum + b.sum, count: a.count + b.count })
    }
  })
  const flat = pools.flatMap((pool) => Array.from({ length: pool.count }, () => pool.sum / pool.count))
  return flat.map((one, index) => one + (offset[index] ?? 0))
}

/** Places across the flow: middles of all vertices. */
function acrossOf(layers: readonly Vertex[][], chains: readonly Chain[], thick: (vertex: Vertex) => number, gap: number): Map<Vertex, number> {
  const middle = new Map<Vertex, number>()
  const apart = layers.map((layer) =>
    layer.map((vertex, index) => {
      const before = layer[index - 1]
      if (!before) return 0
      return (thick(before) + thick(vertex)) / 2 + (before.node && vertex.node ? gap : PASS_GAP)
    })
  )
  layers.forEach((layer, index) => {
    let at = 0
    layer.forEach((vertex, place) => middle.set(vertex, (at += apart[index]?.[place] ?? 0)))
    layer.forEach((vertex) => middle.set(vertex, (middle.get(vertex) ?? 0) - at / 2))
  })
  const sides = [neighbours(chains, -1), neighbours(chains, 1)] as const
  for (let pull = 0; pull < PULLS; pull++) {
    // Forward by what came before, back by what follows, at last by both: straight main line, branches beside it.
    const looks = pull >= PULLS - 2 ? [0, 1] : [pull % 2]
    const order = pull % 2 === 0 ? layers.map((_, index) => index) : layers.map((_, index) => layers.length - 1 - index)
    for (const index of order) {
      const layer = layers[index] ?? []
      const wished = layer.map((vertex) => {
        const near = looks.flatMap((side) => sides[side as 0 | 1].get(vertex) ?? [])
        return near.length ? near.reduce((sum, one) => sum + (middle.get(one) ?? 0), 0) / near.length : (middle.get(vertex) ?? 0)
      })
      spread(wished, apart[index] ?? []).forEach((one, place) => middle.set(layer[place] as Vertex, one))
    }
  }
  return middle
}

/** A way as smooth steps: straight through the layers it passes, an S between them. `along` and `across` are the flow's axes. */
function smooth(points: readonly Point[], flow: DiagramFlow): string {
  const at = ([along, across]: Point) => (flow === 'right' ? `${along.toFixed(1)} ${across.toFixed(1)}` : `${across.toFixed(1)} ${along.toFixed(1)}`)
  return points.reduce((path, point, index) => {
    const before = points[index - 1]
    if (!before) return `M${at(point)}`
    if (Math.abs(before[1] - point[1]) < 0.5) return `${path}L${at(point)}`
    const half = (point[0] - before[0]) / 2
    return `${path}C${at([before[0] + half, before[1]])} ${at([point[0] - half, point[1]])} ${at(point)}`
  }, '')
}

/** How far each way stands from the middle of the side where it meets the node, so that no two meet in one point. */
function ports(chains: readonly Chain[], middle: ReadonlyMap<Vertex, number>, end: 'start' | 'end', room: (vertex: Vertex) => number): Map<Chain, number> {
  const found = new Map<Chain, number>()
  const byNode = new Map<Vertex, Chain[]>()
  const tip = (chain: Chain) => (end === 'start' ? chain.through[0] : chain.through[chain.through.length - 1]) as Vertex
  const next = (chain: Chain) => (end === 'start' ? chain.through[1] : chain.through[chain.through.length - 2]) as Vertex
  chains.forEach((chain) => byNode.set(tip(chain), [...(byNode.get(tip(chain)) ?? []), chain]))
  for (const [vertex, those] of byNode) {
    const sorted = [...those].sort((a, b) => (middle.get(next(a)) ?? 0) - (middle.get(next(b)) ?? 0) || Number(a.back) - Number(b.back))
    const step = Math.min(PORT, (room(vertex) - 8) / Math.max(1, sorted.length - 1))
    sorted.forEach((chain, index) => found.set(chain, (index - (sorted.length - 1) / 2) * step))
  }
  return found
}

/** A point of the S between two points, `share` of the way. */
function onCurve(from: Point, to: Point, share: number): Point {
  const s = 3 * share * share - 2 * share * share * share
  const rest = 1 - share
  const bend = 1.5 * share * rest * rest + 1.5 * share * share * rest + share * share * share
  return [from[0] + (to[0] - from[0]) * bend, from[1] + (to[1] - from[1]) * s]
}

/** Between layers: wider where the page leaves room, but never so wide that the eye loses the way. */
function gapOf(lengths: readonly number[], flow: DiagramFlow, room: number): number {
  const least = LAYER_GAP[flow]
  if (flow === 'down' || lengths.length < 2) return least
  const free = (room - 2 * MARGIN - lengths.reduce((sum, one) => sum + one, 0)) / (lengths.length - 1)
  return Math.min(MOST_GAP, Math.max(least, Math.floor(free)))
}

/** Where a mark of a way touches no mark of its neighbours, if there is such a place on its first step. */
function freeMark(from: Point, to: Point, taken: readonly Point[]): Point {
  const tries = [0.5, 0.74, 0.26, 0.9].map((share) => onCurve(from, to, share))
  return tries.find(([x, y]) => taken.every(([a, b]) => Math.hypot(x - a, y - b) >= MARK)) ?? (tries[0] as Point)
}

export function place(layers: readonly Vertex[][], chains: readonly Chain[], flow: DiagramFlow, room: number): Picture {
  const long = (vertex: Vertex) => (vertex.node ? (flow === 'right' ? vertex.node.width : vertex.node.height) : 0)
  const thick = (vertex: Vertex) => (vertex.node ? (flow === 'right' ? vertex.node.height : vertex.node.width) : 2)
  const middle = acrossOf(layers, chains, thick, NODE_GAP[flow])
  const all = layers.flat()
  const least = Math.min(...all.map((vertex) => (middle.get(vertex) ?? 0) - thick(vertex) / 2))
  const most = Math.max(...all.map((vertex) => (middle.get(vertex) ?? 0) + thick(vertex) / 2))
  all.forEach((vertex) => middle.set(vertex, (middle.get(vertex) ?? 0) - least + MARGIN))
  const starts: number[] = []
  const lengths = layers.map((layer) => Math.max(0, ...layer.map(long)))
  const gap = gapOf(lengths, flow, room)
  let along = MARGIN
  lengths.forEach((length) => {
    starts.push(along)
    along += length + gap
  })
  const from = (vertex: Vertex) => (starts[vertex.layer] ?? 0) + ((lengths[vertex.layer] ?? 0) - long(vertex)) / 2
  const nodes = all.filter((vertex) => vertex.node).map((vertex): PlacedNode => {
    const node = vertex.node as NonNullable<Vertex['node']>
    const [a, b] = [from(vertex), (middle.get(vertex) ?? 0) - thick(vertex) / 2]
    return { ...node, layer: vertex.layer, x: flow === 'right' ? a : b, y: flow === 'right' ? b : a }
  })
  const [out, into] = [ports(chains, middle, 'start', thick), ports(chains, middle, 'end', thick)]
  const marks = new Map<string, Point[]>()
  const edges = chains.map((chain): PlacedEdge => {
    const { through } = chain
    const points = through.flatMap((vertex, index): Point[] => {
      const across = middle.get(vertex) ?? 0
      if (index === 0) return [[from(vertex) + long(vertex), across + (out.get(chain) ?? 0)]]
      if (index === through.length - 1) return [[from(vertex), across + (into.get(chain) ?? 0)]]
      return [[starts[vertex.layer] ?? 0, across], [(starts[vertex.layer] ?? 0) + (lengths[vertex.layer] ?? 0), across]]
    })
    if (chain.back) points.reverse()
    const mark = freeMark(points[0] as Point, points[1] as Point, marks.get(chain.edge.from) ?? [])
    marks.set(chain.edge.from, [...(marks.get(chain.edge.from) ?? []), mark])
    return { ...chain.edge, back: chain.back, path: smooth(points, flow), mark: flow === 'right' ? mark : [mark[1], mark[0]] }
  })
  const [length, breadth] = [along - gap + MARGIN, most - least + 2 * MARGIN]
  return { width: flow === 'right' ? length : breadth, height: flow === 'right' ? breadth : length, nodes, edges }
}

/**
 * A small layered drawing of states and the ways between them, after Sugiyama, Tagawa and Toda (1981): ways that lead
 * back are turned round, states stand in layers by their longest way from the first, each layer is put into the order
 * that crosses least, then everything is moved as near to its neighbours as the order allows. Pure: no DOM, no clock.
 */
import { place } from './diagramPlace'
import { type Chain, type DiagramEdge, type DiagramFlow, type DiagramNode, neighbours, type Picture, type Vertex } from './diagramShapes'

const SWEEPS = 12

/** Ways that must be turned round so that none leads back: those out of the last states, and those that close a ring when walked from the first. */
export function backEdges(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[], first: readonly string[]): Set<DiagramEdge> {
  const last = new Set(nodes.filter((node) => node.last).map((node) => node.id))
  const back = new Set(edges.filter((edge) => last.has(edge.from) && !last.has(edge.to)))
  const state = new Map<string, 'open' | 'done'>()
  const walk = (id: string): void => {
    state.set(id, 'open')
    for (const edge of edges) {
      if (edge.from !== id || back.has(edge)) continue
      if (state.get(edge.to) === 'open') back.add(edge)
      else if (!state.has(edge.to)) walk(edge.to)
    }
    state.set(id, 'done')
  }
  for (const id of [...first, ...nodes.map((node) => node.id)]) if (!state.has(id)) walk(id)
  return back
}

/** Layer of each state: its longest way from a beginning, once no way leads back. */
export function layersOf(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[], back: ReadonlySet<DiagramEdge>): Map<string, number> {
  const layer = new Map<string, number>()
  const into = (id: string) => edges.filter((edge) => (back.has(edge) ? edge.from === id : edge.to === id))
  const of = (id: string): number => {
    const known = layer.get(id)
    if (known !== undefined) return known
    const before = into(id).map((edge) => of(back.has(edge) ? edge.to : edge.from))
    const own = before.length ? Math.max(...before) + 1 : 0
    layer.set(id, own)
    return own
  }
  nodes.forEach((node) => of(node.id))
  return layer
}

function chainsOf(edges: readonly DiagramEdge[], back: ReadonlySet<DiagramEdge>, vertices: ReadonlyMap<string, Vertex>): Chain[] {
  return edges.map((edge, index) => {
    const turned = back.has(edge)
    const start = vertices.get(turned ? edge.to : edge.from) as Vertex
    const end = vertices.get(turned ? edge.from : edge.to) as Vertex
    const between = Array.from({ length: Math.max(0, end.layer - start.layer - 1) }, (_, step): Vertex => ({ id: `${index}~${step}`, layer: start.layer + step + 1, node: null }))
    return { edge, back: turned, through: [start, ...between, end] }
  })
}

/** How many pairs of ways cross between neighbouring layers standing in this order. */
export function crossings(layers: readonly Vertex[][], chains: readonly Chain[]): number {
  const at = new Map<Vertex, number>()
  layers.forEach((layer) => layer.forEach((vertex, index) => at.set(vertex, index)))
  const steps = chains.flatMap(({ through }) => through.slice(1).map((to, index) => [through[index] as Vertex, to] as const))
  let count = 0
  for (const [index, [a, b]] of steps.entries()) {
    for (const [c, d] of steps.slice(index + 1)) {
      if (a.layer === c.layer && ((at.get(a) ?? 0) - (at.get(c) ?? 0)) * ((at.get(b) ?? 0) - (at.get(d) ?? 0)) < 0) count++
    }
  }
  return count
}

/** Sweeps to and fro, each layer sorted by the mean place of its neighbours; the best order seen is kept. */
function inBestOrder(layers: Vertex[][], chains: readonly Chain[]): Vertex[][] {
  const sides = [neighbours(chains, -1), neighbours(chains, 1)]
  let best = layers.map((layer) => [...layer])
  let least = crossings(best, chains)
  const now = best.map((layer) => [...layer])
  for (let sweep = 0; sweep < SWEEPS && least > 0; sweep++) {
    const forward = sweep % 2 === 0
    const order = now.map((_, index) => (forward ? index : now.length - 1 - index)).slice(1)
    for (const index of order) {
      const beside = now[forward ? index - 1 : index + 1] ?? []
      const mean = (vertex: Vertex, own: number) => {
        const places = (sides[forward ? 0 : 1]?.get(vertex) ?? []).map((one) => beside.indexOf(one))
        return places.length ? places.reduce((sum, one) => sum + one, 0) / places.length : own
      }
      const ranked = (now[index] ?? []).map((vertex, own) => ({ vertex, own, mean: mean(vertex, own) }))
      now[index] = ranked.sort((a, b) => a.mean - b.mean || a.own - b.own).map((one) => one.vertex)
    }
    const count = crossings(now, chains)
    if (count < least) {
      least = count
      best = now.map((layer) => [...layer])
    }
  }
  return best
}

/**
 * The drawing, spread over `room` pixels along a flow to the right where there is room. Ways from a state to itself are not drawn (the node marks them); parallel ways are one.
 */
export function draw(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[], first: readonly string[], flow: DiagramFlow, room = 0): Picture {
  const known = new Set(nodes.map((node) => node.id))
  const single = new Map<string, DiagramEdge>()
  for (const edge of edges) {
    if (edge.from !== edge.to && known.has(edge.from) && known.has(edge.to)) single.set(`${edge.from}>${edge.to}`, { from: edge.from, to: edge.to })
  }
  const ways = [...single.values()]
  const back = backEdges(nodes, ways, first)
  const layer = layersOf(nodes, ways, back)
  const vertices = new Map(nodes.map((node) => [node.id, { id: node.id, layer: layer.get(node.id) ?? 0, node } satisfies Vertex as Vertex]))
  const chains = chainsOf(ways, back, vertices)
  const layers: Vertex[][] = Array.from({ length: Math.max(0, ...layer.values()) + 1 }, () => [])
  const seen = new Set<Vertex>()
  for (const vertex of [...vertices.values(), ...chains.flatMap((chain) => chain.through)]) {
    if (!seen.has(vertex)) layers[vertex.layer]?.push(vertex)
    seen.add(vertex)
  }
  return place(inBestOrder(layers, chains), chains, flow, room)
}

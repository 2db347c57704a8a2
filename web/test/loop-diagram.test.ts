import { describe, expect, it } from 'vitest'
import { backEdges, crossings, draw, layersOf } from '@/rooms/matter/loop/diagram'
import { widthOf, wrap } from '@/rooms/matter/loop/diagramLabel'
import { spread } from '@/rooms/matter/loop/diagramPlace'
import type { Chain, DiagramFlow, PlacedNode, Vertex } from '@/rooms/matter/loop/diagramShapes'

const nodes = (...ids: string[]) => ids.map((id) => ({ id, width: 80, height: 32 }))
/** `a>b b>c` as edges. */
const edges = (text: string) => text.split(' ').map((one) => ({ from: one.split('>')[0] ?? '', to: one.split('>')[1] ?? '' }))
const NOTICE = { nodes: nodes('found', 'served', 'rectified', 'penalty', 'closed', 'void'), edges: edges('found>served found>void served>void served>rectified penalty>rectified served>penalty rectified>closed rectified>served closed>rectified found>found') }

/** A small generator with a seed, so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const apart = (a: PlacedNode, b: PlacedNode) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y

describe('layers', () => {
  it('follow the longest way; ways back are turned', () => {
    const back = backEdges(NOTICE.nodes, NOTICE.edges.slice(0, 9), ['found'])
    expect([...back].map((edge) => `${edge.from}>${edge.to}`).sort()).toEqual(['closed>rectified', 'rectified>served'])
    expect(Object.fromEntries(layersOf(NOTICE.nodes, NOTICE.edges.slice(0, 9), back))).toEqual({ found: 0, served: 1, void: 2, penalty: 2, rectified: 3, closed: 4 })
  })
})

describe('the last states', () => {
  it('stand behind what can be opened again from them', () => {
    const some = nodes('open', 'told', 'done', 'late').map((node) => ({ ...node, last: node.id === 'done' }))
    const ways = edges('open>told told>done done>late late>told open>late')
    const back = backEdges(some, ways, ['open'])
    expect([...back].map((edge) => `${edge.from}>${edge.to}`)).toContain('done>late')
    const layer = layersOf(some, ways, back)
    expect(layer.get('done')).toBe(Math.max(...layer.values()))
  })
})

describe('crossings', () => {
  it('are counted between neighbouring layers', () => {
    const vertex = (id: string, layer: number): Vertex => ({ id, layer, node: null })
    const [a, b, c, d] = [vertex('a', 0), vertex('b', 0), vertex('c', 1), vertex('d', 1)] as [Vertex, Vertex, Vertex, Vertex]
    const chain = (from: Vertex, to: Vertex): Chain => ({ edge: { from: from.id, to: to.id }, back: false, through: [from, to] })
    expect(crossings([[a, b], [c, d]], [chain(a, d), chain(b, c)])).toBe(1)
    expect(crossings([[a, b], [d, c]], [chain(a, d), chain(b, c)])).toBe(0)
  })
  it('go where they need not be', () => {
    const picture = draw(nodes('s', 'a', 'b', 'c', 'd'), edges('s>a s>b a>d b>c'), ['s'], 'right')
    const y = (id: string) => picture.nodes.find((node) => node.id === id)?.y ?? NaN
    expect((y('a') - y('b')) * (y('d') - y('c'))).toBeGreaterThan(0)
  })
})

describe('spread', () => {
  it('keeps order and distance, and moves as little as it must', () => {
    expect(spread([0, 100], [0, 30])).toEqual([0, 100])
    expect(spread([50, 50, 50], [0, 30, 30])).toEqual([20, 50, 80])
    expect(spread([10, 0], [0, 20])).toEqual([-5, 15])
  })
})

describe.each<DiagramFlow>(['right', 'down'])('the drawing %s', (flow) => {
  it('draws each way once, none from a state to itself, and all inside its frame', () => {
    const picture = draw(NOTICE.nodes, NOTICE.edges, ['found'], flow)
    expect(picture.nodes).toHaveLength(6)
    expect(picture.edges).toHaveLength(9)
    for (const node of picture.nodes) {
      expect(node.x).toBeGreaterThanOrEqual(0)
      expect(node.y).toBeGreaterThanOrEqual(0)
      expect(node.x + node.width).toBeLessThanOrEqual(picture.width)
      expect(node.y + node.height).toBeLessThanOrEqual(picture.height)
    }
  })
  it('never lays one state over another, and begins and ends each way at its states, whatever the kind', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const next = random(seed)
      const ids = Array.from({ length: 2 + Math.floor(next() * 11) }, (_, index) => `n${index}`)
      const some = ids.slice(1).map((id, index) => ({ from: ids[Math.floor(next() * (index + 1))] as string, to: id }))
      const more = Array.from({ length: Math.floor(next() * 12) }, () => ({ from: ids[Math.floor(next() * ids.length)] as string, to: ids[Math.floor(next() * ids.length)] as string }))
      const sized = ids.map((id) => ({ id, width: 60 + Math.floor(next() * 80), height: next() < 0.5 ? 32 : 46, last: id !== 'n0' && next() < 0.2 }))
      const picture = draw(sized, [...some, ...more], ['n0'], flow)
      for (const [index, a] of picture.nodes.entries()) for (const b of picture.nodes.slice(index + 1)) expect(apart(a, b), `seed ${seed}: ${a.id} over ${b.id}`).toBe(true)
      for (const edge of picture.edges) {
        const [x, y] = (/^M([-\d.]+) ([-\d.]+)/.exec(edge.path)?.slice(1) ?? []).map(Number) as [number, number]
        const from = picture.nodes.find((node) => node.id === edge.from) as PlacedNode
        const inside = x >= from.x - 0.1 && x <= from.x + from.width + 0.1 && y >= from.y - 0.1 && y <= from.y + from.height + 0.1
        expect(inside, `seed ${seed}: ${edge.from}>${edge.to} begins at ${x} ${y}`).toBe(true)
        expect(edge.path).not.toContain('NaN')
      }
    }
  })
})

describe('labels', () => {
  it('break into two even lines', () => {
    expect(wrap('待复查', 96)).toEqual(['待复查'])
    expect(wrap('等待上级单位派人复查', 96)).toHaveLength(2)
    expect(wrap('To be re-inspected', 96).join(' ').replace(/\s+/g, ' ')).toBe('To be re-inspected')
    for (const line of wrap('Waiting for the re-inspection by someone else', 96)) expect(widthOf(line)).toBeLessThanOrEqual(96 * 1.25)
  })
})

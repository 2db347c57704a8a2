import { describe, expect, it, vi } from 'vitest'
import type { MapFrame } from '@/shared/map/frame'
import { listenToHands } from '@/shared/map/gestures'
import { lengthOf, placeName } from '@/shared/map/ground/alongLine'
import { insideOf, precinctsOf } from '@/shared/map/ground/precincts'
import { tilesOf } from '@/shared/map/ground/tileGrid'
import { TileStore } from '@/shared/map/ground/tileStore'
import { roadsOf } from '@/shared/map/ground/vectorTile'
import { resolutionOf, xOf, yOf } from '@/shared/map/mercator'
import { between, frameOf, serves, viewOf, zoomedAt } from '@/shared/map/view'

/** Writes Protocol Buffers as the server does, for the reader to read. */
const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))])
const part = (field: number, bytes: number[]) => [...varint((field << 3) | 2), ...varint(bytes.length), ...bytes]
const number = (field: number, value: number) => [...varint(field << 3), ...varint(value)]
const text = (field: number, words: string) => part(field, [...new TextEncoder().encode(words)])
const zigzag = (value: number) => varint(value >= 0 ? value * 2 : -value * 2 - 1)
const commands = (line: number[]): number[] => {
  let [x, y] = [0, 0]
  return line.flatMap((_, i) => {
    if (i % 2) return []
    const head = i === 0 ? varint((1 << 3) | 1) : i === 2 ? varint(((line.length / 2 - 1) << 3) | 2) : []
    const [nx, ny] = [line[i] as number, line[i + 1] as number]
    const step = [...head, ...zigzag(nx - x), ...zigzag(ny - y)]
    ;[x, y] = [nx, ny]
    return step
  })
}
const feature = (tags: number[], line: number[]) => part(2, [...part(2, tags.flatMap(varint)), ...number(3, 2), ...part(4, commands(line))])
const tile = (...inside: number[][]) => Uint8Array.from(part(3, inside.flat())).buffer
const LINE = [0, 0, 100, -50, 5000, 4096]

describe('vector tiles', () => {
  const whole = tile(text(1, 'road'), feature([0, 0, 1, 1], LINE), text(3, 'name'), text(3, 'class'), part(4, text(1, '人民路')), part(4, text(1, 'PRIMARY')), number(5, 4096), number(15, 2))
  it('give their lines with name and class, though these stand behind them', () => {
    expect(roadsOf(whole)).toEqual({ extent: 4096, lines: [{ name: '人民路', roadClass: 'PRIMARY', points: Int16Array.from(LINE) }] })
  })
  it('pass over fields and layers that nobody here knows', () => {
    const other = part(3, [...text(1, 'water'), ...feature([], LINE)])
    const strange = [...number(9, 300), ...part(10, [1, 2, 3])]
    expect(roadsOf(Uint8Array.from([...strange, ...other, ...new Uint8Array(whole)]).buffer).lines).toHaveLength(1)
    expect(roadsOf(new ArrayBuffer(0)).lines).toEqual([])
  })
  it('that are cut off are refused, never half drawn', () => {
    for (let length = 1; length < whole.byteLength; length += 7) expect(() => roadsOf(whole.slice(0, length))).toThrow()
  })
})

describe('names along roads', () => {
  const wide = (words: string) => [...words].reduce((sum, char) => sum + (char < '\u2000' ? 6 : 12), 0)
  it('stand in one piece on a straight road, read from left to right whichever way it was drawn', () => {
    for (const line of [[0, 0, 200, 20], [200, 20, 0, 0]]) {
      const placed = placeName('Main St', line, lengthOf(line) / 2, 12, wide)
      expect(placed?.glyphs).toHaveLength(1)
      expect(placed?.glyphs[0]).toMatchObject({ text: 'Main St' })
      expect(placed?.glyphs[0]?.x).toBeCloseTo(100, 0)
      expect(placed?.glyphs[0]?.angle).toBeCloseTo(Math.atan2(20, 200))
      expect(placed?.boxes).toHaveLength(7)
    }
  })
  it('follow a bend glyph by glyph, and leave a sharp corner alone', () => {
    const bend = Array.from({ length: 21 }, (_, i) => [Math.cos(i / 12) * -150, Math.sin(i / 12) * -150]).flat()
    const placed = placeName('解放大道', bend, lengthOf(bend) / 2, 12, wide)
    expect(placed?.glyphs.map((one) => one.text).join('')).toBe('解放大道')
    expect(placed?.glyphs.every((one, i, all) => i === 0 || one.x > (all[i - 1]?.x ?? 0))).toBe(true)
    const corner = [0, 0, 50, 0, 50, 50]
    expect(placeName('Main Street', corner, 50, 12, wide)).toBeNull()
  })
  it('stand upright from top to bottom on a steep road in Chinese, and lie along it in Latin letters', () => {
    for (const line of [[10, 0, 12, 200], [12, 200, 10, 0]]) {
      const placed = placeName('建设路', line, 100, 12, wide)
      expect(placed?.glyphs.map((one) => [one.text, one.angle])).toEqual([['建', 0], ['设', 0], ['路', 0]])
      expect(placed?.glyphs.every((one, i, all) => i === 0 || one.y > (all[i - 1]?.y ?? 0) + 12)).toBe(true)
      expect(Math.abs(placeName('Elm St', line, 100, 12, wide)?.glyphs[0]?.angle ?? 0)).toBeGreaterThan(1.4)
    }
  })
  it('are left out where the road is too short for them', () => {
    expect(placeName('人民东路', [0, 0, 40, 0], 20, 12, wide)).toBeNull()
    expect(placeName('人民东路', [0, 0, 400, 0], 10, 12, wide)).toBeNull()
  })
})

describe('precincts', () => {
  it('have their name inside, not in a hole and not beside a bay', () => {
    const square = (x: number, y: number, side: number) => Float64Array.of(x, y, x + side, y, x + side, y + side, x, y + side, x, y)
    expect(insideOf([square(0, 0, 10), square(1, 1, 6)], 5)?.x).toBeCloseTo(8.5)
    const shape = precinctsOf({ features: [{ properties: { name: '城北所' }, geometry: { type: 'MultiPolygon', coordinates: [[[[1, 1], [3, 1], [3, 2], [1, 2], [1, 1]]]] } }] })
    expect(shape).toHaveLength(1)
    expect(shape[0]?.middle?.x).toBeCloseTo(xOf(2))
    expect(shape[0]?.box[3]).toBeCloseTo(yOf(2))
    expect(precinctsOf({ features: [{ geometry: { type: 'Point', coordinates: [1, 1] } }] })).toEqual([])
    expect(precinctsOf(null)).toEqual([])
  })
})

const SIZE = { width: 1000, height: 600 }
const point = (frame: MapFrame, px: number, py: number) => [frame.left + px * frame.resolution, frame.top - py * frame.resolution]

describe('the view', () => {
  const view = { x: xOf(114.3), y: yOf(30.6), zoom: 13 }
  it('keeps the ground under the pointer while it zooms, at every step of the way', () => {
    const before = point(frameOf(view, SIZE, 1), 730, 120)
    const to = zoomedAt(view, SIZE, 730, 120, 1.5)
    for (const share of [0, 0.1, 0.5, 0.93, 1]) {
      const now = point(frameOf(between(view, to, share), SIZE, 1), 730, 120)
      expect(now[0]).toBeCloseTo(before[0] as number, 3)
      expect(now[1]).toBeCloseTo(before[1] as number, 3)
    }
    expect(zoomedAt(view, SIZE, 0, 0, 50).zoom).toBe(19)
    expect(between(view, { ...view, x: view.x + 100 }, 1).x).toBeCloseTo(view.x + 100)
  })
  it('shows a whole box with room around it', () => {
    const box = [xOf(114), yOf(30), xOf(114.5), yOf(30.4)] as const
    const frame = frameOf(viewOf(box, SIZE, 40, 16), SIZE, 1)
    expect(Math.min((box[0] - frame.left) / frame.resolution, (frame.top - box[3]) / frame.resolution)).toBeGreaterThanOrEqual(39.9)
    expect(viewOf([5, 5, 5, 5], SIZE, 40, 16).zoom).toBe(16)
  })
  it('is served by a larger picture until its edge is near, the scale changes or the screen does', () => {
    const picture = frameOf(view, SIZE, 1, 192)
    const pushed = (pixels: number) => frameOf({ ...view, x: view.x + pixels * resolutionOf(view.zoom) }, SIZE, 1)
    expect(serves(picture, pushed(90), 96)).toBe(true)
    expect(serves(picture, pushed(100), 96)).toBe(false)
    expect(serves(picture, pushed(-100), 96)).toBe(false)
    expect(serves(picture, frameOf({ ...view, zoom: 13.1 }, SIZE, 1), 96)).toBe(false)
    expect(serves(picture, frameOf(view, SIZE, 2), 96)).toBe(false)
  })
  it('is covered by tiles without a gap', () => {
    const frame = frameOf(view, SIZE, 1, 192)
    const tiles = tilesOf(frame)
    expect(new Set(tiles.map((one) => one.z))).toEqual(new Set([12]))
    expect(Math.min(...tiles.map((one) => one.left))).toBeLessThanOrEqual(frame.left)
    expect(Math.max(...tiles.map((one) => one.left + one.side))).toBeGreaterThanOrEqual(frame.left + frame.width * frame.resolution)
    expect(Math.max(...tiles.map((one) => one.top))).toBeGreaterThanOrEqual(frame.top)
    expect(Math.min(...tiles.map((one) => one.top - one.side))).toBeLessThanOrEqual(frame.top - frame.height * frame.resolution)
    expect(tilesOf(frameOf({ ...view, zoom: 19 }, SIZE, 1))[0]?.z).toBe(16)
  })
})

describe('the store of tiles', () => {
  it('fetches each tile once, tells when it is there, and forgets all with the version', async () => {
    const arrived = vi.fn()
    const get = vi.fn<(url: string) => Promise<ArrayBuffer>>(() => Promise.resolve(new ArrayBuffer(0)))
    const store = new TileStore(arrived, get)
    const at = { z: 1, x: 0, y: 0, left: 0, top: 0, side: 1 }
    expect(store.here([at])).toEqual({ tiles: [], missing: 0 })
    expect(store.use('a b')).toBe(true)
    expect(store.use('a b')).toBe(false)
    expect(store.here([at]).missing).toBe(1)
    expect(store.here([at]).missing).toBe(1)
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledOnce())
    expect(get.mock.calls.map(([url]) => url)).toEqual(['/api/map/roads/1/0/0?v=a%20b'])
    expect(store.here([at])).toMatchObject({ missing: 0, tiles: [{ at }] })
    store.use('c')
    expect(store.here([at]).missing).toBe(1)
  })
  it('does not wait for ever for a tile that cannot be read', async () => {
    const arrived = vi.fn()
    const store = new TileStore(arrived, () => Promise.resolve(Uint8Array.of(255).buffer))
    store.use('v')
    const at = { z: 1, x: 0, y: 0, left: 0, top: 0, side: 1 }
    store.here([at])
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledOnce())
    expect(store.here([at])).toEqual({ tiles: [], missing: 0 })
  })
})

describe('hands on the map', () => {
  function hands() {
    const target = document.createElement('div')
    const said: [string, ...number[]][] = []
    listenToHands(target, { drag: (dx, dy) => said.push(['drag', dx, dy]), zoomAt: (x, y, step) => said.push(['zoom', x, y, step]), click: (x, y) => said.push(['click', x, y]) })
    const send = (type: string, x: number, y: number, pointerId = 1) => target.dispatchEvent(Object.assign(new MouseEvent(type, { clientX: x, clientY: y, button: 0, cancelable: true }), { pointerId }))
    return { target, said, send }
  }
  it('click when they tremble, and push when they move', () => {
    const { said, send } = hands()
    send('pointerdown', 10, 10)
    send('pointermove', 12, 11)
    send('pointerup', 12, 11)
    expect(said).toEqual([['click', 12, 11]])
    said.length = 0
    send('pointerdown', 10, 10)
    send('pointermove', 30, 10)
    send('pointermove', 31, 15)
    send('pointerup', 31, 15)
    expect(said).toEqual([['drag', 20, 0], ['drag', 1, 5]])
  })
  it('zoom with two fingers around their middle', () => {
    const { said, send } = hands()
    send('pointerdown', 100, 100, 1)
    send('pointerdown', 200, 100, 2)
    send('pointermove', 300, 100, 2)
    expect(said).toEqual([['drag', 50, 0], ['zoom', 200, 100, 1]])
    said.length = 0
    send('pointerup', 300, 100, 2)
    send('pointerup', 100, 100, 1)
    expect(said).toEqual([])
  })
  it('zoom with the wheel where the pointer is', () => {
    const { target, said } = hands()
    target.dispatchEvent(Object.assign(new Event('wheel', { cancelable: true }), { clientX: 40, clientY: 50, deltaY: -140, deltaMode: 0 }))
    expect(said).toEqual([['zoom', 40, 50, 0.5]])
  })
})

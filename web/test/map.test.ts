import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { evenNumbers } from '@/rooms/registry/madeUnits'
import { boxAround, mustMove } from '@/shared/map/bring'
import { Fleet, type FleetFix, type FleetUnit } from '@/shared/map/fleet'
import { drawEvery, type MapFrame } from '@/shared/map/frame'
import { FrameMeter, nearestRank } from '@/shared/map/frames'
import { levelOf, widthOf } from '@/shared/map/ground/roadStyle'
import { HitGrid } from '@/shared/map/hitGrid'
import { incidentMarks } from '@/shared/map/incidentMark'
import { keysOnMap } from '@/shared/map/keysOnMap'
import { LabelSpace } from '@/shared/map/labels'
import { groundScale, latOf, lonOf, resolutionOf, xOf, yOf, zoomOf } from '@/shared/map/mercator'
import { PixelPlane, spriteOf } from '@/shared/map/plane'
import { fetchTile } from '@/shared/map/tiles'
import { planeLine, worthShowing } from '@/shared/map/useWays'
import { middleOf, restOf } from '@/shared/map/wayLine'
import type { IncidentView } from '@/shared/types'

const fix = (lat: number, lon: number, at = '2026-03-01T00:00:00Z', course: number | null = null): FleetFix => ({ lat, lon, at, course })
const unit = (id: string, status = 'AVAILABLE', position: FleetFix | null = null): FleetUnit => ({ id, callSign: id.toUpperCase(), status, position })
const frameAt = (lat: number, lon: number, zoom: number, width = 800, height = 600): MapFrame => {
  const resolution = resolutionOf(zoom)
  return { left: xOf(lon) - (width / 2) * resolution, top: yOf(lat) + (height / 2) * resolution, resolution, width, height, ratio: 1 }
}

describe('the plane of the map', () => {
  it('comes back from degrees to degrees', () => {
    for (const [lat, lon] of [[36.06, 103.8], [-33.9, 151.2], [0, 0], [84, -179]] as const) {
      expect(latOf(yOf(lat))).toBeCloseTo(lat, 9)
      expect(lonOf(xOf(lon))).toBeCloseTo(lon, 9)
    }
    expect(zoomOf(resolutionOf(13.5))).toBeCloseTo(13.5)
    expect(groundScale(yOf(60))).toBeCloseTo(0.5, 6)
  })
})

describe('the fleet', () => {
  it('glides from where a unit was drawn to its new fix in the time between its fixes', () => {
    const fleet = new Fleet()
    const live = new Map([['a', fix(36, 103)]])
    fleet.sync([unit('a')], live, 0)
    fleet.advance(0)
    expect(lonOf(fleet.x[0] as number)).toBeCloseTo(103, 9)
    live.set('a', fix(36, 103.001, '2026-03-01T00:00:05Z'))
    fleet.sync([unit('a')], live, 5000)
    fleet.advance(7500)
    expect(lonOf(fleet.x[0] as number)).toBeCloseTo(103.0005, 6)
    // The next fix comes in the middle of the way: no jump back or forth.
    live.set('a', fix(36, 103.002, '2026-03-01T00:00:07Z'))
    fleet.sync([unit('a')], live, 7500)
    fleet.advance(7500)
    expect(lonOf(fleet.x[0] as number)).toBeCloseTo(103.0005, 6)
    fleet.advance(20_000)
    expect(lonOf(fleet.x[0] as number)).toBeCloseTo(103.002, 9)
    expect(fleet.moving(20_000)).toBe(false)
    expect(fleet.course[0]).toBeCloseTo(90, 3)
  })
  it('puts a unit that leapt where it is, and keeps a heading through the noise of a parked receiver', () => {
    const fleet = new Fleet()
    const live = new Map([['a', fix(36, 103, '2026-03-01T00:00:00Z', 45)]])
    fleet.sync([unit('a')], live, 0)
    live.set('a', fix(36.000001, 103, '2026-03-01T00:00:05Z'))
    fleet.sync([unit('a')], live, 5000)
    expect(fleet.course[0]).toBe(45)
    live.set('a', fix(37, 104, '2026-03-01T00:00:10Z'))
    fleet.sync([unit('a')], live, 10_000)
    fleet.advance(10_000)
    expect(latOf(fleet.y[0] as number)).toBeCloseTo(37, 9)
  })
  it('does not believe a course of 0 of a unit that stands still, but sees who drives north', () => {
    const fleet = new Fleet()
    const live = new Map([['a', fix(36, 103, '2026-03-01T00:00:00Z', 0)]])
    fleet.sync([unit('a')], live, 0)
    expect(fleet.course[0]).toBeNaN()
    live.set('a', fix(36.001, 103, '2026-03-01T00:00:05Z', 0))
    fleet.sync([unit('a')], live, 5000)
    expect(fleet.course[0]).toBe(0)
  })
  it('takes the newer of the live and the loaded fix, and leaves out units without one', () => {
    const fleet = new Fleet()
    fleet.sync([unit('a', 'EN_ROUTE', fix(36, 104, '2026-03-01T00:01:00Z')), unit('b')], new Map([['a', fix(36, 103)]]), 0)
    expect(fleet.count).toBe(1)
    expect(lonOf(fleet.x[0] as number)).toBeCloseTo(104, 9)
    expect(fleet.indexOf('b')).toBe(-1)
  })
  it('agrees with a plain map while units come and go at random', () => {
    const random = evenNumbers(7)
    const fleet = new Fleet()
    const plain = new Map<string, FleetUnit>()
    for (let turn = 0; turn < 300; turn++) {
      for (let change = 0; change < 5; change++) {
        const id = `u${Math.floor(random() * 60)}`
        if (random() < 0.4) plain.delete(id)
        else plain.set(id, unit(id, random() < 0.5 ? 'EN_ROUTE' : 'AVAILABLE', fix(36 + random() * 0.01, 103 + random() * 0.01, new Date(turn * 1000).toISOString())))
      }
      fleet.sync(plain.values(), new Map(), turn * 1000)
      expect(fleet.count).toBe(plain.size)
      fleet.advance(turn * 1000 + 100_000)
      for (const [id, one] of plain) {
        const index = fleet.indexOf(id)
        expect(fleet.ids[index]).toBe(id)
        expect(fleet.callSigns[index]).toBe(one.callSign)
        expect(latOf(fleet.y[index] as number)).toBeCloseTo(one.position?.lat ?? 0, 9)
      }
    }
  })
  it('is drawn no oftener than it can be seen to move', () => {
    expect(drawEvery(0, 10)).toBe(Infinity)
    expect(drawEvery(20, resolutionOf(10))).toBe(1000)
    expect(drawEvery(20, resolutionOf(18))).toBeLessThan(20)
  })
})

describe('what lies under the pointer', () => {
  it('is what a slow search finds', () => {
    const random = evenNumbers(3)
    const count = 2000
    const xs = Float32Array.from({ length: count }, () => random() * 900 - 50)
    const ys = Float32Array.from({ length: count }, () => random() * 700 - 50)
    const grid = new HitGrid()
    grid.build(count, xs, ys, 800, 600)
    for (let turn = 0; turn < 500; turn++) {
      const [x, y] = [random() * 800, random() * 600]
      let best = -1
      let least = 144
      for (let index = 0; index < count; index++) {
        const square = ((xs[index] as number) - x) ** 2 + ((ys[index] as number) - y) ** 2
        if (square <= least) {
          least = square
          best = index
        }
      }
      const found = grid.nearest(x, y, 12)
      if (best < 0 || least > 143.99) expect(found === -1 || found === best).toBe(true)
      else expect(found).toBe(best)
    }
    grid.build(0, xs, ys, 800, 600)
    expect(grid.nearest(10, 10, 50)).toBe(-1)
  })
})

describe('sprites', () => {
  const image = (width: number, height: number) => ({ width, height, data: new Uint8ClampedArray(width * height * 4) }) as unknown as ImageData
  const sheet = image(3, 3)
  const pixels = new Uint32Array(sheet.data.buffer)
  // A solid middle with a soft pixel to its right.
  pixels[4] = 0xff0000ff
  pixels[5] = 0x400000ff
  const sprite = spriteOf(pixels, sheet.data, 3, 0, 0, 3)
  const read = (plane: PixelPlane) => new Uint32Array(plane.image.data.buffer)

  it('cover with their solid pixels and give way with their soft ones', () => {
    const plane = new PixelPlane(8, 8, image)
    plane.stamp(sprite, 4, 4)
    plane.stamp(sprite, 3, 4)
    expect(read(plane)[4 * 8 + 4]).toBe(0xff0000ff)
    expect(read(plane)[4 * 8 + 5]).toBe(0x400000ff)
    expect(read(plane)[4 * 8 + 3]).toBe(0xff0000ff)
    plane.clear()
    expect(read(plane).every((one) => one === 0)).toBe(true)
  })
  it('are cut at the edge and never wrap around to the other side', () => {
    const plane = new PixelPlane(8, 8, image)
    plane.stamp(sprite, 7, 2)
    expect(read(plane)[2 * 8 + 7]).toBe(0xff0000ff)
    expect(read(plane)[3 * 8]).toBe(0)
    plane.stamp(sprite, -5, -5)
    plane.stamp(sprite, 200, 2)
    expect(read(plane).filter((one) => one !== 0)).toHaveLength(1)
  })
})

describe('labels', () => {
  it('do not lie on each other', () => {
    const space = new LabelSpace()
    expect(space.claim(10, 10, 40, 12)).toBe(true)
    expect(space.claim(30, 12, 40, 12)).toBe(false)
    expect(space.claim(80, 10, 40, 12)).toBe(true)
  })
})

describe('bringing into view', () => {
  const frame = frameAt(36, 103, 14)
  const here = { x: xOf(103), y: yOf(36) }
  it('moves nothing that is seen well', () => {
    expect(mustMove(frame, [here], 12.5)).toBe(false)
    expect(mustMove(frame, [here], 15)).toBe(true)
    expect(mustMove(frame, [here, { x: xOf(104), y: yOf(36) }], 12)).toBe(true)
    // A way of 300 m is a speck from here.
    const near = { x: here.x + 300, y: here.y }
    expect(mustMove(frame, [here, near], 12.5, 16)).toBe(true)
    expect(mustMove(frameAt(36, 103, 16), [here, near], 12.5, 16)).toBe(false)
  })
  it('looks at one point from some way above', () => {
    const [west, south, east, north] = boxAround([here], frame, 16)
    expect(east - west).toBeGreaterThan(200)
    expect((west + east) / 2).toBeCloseTo(here.x, 3)
    expect((south + north) / 2).toBeCloseTo(here.y, 3)
  })
})

describe('incidents on the map', () => {
  const incident = (id: string, priority: number, part: Partial<IncidentView> = {}) =>
    ({ id, number: `20260301-${id}`, priority, state: 'CREATED', overdue: [], units: [], place: { lat: 36, lon: 103, label: '' }, ...part }) as unknown as IncidentView
  it('are drawn with the most urgent on top; those without a place are not', () => {
    const marks = incidentMarks([incident('0001', 1), incident('0002', 3), incident('0003', 2, { place: null }), incident('0004', 4, { overdue: [{ step: 'ARRIVE', since: 'x' }], units: [{ status: 'ON_SCENE' }, { status: 'CLEARED' }] as never })])
    expect(marks.map((one) => one.id)).toEqual(['0004', '0002', '0001'])
    expect(marks[0]).toMatchObject({ tail: '0004', overdue: true, waiting: true, onScene: 1 })
  })
})

describe('ways', () => {
  const one = (unitId: string, recommended: boolean) => ({ unitId, seconds: 60, lat: 36, lon: 103, recommended })
  it('are those of the run card, without those who go already', () => {
    const all = [one('a', true), one('b', true), one('c', false), one('d', false)]
    expect(worthShowing(all, new Set(['a'])).map((way) => way.unitId)).toEqual(['b'])
    expect(worthShowing(all.map((way) => ({ ...way, recommended: false })), new Set()).map((way) => way.unitId)).toEqual(['a', 'b', 'c'])
  })
  it('grow shorter behind the unit, and are given up where it left them', () => {
    const line = Float64Array.of(0, 0, 1000, 0, 1000, 3000)
    expect(restOf(line, 400, 20)).toEqual(Float64Array.of(400, 20, 1000, 0, 1000, 3000))
    expect(restOf(line, 1010, 500)).toEqual(Float64Array.of(1010, 500, 1000, 3000))
    expect(restOf(line, 500, 900)).toBeNull()
  })
  it('have their words in the middle', () => {
    expect(middleOf(Float64Array.of(0, 0, 10, 0, 10, 30))).toEqual([10, 10])
    expect(planeLine([])).toBeNull()
    expect(planeLine([36, 103, 36.1, 103.1])?.[2]).toBeCloseTo(xOf(103.1), 6)
  })
})

describe('keys on the map', () => {
  it('take what is theirs and leave the rest to the board', () => {
    const act = { pan: vi.fn(), zoom: vi.fn(), whole: vi.fn(), focus: vi.fn(), list: vi.fn(), ask: vi.fn(), leave: vi.fn() }
    const onKey = keysOnMap(act)
    const press = (key: string, part: KeyboardEventInit = {}) => {
      const event = new KeyboardEvent('keydown', { key, cancelable: true, ...part })
      onKey(event)
      return event.defaultPrevented
    }
    expect(press('ArrowDown')).toBe(true)
    expect(act.pan).toHaveBeenLastCalledWith(0, 80)
    press('ArrowLeft', { shiftKey: true })
    expect(act.pan).toHaveBeenLastCalledWith(-240, 0)
    press('+')
    press('-')
    expect(act.zoom.mock.calls).toEqual([[1], [-1]])
    expect(press('j')).toBe(false)
    expect(press('m', { altKey: true })).toBe(false)
  })
})

describe('roads', () => {
  it('are three greys that grow evenly', () => {
    expect([levelOf('MOTORWAY'), levelOf('RAMP'), levelOf('SERVICE'), levelOf(undefined)]).toEqual([1, 2, 3, 3])
    for (const level of [1, 2, 3] as const) for (let zoom = 8; zoom < 20; zoom += 0.25) expect(widthOf(level, zoom + 0.25)).toBeGreaterThanOrEqual(widthOf(level, zoom))
    expect(widthOf(1, 15)).toBe(4.4)
  })
})

describe('the colours of the ground', () => {
  const css = readFileSync(join(__dirname, '../src/shared/map/map.css'), 'utf8')
  const light = (hex: string) => {
    const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    return 0.2126 * (parts[0] as number) + 0.7152 * (parts[1] as number) + 0.0722 * (parts[2] as number)
  }
  const contrast = (a: string, b: string) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05)
  it.each(['dark', 'light'])('keep names legible and roads apart, %s', (theme) => {
    const block = new RegExp(`data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
    const of = (name: string) => new RegExp(`--map-${name}: (#[0-9a-f]{6})`).exec(block)?.[1] ?? '#000000'
    expect(contrast(of('label'), of('ground'))).toBeGreaterThan(4.5)
    expect(contrast(of('border'), of('ground'))).toBeGreaterThan(3)
    const roads = [1, 2, 3].map((level) => contrast(of(`road-${level}`), of('ground')))
    expect(roads[0]).toBeGreaterThan((roads[1] as number) * 1.2)
    expect(roads[1]).toBeGreaterThan((roads[2] as number) * 1.2)
  })
})

describe('tiles', () => {
  it('are tried again while the screen is locked, and never put off the idle lock', async () => {
    const answers = [new Response(null, { status: 423 }), new Response(new Uint8Array([1, 2]))]
    const headers: unknown[] = []
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
      headers.push(init.headers)
      return Promise.resolve(answers.shift())
    })
    const bytes = await fetchTile('/x', new AbortController().signal, () => Promise.resolve())
    expect(bytes.byteLength).toBe(2)
    expect(headers).toEqual([{ 'Tocsin-Background': '1' }, { 'Tocsin-Background': '1' }])
    answers.push(new Response(null, { status: 204 }))
    expect((await fetchTile('/x', new AbortController().signal)).byteLength).toBe(0)
    answers.push(new Response(null, { status: 403 }))
    await expect(fetchTile('/x', new AbortController().signal)).rejects.toThrow('403')
    vi.unstubAllGlobals()
  })
})

describe('frame times', () => {
  it('are quantiles by nearest rank', () => {
    expect(nearestRank([1, 2, 3, 4], 0.5)).toBe(2)
    expect(nearestRank([], 0.5)).toBe(0)
    const meter = new FrameMeter(100)
    let at = 0
    for (let index = 0; index <= 100; index++) meter.frame((at += index === 50 ? 40 : 16), index === 50 ? 30 : 4)
    const summary = meter.summary()
    expect(summary.count).toBe(100)
    expect(summary.interval).toEqual({ p50: 16, p95: 16, p99: 16, max: 40 })
    expect(summary.work.max).toBe(30)
  })
})

import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { MadeUnits } from '@/rooms/registry/madeUnits'
import { useMapFocus } from '@/shared/map/focus'
import { xOf, yOf } from '@/shared/map/mercator'

describe('units made to measure with', () => {
  const box: [number, number, number, number] = [xOf(103), yOf(36), xOf(103.1), yOf(36.1)]
  it('all move, stay in their box, and are the same for the same seed', () => {
    const [a, b] = [new MadeUnits(500, box, () => 0), new MadeUnits(500, box, () => 0)]
    const before = new Map(a.live())
    for (let turn = 0; turn < 25; turn++) {
      a.second()
      b.second()
    }
    expect([...a.live()]).toEqual([...b.live()])
    let moved = 0
    for (const [id, at] of a.live()) {
      expect(at.lat).toBeGreaterThanOrEqual(35.999)
      expect(at.lat).toBeLessThanOrEqual(36.101)
      if (at.lat !== before.get(id)?.lat || at.lon !== before.get(id)?.lon) moved++
    }
    expect(moved).toBeGreaterThan(480)
  })
})

describe('what the console tells the map', () => {
  beforeEach(() => setActivePinia(createPinia()))
  it('keeps the ways of the incident they were counted for', () => {
    const focus = useMapFocus()
    focus.showIncident('a')
    focus.showCandidates('a', [{ unitId: 'u', seconds: 60, lat: null, lon: null }])
    focus.showCandidates('b', [])
    expect(focus.candidates).toHaveLength(1)
    focus.showIncident('b')
    expect(focus.candidates).toHaveLength(0)
    focus.leaveIncident('a')
    expect(focus.incidentId).toBe('b')
    focus.leaveIncident('b')
    expect(focus.anything).toBe(false)
  })
  it('hands a place from the map to the form that asked, and to none later', () => {
    const focus = useMapFocus()
    focus.askPlace(true)
    focus.pick({ lat: 36, lon: 103, label: '此处' })
    expect(focus.picked?.label).toBe('此处')
    focus.askPlace(false)
    expect(focus.picked).toBeNull()
  })
})

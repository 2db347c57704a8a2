import type { FeatureLike } from 'ol/Feature.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import Text from 'ol/style/Text.js'
import type { MapColours } from './colours'
import { zoomOf } from './mercator'

type Level = 1 | 2 | 3

/** Three greys: what leads through the city, what leads through a district, what leads to a door. */
export function levelOf(roadClass: unknown): Level {
  switch (roadClass) {
    case 'MOTORWAY':
    case 'TRUNK':
    case 'PRIMARY': return 1
    case 'SECONDARY':
    case 'TERTIARY':
    case 'RAMP': return 2
    default: return 3
  }
}

/** Widths in pixels at these zoom levels; between them they grow evenly. */
const ZOOMS = [9, 11, 12, 13, 14, 15, 16, 17, 18, 19]
const WIDTHS: Record<Level, number[]> = {
  1: [0.8, 1.4, 1.8, 2.4, 3.2, 4.4, 6.5, 9, 13, 18],
  2: [0.5, 0.9, 1.2, 1.6, 2.2, 3.2, 4.8, 7, 10, 14],
  3: [0.3, 0.4, 0.6, 0.8, 1.2, 2, 3.2, 5, 8, 11]
}
/** From which zoom level on a road's name helps. */
const NAMED: Record<Level, number> = { 1: 12.3, 2: 14, 3: 15.2 }

export function widthOf(level: Level, zoom: number): number {
  const widths = WIDTHS[level]
  const above = ZOOMS.findIndex((one) => one >= zoom)
  if (above === 0) return widths[0] as number
  if (above < 0) return widths[widths.length - 1] as number
  const from = ZOOMS[above - 1] as number
  const share = (zoom - from) / ((ZOOMS[above] as number) - from)
  return (widths[above - 1] as number) * (1 - share) + (widths[above] as number) * share
}

/** Styles are made once for each level and quarter of a zoom level: a city has tens of thousands of lines. */
export function roadStyle(colours: MapColours): (feature: FeatureLike, resolution: number) => Style[] {
  const made = new Map<string, Style[]>()
  const colourOf: Record<Level, string> = { 1: colours.road1, 2: colours.road2, 3: colours.road3 }
  return (feature, resolution) => {
    const level = levelOf(feature.get('class'))
    const zoom = Math.round(zoomOf(resolution) * 4) / 4
    const name = zoom >= NAMED[level] ? String(feature.get('name') ?? '') : ''
    const key = `${level}|${zoom}|${name}`
    let styles = made.get(key)
    if (!styles) {
      styles = [new Style({ stroke: new Stroke({ color: colourOf[level], width: widthOf(level, zoom), lineCap: 'round', lineJoin: 'round' }), zIndex: 4 - level })]
      if (name) styles.push(nameStyle(name, level, colours))
      if (made.size > 4000) made.clear()
      made.set(key, styles)
    }
    return styles
  }
}

/** Names stand along their road, in the system's own fonts: no glyphs are fetched from anywhere. */
function nameStyle(name: string, level: Level, colours: MapColours): Style {
  return new Style({
    text: new Text({
      text: name, placement: 'line', font: `${level === 1 ? '500 12px' : '11px'} ${colours.font}`, maxAngle: 0.6, repeat: 420, padding: [2, 4, 2, 4],
      fill: new Fill({ color: colours.label }), stroke: new Stroke({ color: colours.halo, width: 3 })
    }),
    zIndex: 14 - level
  })
}

/** Thin borders; the station's name where the precinct fills a good part of the screen. */
export function precinctStyle(colours: MapColours): (feature: FeatureLike, resolution: number) => Style[] {
  const border = new Style({ stroke: new Stroke({ color: colours.border, width: 1, lineDash: [6, 4, 1, 4] }) })
  return (feature, resolution) => {
    const zoom = zoomOf(resolution)
    if (zoom < 10.5 || zoom > 16.5) return [border]
    return [
      border,
      new Style({
        text: new Text({
          text: String(feature.get('name') ?? ''), font: `600 ${zoom < 12.5 ? 11 : 13}px ${colours.font}`, overflow: true,
          fill: new Fill({ color: colours.label }), stroke: new Stroke({ color: colours.halo, width: 3.5 })
        }),
        zIndex: 20
      })
    ]
  }
}

import GeoJSON from 'ol/format/GeoJSON.js'
import MVT from 'ol/format/MVT.js'
import { defaults as interactions } from 'ol/interaction/defaults.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorTileLayer from 'ol/layer/VectorTile.js'
import OlMap from 'ol/Map.js'
import VectorSource from 'ol/source/Vector.js'
import VectorTileSource from 'ol/source/VectorTile.js'
import View from 'ol/View.js'
import type OlVectorTile from 'ol/VectorTile.js'
import type Tile from 'ol/Tile.js'
import type { MapColours } from './colours'
import type { MapFrame } from './frame'
import { precinctStyle, roadStyle } from './groundStyle'
import { fetchTile } from './tiles'

/** The deepest level that the server makes tiles for; deeper ones are these, enlarged. */
const MAX_TILE_ZOOM = 16
export const MAX_ZOOM = 19

/**
 * The ground: roads and precincts, drawn by OpenLayers, which also takes the mouse and the wheel. It knows nothing of
 * units and incidents; those are drawn above by `Overlay`, which follows each frame of this map.
 */
export class GroundMap {
  readonly map: OlMap
  readonly view: View
  private readonly roads: VectorTileLayer
  private readonly precincts: VectorLayer<VectorSource>
  private version = ''
  private readonly silence = new AbortController()

  constructor(target: HTMLElement, colours: MapColours, onFrame: (frame: MapFrame) => void) {
    this.view = new View({ center: [0, 0], zoom: 3, minZoom: 3, maxZoom: MAX_ZOOM, enableRotation: false })
    this.roads = new VectorTileLayer({ declutter: true, style: roadStyle(colours), zIndex: 1 })
    this.precincts = new VectorLayer({ declutter: true, source: new VectorSource(), style: precinctStyle(colours), zIndex: 2 })
    this.map = new OlMap({
      target, view: this.view, controls: [], layers: [this.roads, this.precincts],
      interactions: interactions({ altShiftDragRotate: false, pinchRotate: false, keyboard: false })
    })
    this.map.on('postrender', (event) => {
      const state = event.frameState
      if (!state) return
      const [width = 0, height = 0] = state.size
      const { center, resolution } = state.viewState
      onFrame({
        left: (center[0] ?? 0) - (width / 2) * resolution, top: (center[1] ?? 0) + (height / 2) * resolution,
        resolution, width, height, ratio: state.pixelRatio
      })
    })
  }

  /** Shows the roads of a version; the same again changes nothing. */
  showRoads(version: string): void {
    if (version === this.version) return
    this.version = version
    this.roads.setSource(
      new VectorTileSource({
        format: new MVT(), maxZoom: MAX_TILE_ZOOM, transition: 0, url: `/api/map/roads/{z}/{x}/{y}?v=${encodeURIComponent(version)}`,
        tileLoadFunction: (tile: Tile, url: string) => this.load(tile as OlVectorTile<never>, url)
      })
    )
  }

  showPrecincts(geoJson: unknown): void {
    const source = this.precincts.getSource()
    source?.clear()
    source?.addFeatures(new GeoJSON().readFeatures(geoJson, { featureProjection: 'EPSG:3857' }))
  }

  restyle(colours: MapColours): void {
    this.roads.setStyle(roadStyle(colours))
    this.precincts.setStyle(precinctStyle(colours))
  }

  /** Brings a box (metres of the plane: west, south, east, north) into view. */
  fit(box: [number, number, number, number], duration: number, maxZoom = 17, padding = 70): void {
    this.view.cancelAnimations()
    this.view.fit(box, { padding: [padding, padding, padding, padding], maxZoom, duration })
  }

  pan(dx: number, dy: number, duration: number): void {
    const resolution = this.view.getResolution() ?? 1
    const [x = 0, y = 0] = this.view.getCenter() ?? []
    this.view.cancelAnimations()
    this.view.animate({ center: [x + dx * resolution, y - dy * resolution], duration })
  }

  zoomBy(step: number, duration: number): void {
    const zoom = this.view.getZoom() ?? 3
    this.view.cancelAnimations()
    this.view.animate({ zoom: Math.min(MAX_ZOOM, Math.max(3, zoom + step)), duration })
  }

  resized(): void {
    this.map.updateSize()
  }

  close(): void {
    this.silence.abort()
    this.map.setTarget(undefined)
    this.map.dispose()
  }

  private load(tile: OlVectorTile<never>, url: string): void {
    tile.setLoader((extent, _resolution, projection) => {
      fetchTile(url, this.silence.signal).then(
        (bytes) => tile.setFeatures((bytes.byteLength ? tile.getFormat().readFeatures(bytes, { extent, featureProjection: projection }) : []) as never[]),
        () => tile.onError()
      )
    })
  }
}

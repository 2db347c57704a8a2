/** Web Mercator (EPSG:3857): metres on its plane, x to the east, y to the north. */
const RADIUS = 6_378_137
const HALF = Math.PI * RADIUS
/** Metres a pixel at zoom level 0, with tiles of 256 pixels. */
const RESOLUTION_0 = (2 * HALF) / 256

export const xOf = (lon: number): number => (lon / 180) * HALF
export const yOf = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 360)) * RADIUS
export const lonOf = (x: number): number => (x / HALF) * 180
export const latOf = (y: number): number => (Math.atan(Math.exp(y / RADIUS)) * 360) / Math.PI - 90

export const zoomOf = (resolution: number): number => Math.log2(RESOLUTION_0 / resolution)
export const resolutionOf = (zoom: number): number => RESOLUTION_0 / 2 ** zoom

/** Metres on the ground for one metre of the plane at this place. */
export const groundScale = (y: number): number => 1 / Math.cosh(y / RADIUS)

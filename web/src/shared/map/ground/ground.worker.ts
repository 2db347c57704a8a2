import { Painter, type ToPainter } from './painter'

const port = self as unknown as { postMessage(message: unknown, transfer: Transferable[]): void; onmessage: ((event: MessageEvent<ToPainter>) => void) | null }
const painter = new Painter((picture) => port.postMessage(picture, [picture.picture]))
port.onmessage = (event) => painter.take(event.data)

import type { Tone } from './alarm'

/** One note: hertz, seconds from the start, seconds long. */
type Note = readonly [hertz: number, at: number, long: number]

/**
 * Told apart by rhythm and pitch, none like a phone of the hall: overdue falls twice, a call rises, a dead board knocks low.
 */
const NOTES: Record<Tone, readonly Note[]> = {
  overdue: [[880, 0, 0.14], [660, 0.16, 0.18], [880, 0.5, 0.14], [660, 0.66, 0.18]],
  ringing: [[523, 0, 0.12], [784, 0.14, 0.2]],
  stale: [[220, 0, 0.22], [220, 0.34, 0.22], [220, 0.68, 0.3]]
}
const LOUD = 0.16

/** Makes the tones in the browser itself: no files to fetch when the line is down. */
export class Player {
  private context: AudioContext | null = null

  /** Browsers stay silent until someone has touched the page: false until then. */
  get awake(): boolean {
    return this.context?.state === 'running'
  }

  async wake(): Promise<void> {
    if (typeof AudioContext === 'undefined') return
    this.context ??= new AudioContext()
    if (this.context.state !== 'running') await this.context.resume().catch(() => undefined)
  }

  play(tone: Tone): void {
    const { context } = this
    if (!context || context.state !== 'running') return
    for (const [hertz, at, long] of NOTES[tone]) {
      const begin = context.currentTime + at
      const gain = context.createGain()
      // Soft edges: a hard cut clicks in headphones.
      gain.gain.setValueAtTime(0, begin)
      gain.gain.linearRampToValueAtTime(LOUD, begin + 0.015)
      gain.gain.setValueAtTime(LOUD, begin + long - 0.03)
      gain.gain.linearRampToValueAtTime(0, begin + long)
      const voice = context.createOscillator()
      voice.type = 'triangle'
      voice.frequency.value = hertz
      voice.connect(gain).connect(context.destination)
      voice.start(begin)
      voice.stop(begin + long + 0.02)
    }
  }
}

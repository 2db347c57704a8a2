import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

/**
 * The instance's clock as this screen knows it: the server's last word plus the time since, at the instance's own rate.
 * An exercise may run at ×20 or stand still; a dispatcher's computer may be minutes wrong. Neither shows here.
 */
export const useInstanceClock = defineStore('clock', () => {
  const zone = ref('Asia/Shanghai')
  const rate = ref(1)
  const driven = ref(false)
  let serverMs = Date.now()
  let heardMs = performance.now()
  const now = ref(serverMs)
  let timer: ReturnType<typeof setInterval> | null = null

  function current(): number {
    return serverMs + (performance.now() - heardMs) * rate.value
  }

  function tick(): void {
    now.value = current()
  }

  function sync(instant: string): void {
    const told = Date.parse(instant)
    if (Number.isNaN(told)) return
    const drift = Math.abs(told - current())
    serverMs = told
    heardMs = performance.now()
    // Small corrections wait for the next second, so that counting digits do not jump.
    if (drift > 1500) tick()
  }

  function configure(settings: { zone: string; rate: number; driven: boolean; now: string }): void {
    zone.value = settings.zone
    driven.value = settings.driven
    rate.value = settings.driven ? settings.rate : 1
    sync(settings.now)
    timer ??= setInterval(tick, 1000)
    tick()
  }

  const formats = computed(() => {
    const base = { timeZone: zone.value, hourCycle: 'h23' } as const
    return {
      time: new Intl.DateTimeFormat('en-GB', { ...base, hour: '2-digit', minute: '2-digit', second: '2-digit' }),
      full: new Intl.DateTimeFormat('sv-SE', {
        ...base, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit'
      }),
      day: new Intl.DateTimeFormat('sv-SE', { ...base, year: 'numeric', month: '2-digit', day: '2-digit' })
    }
  })

  const parse = (instant: string | number) => (typeof instant === 'number' ? instant : Date.parse(instant))
  const timeOf = (instant: string | number) => formats.value.time.format(parse(instant))
  const fullOf = (instant: string | number) => formats.value.full.format(parse(instant))
  const dayOf = (instant: string | number) => formats.value.day.format(parse(instant))
  /** Time of day when the instant is of today, else with its date. */
  function shortOf(instant: string): string {
    return dayOf(instant) === dayOf(now.value) ? timeOf(instant) : fullOf(instant).slice(5, 16)
  }
  const secondsSince = (instant: string) => Math.max(0, Math.floor((now.value - parse(instant)) / 1000))

  return { now, zone, rate, driven, sync, configure, timeOf, fullOf, dayOf, shortOf, secondsSince, current }
})

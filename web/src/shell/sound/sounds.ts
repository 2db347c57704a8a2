import { defineStore } from 'pinia'
import { computed, onBeforeUnmount, onMounted, ref, watch } from 'vue'
import { useBoard } from '@/shared/live/board'
import { useSession } from '@/shared/session/session'
import { useSeconds } from '@/shared/time/ticker'
import { Alarm, MUTE_MS, type Tone } from './alarm'
import { Player } from './tones'

const STORED = 'tocsin.mutedUntil'

function kept(): number {
  try {
    const until = Number(localStorage.getItem(STORED) ?? 0)
    // A clock that was set back must not keep a console mute for a day.
    return until - Date.now() > MUTE_MS ? 0 : until
  } catch {
    return 0
  }
}

/** The console's sounds, and the mute that ends by itself. */
export const useSounds = defineStore('sounds', () => {
  const board = useBoard()
  const session = useSession()
  const mutedUntil = ref(kept())
  const awake = ref(false)
  /** The tone that sounded last and when: for whoever looks up too late, and for tests that have no ears. */
  const last = ref<{ tone: Tone; at: number } | null>(null)
  const player = new Player()
  const alarm = new Alarm()

  function muteUntil(instant: number): void {
    mutedUntil.value = instant
    try {
      localStorage.setItem(STORED, String(instant))
    } catch {
      // Then for this window only.
    }
  }
  const mute = () => muteUntil(Date.now() + MUTE_MS)
  const unmute = () => muteUntil(0)

  async function wake(): Promise<void> {
    await player.wake()
    awake.value = player.awake
  }

  const heard = computed(() => ({
    overdue: board.openAlerts.map((alert) => alert.id),
    ringing: session.may('CALL_TAKE') ? board.openCalls.filter((call) => call.state === 'RINGING').map((call) => call.id) : [],
    stale: board.state === 'stale'
  }))

  function look(now: number): void {
    if (!session.may('INCIDENT_READ') || session.interruption !== null) return
    const tone = alarm.due(heard.value, now, mutedUntil.value)
    if (!tone) return
    last.value = { tone, at: now }
    player.play(tone)
  }

  /** Called once by the console's frame: listens for as long as it stands. */
  function follow(): void {
    const now = useSeconds()
    const touch = () => void wake()
    watch(now, look)
    onMounted(() => ['pointerdown', 'keydown'].forEach((kind) => window.addEventListener(kind, touch, { once: true, passive: true })))
    onBeforeUnmount(() => ['pointerdown', 'keydown'].forEach((kind) => window.removeEventListener(kind, touch)))
  }

  return { mutedUntil, awake, last, heard, mute, unmute, wake, follow }
})

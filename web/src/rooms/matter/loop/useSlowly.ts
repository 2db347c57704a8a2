import { onBeforeUnmount, onMounted } from 'vue'
import { useSession } from '@/shared/session/session'

const EVERY_MS = 20_000

/** Who may not follow the live stream (it tells of incidents) is brought up to date by asking again, quietly. */
export function useSlowly(load: () => void): void {
  if (useSession().may('INCIDENT_READ')) return
  let timer: ReturnType<typeof setInterval> | undefined
  onMounted(() => (timer = setInterval(load, EVERY_MS)))
  onBeforeUnmount(() => clearInterval(timer))
}

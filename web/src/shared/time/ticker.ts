import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue'

/** This computer's own time, renewed once a second for all who watch: one timer, however many panels show an age. */
const now = ref(Date.now())
let watchers = 0
let timer: ReturnType<typeof setInterval> | undefined

/** Milliseconds since the epoch by this computer's clock. For ages of what was heard here, never for instants of the instance. */
export function useSeconds(): Readonly<Ref<number>> {
  onMounted(() => {
    now.value = Date.now()
    if (watchers++ === 0) timer = setInterval(() => (now.value = Date.now()), 1000)
  })
  onBeforeUnmount(() => {
    if (--watchers === 0) clearInterval(timer)
  })
  return now
}

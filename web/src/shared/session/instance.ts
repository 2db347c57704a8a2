import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { api } from '@/shared/http/client'
import { useInstanceClock } from '@/shared/time/clock'
import type { InstanceView } from '@/shared/types'

/** What this installation is: its name, zone, clock, and whether it is an exercise. */
export const useInstance = defineStore('instance', () => {
  const instance = shallowRef<InstanceView | null>(null)
  const exercise = computed(() => instance.value?.mode === 'EXERCISE')
  const demo = computed(() => (instance.value?.demoAccounts.length ?? 0) > 0)

  async function load(): Promise<InstanceView> {
    const view = await api.get('/api/instance', { quiet: true })
    instance.value = view
    useInstanceClock().configure({ zone: view.zone, rate: view.clock.rate, driven: view.clock.driven, now: view.clock.now })
    return view
  }

  return { instance, exercise, demo, load }
})

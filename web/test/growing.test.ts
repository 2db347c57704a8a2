import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, defineComponent, h, nextTick, ref } from 'vue'
import { useGrowing } from '@/shared/ui/growing'

describe('a long list', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  function shown() {
    const list = ref<number[]>([])
    const root = document.createElement('div')
    const app = createApp(defineComponent(() => {
      const drawn = useGrowing(() => list.value, 30, 25)
      return () => h('p', String(drawn.value.length))
    }))
    app.mount(root)
    return { list, app, count: () => Number(root.textContent) }
  }

  it('is drawn a screenful at once and then piece by piece to its end', async () => {
    const { list, app, count } = shown()
    list.value = Array.from({ length: 100 }, (_, i) => i)
    await nextTick()
    expect(count()).toBe(30)
    const steps: number[] = []
    for (let turn = 0; turn < 5; turn++) {
      await vi.advanceTimersByTimeAsync(16)
      steps.push(count())
    }
    expect(steps).toEqual([55, 80, 100, 100, 100])
    list.value = [...list.value, 100]
    await nextTick()
    expect(count()).toBe(101)
    app.unmount()
  })

  it('that fits the screen waits for nothing', async () => {
    const { list, app, count } = shown()
    list.value = [1, 2, 3]
    await nextTick()
    expect(count()).toBe(3)
    app.unmount()
  })
})

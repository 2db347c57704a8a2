import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { api, setGate } from '@/shared/http/client'
import { asProblem, type Problem } from '@/shared/http/problem'
import type { SessionView } from '@/shared/types'

type Interruption = 'expired' | 'locked'

/**
 * Who is signed in, and what happens when the server no longer agrees. An expired session or a locked screen never
 * throws work away: the requests under way wait here until the same officer is back, then go on.
 */
export const useSession = defineStore('session', () => {
  const session = shallowRef<SessionView | null>(null)
  const interruption = ref<Interruption | null>(null)
  const known = ref(false)
  let waiting: ((again: boolean) => void)[] = []

  const officer = computed(() => session.value?.officer ?? null)
  /** Ready for work: second factor and a password of one's own are set. */
  const signedIn = computed(() => session.value !== null && session.value.secondFactor !== 'ENROLL' && !session.value.passwordChangeNeeded)
  const permissions = computed(() => new Set(session.value?.permissions ?? []))
  const may = (permission: string) => permissions.value.has(permission)

  function settle(again: boolean): void {
    const those = waiting
    waiting = []
    interruption.value = null
    those.forEach((one) => one(again))
  }

  function interrupt(kind: Interruption): Promise<boolean> {
    if (session.value === null) return Promise.resolve(false)
    interruption.value = kind
    return new Promise((done) => waiting.push(done))
  }

  setGate({ unauthenticated: () => interrupt('expired'), locked: () => interrupt('locked') })

  async function load(): Promise<void> {
    try {
      const view = await api.get('/api/session', { quiet: true, background: true })
      session.value = view
      if (view.locked) interruption.value = 'locked'
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (problem.status === 423) return
      if (problem.status !== 401) throw problem
      session.value = null
    } finally {
      known.value = true
    }
  }

  /** Asked when the live stream breaks: is it the line, or are we no longer known? */
  async function check(): Promise<void> {
    if (session.value === null || interruption.value !== null) return
    try {
      const view = await api.get('/api/session', { quiet: true, background: true })
      if (view.locked) interruption.value = 'locked'
    } catch (thrown) {
      const problem: Problem = asProblem(thrown)
      if (problem.status === 401) interruption.value = 'expired'
      else if (problem.status === 423) interruption.value = 'locked'
    }
  }

  /** Signs in. After an expiry the same officer goes on where they were; another officer begins afresh. */
  async function signIn(signInName: string, password: string, code?: string): Promise<'same' | 'new' | 'code'> {
    const before = officer.value?.id ?? null
    const view = await api.post('/api/session', { body: { signInName, password, ...(code ? { code } : {}) }, quiet: true })
    if (view.secondFactor === 'REQUIRED') return 'code'
    const same = before !== null && view.officer.id === before
    session.value = view
    known.value = true
    settle(same)
    return same ? 'same' : 'new'
  }

  async function lock(): Promise<void> {
    if (session.value === null || interruption.value !== null) return
    interruption.value = 'locked'
    try {
      await api.post('/api/session/lock', { quiet: true })
    } catch {
      // The screen is locked here all the same; the server locks by its own idle limit.
    }
  }

  async function unlock(password: string): Promise<void> {
    await api.post('/api/session/unlock', { body: { password }, quiet: true })
    settle(true)
  }

  async function signOut(): Promise<void> {
    try {
      await api.delete('/api/session', { quiet: true })
    } finally {
      session.value = null
      settle(false)
    }
  }

  function replace(view: SessionView): void {
    session.value = view
  }

  return { session, officer, signedIn, known, interruption, permissions, may, load, check, signIn, lock, unlock, signOut, replace }
})

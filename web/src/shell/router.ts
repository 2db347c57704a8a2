import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router'
import { useInstance } from '@/shared/session/instance'
import { useSession } from '@/shared/session/session'
import { menu, rooms } from './rooms'

const routes: RouteRecordRaw[] = [
  { path: '/sign-in', name: 'sign-in', component: () => import('./signin/SignInPage.vue'), meta: { open: true } },
  { path: '/setup', name: 'setup', component: () => import('./signin/SetupPage.vue'), meta: { open: true } },
  {
    path: '/',
    component: () => import('./ConsoleLayout.vue'),
    children: [
      {
        path: '',
        component: () => import('./board/BoardPage.vue'),
        children: [
          { path: '', name: 'board', component: () => import('./board/BoardRest.vue') },
          ...rooms.flatMap((room) => room.boardRoutes ?? [])
        ]
      },
      { path: 'admin', name: 'admin', component: () => import('./admin/AdminPage.vue'), children: rooms.flatMap((room) => room.routes.filter((route) => route.path.startsWith('/admin/'))) },
      ...rooms.flatMap((room) => room.routes.filter((route) => !route.path.startsWith('/admin/'))),
      { path: ':rest(.*)*', component: () => import('./NotFound.vue') }
    ]
  }
]

export const router = createRouter({ history: createWebHistory(), routes })

/**
 * Asks what this installation is and who we are, both at once. Whoever opens a page of the console is signed in, as a
 * rule: the pages they will see are fetched meanwhile, not afterwards.
 */
async function learn(to: RouteLocationNormalized): Promise<void> {
  const instance = useInstance()
  const session = useSession()
  if (instance.instance && session.known) return
  if (!to.meta.open) for (const part of to.matched) fetchAhead(part.components?.default)
  await Promise.all([instance.instance ?? instance.load(), session.known || session.load()])
}

/** Begins to load a page; whoever shows it gets the same. A failure is told there, not here. */
function fetchAhead(page: unknown): void {
  if (typeof page === 'function') void Promise.resolve((page as () => unknown)()).catch(() => undefined)
}

/** Where someone without the board begins: an administrator, an auditor. */
function firstPlace(may: (permission: string) => boolean): string {
  // Who works from a list of their own begins there.
  const list = menu('top', may).find((entry) => entry.order < 10)
  return list?.to ?? menu('admin', may)[0]?.to ?? menu('top', may)[0]?.to ?? '/admin'
}

router.beforeEach(async (to) => {
  const instance = useInstance()
  const session = useSession()
  await learn(to)
  if (instance.instance?.setupNeeded && to.name !== 'setup') return { name: 'setup' }
  if (!instance.instance?.setupNeeded && to.name === 'setup') return { name: 'sign-in' }
  if (to.meta.open) return session.signedIn && to.name === 'sign-in' ? { path: '/' } : true
  if (session.signedIn && to.path === '/' && !session.may('INCIDENT_READ')) return firstPlace(session.may)
  return session.signedIn ? true : { name: 'sign-in', query: to.path === '/' ? {} : { then: to.fullPath } }
})

import { defineAsyncComponent } from 'vue'
import type { Room } from '@/shared/room'

/** Every door in: calls, messages, forms; taken by a person and made into incidents. */
export const room: Room = {
  name: 'intake',
  routes: [],
  boardRoutes: [
    { path: 'call/new', name: 'call-new', component: () => import('./NewCallPage.vue') },
    { path: 'call/:id', name: 'call', component: () => import('./CallPage.vue') }
  ],
  slots: [{ name: 'board.queue', order: 1, component: defineAsyncComponent(() => import('./CallQueue.vue')), permission: 'INCIDENT_READ' }]
}

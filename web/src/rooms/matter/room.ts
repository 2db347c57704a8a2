import { defineAsyncComponent } from 'vue'
import type { Room } from '@/shared/room'

/** Incidents from acceptance to disposition. */
export const room: Room = {
  name: 'matter',
  routes: [{ path: '/closed', name: 'closed', component: () => import('./ClosedPage.vue'), meta: { page: true } }],
  boardRoutes: [{ path: 'incident/:id', name: 'incident', component: () => import('./IncidentPage.vue') }],
  menu: [{ label: 'matter.closedMenu', to: '/closed', place: 'top', order: 20, anyOf: ['INCIDENT_READ'] }],
  slots: [{ name: 'board.queue', order: 2, component: defineAsyncComponent(() => import('./IncidentQueue.vue')), permission: 'INCIDENT_READ' }]
}

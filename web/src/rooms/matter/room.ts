import { defineAsyncComponent } from 'vue'
import type { Room } from '@/shared/room'

/** Incidents from acceptance to disposition. */
export const room: Room = {
  name: 'matter',
  routes: [
    { path: '/closed', name: 'closed', component: () => import('./ClosedPage.vue'), meta: { page: true } },
    { path: '/command', name: 'command', component: () => import('./CommandPage.vue'), meta: { page: true } },
    { path: '/events', name: 'events', component: () => import('./EventsPage.vue'), meta: { page: true } },
    { path: '/events/:id', name: 'event-file', component: () => import('./EventFilePage.vue'), meta: { page: true } },
    { path: '/incident/:id/print', name: 'incident-print', component: () => import('./PrintPage.vue'), meta: { page: true, bare: true } }
  ],
  boardRoutes: [{ path: 'incident/:id', name: 'incident', component: () => import('./IncidentPage.vue') }],
  menu: [
    { label: 'commandView.menu', to: '/command', place: 'top', order: 5, anyOf: ['INCIDENT_READ'] },
    { label: 'matter.closedMenu', to: '/closed', place: 'top', order: 20, anyOf: ['INCIDENT_READ'] }
  ],
  slots: [{ name: 'board.queue', order: 2, component: defineAsyncComponent(() => import('./IncidentQueue.vue')), permission: 'INCIDENT_READ' }]
}

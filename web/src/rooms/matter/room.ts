import { defineAsyncComponent } from 'vue'
import type { Room } from '@/shared/room'

/** Incidents from acceptance to disposition; matters of every declared kind from raising to closing. */
export const room: Room = {
  name: 'matter',
  routes: [
    { path: '/closed', name: 'closed', component: () => import('./ClosedPage.vue'), meta: { page: true } },
    { path: '/command', name: 'command', component: () => import('./CommandPage.vue'), meta: { page: true } },
    { path: '/events', name: 'events', component: () => import('./EventsPage.vue'), meta: { page: true } },
    { path: '/events/:id', name: 'event-file', component: () => import('./EventFilePage.vue'), meta: { page: true } },
    { path: '/incident/:id/print', name: 'incident-print', component: () => import('./PrintPage.vue'), meta: { page: true, bare: true } },
    { path: '/inbox', name: 'inbox', component: () => import('./loop/InboxPage.vue'), meta: { page: true } },
    { path: '/matters/new/:kind', name: 'matter-new', component: () => import('./loop/NewMatterPage.vue'), meta: { page: true } },
    { path: '/matters/:id', name: 'matter', component: () => import('./loop/MatterPage.vue'), meta: { page: true } },
    { path: '/matters/:id/print', name: 'matter-print', component: () => import('./loop/MatterPrintPage.vue'), meta: { page: true, bare: true } },
    { path: '/kinds', name: 'kinds', component: () => import('./loop/KindsPage.vue'), meta: { page: true } },
    { path: '/kinds/:kind', name: 'kind', component: () => import('./loop/KindPage.vue'), meta: { page: true } },
    { path: '/kind-proposals', name: 'kind-proposals', component: () => import('./loop/ProposalsPage.vue'), meta: { page: true } }
  ],
  boardRoutes: [{ path: 'incident/:id', name: 'incident', component: () => import('./IncidentPage.vue') }],
  menu: [
    { label: 'loop.inbox', to: '/inbox', place: 'top', order: 3, anyOf: ['MATTER_READ', 'MATTER_READ_OWN'] },
    { label: 'loop.kindsTitle', to: '/kinds', place: 'top', order: 60, anyOf: ['MATTER_READ', 'KIND_MANAGE'] },
    { label: 'loop.proposalsTitle', to: '/kind-proposals', place: 'top', order: 61, anyOf: ['KIND_MANAGE'] },
    { label: 'commandView.menu', to: '/command', place: 'top', order: 5, anyOf: ['INCIDENT_READ'] },
    { label: 'matter.closedMenu', to: '/closed', place: 'top', order: 20, anyOf: ['INCIDENT_READ'] }
  ],
  slots: [{ name: 'board.queue', order: 2, component: defineAsyncComponent(() => import('./IncidentQueue.vue')), permission: 'INCIDENT_READ' }]
}

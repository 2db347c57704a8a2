import { defineAsyncComponent } from 'vue'
import type { Room } from '@/shared/room'

/** Units, orders to them, and what they report. */
export const room: Room = {
  name: 'dispatch',
  routes: [
    { path: '/alerts', name: 'alerts', component: () => import('./AlertsPage.vue'), meta: { page: true } },
    { path: '/instructions', name: 'instructions', component: () => import('./InstructionsPage.vue'), meta: { page: true } },
    { path: '/whistles', name: 'whistles', component: () => import('./WhistlesPage.vue'), meta: { page: true } },
    { path: '/handover', name: 'handover', component: () => import('./HandoverPage.vue'), meta: { page: true } },
    { path: '/unit/:id', name: 'unit', component: () => import('./UnitPage.vue'), meta: { page: true } },
    { path: '/wall', name: 'wall', component: () => import('./WallPage.vue'), meta: { page: true, bare: true } },
    { path: '/admin/units', name: 'units', component: () => import('./UnitsPage.vue') }
  ],
  menu: [
    { label: 'dispatch.alertsMenu', to: '/alerts', place: 'top', order: 10, anyOf: ['INCIDENT_READ'] },
    { label: 'dispatch.instructionsMenu', to: '/instructions', place: 'top', order: 30, anyOf: ['INSTRUCT', 'INCIDENT_READ'] },
    { label: 'dispatch.whistlesMenu', to: '/whistles', place: 'top', order: 40, anyOf: ['WHISTLE', 'DISPATCH'] },
    { label: 'dispatch.unitsMenu', to: '/admin/units', place: 'admin', order: 20, anyOf: ['UNIT_MANAGE'] }
  ],
  slots: [
    { name: 'bar.mark', order: 2, component: defineAsyncComponent(() => import('./WatchWaiting.vue')), permission: 'INCIDENT_READ' },
    { name: 'board.side', order: 1, component: defineAsyncComponent(() => import('./UnitPanel.vue')), permission: 'INCIDENT_READ' },
    { name: 'incident.response', order: 1, component: defineAsyncComponent(() => import('./ResponsePart.vue')), permission: 'INCIDENT_READ' }
  ]
}

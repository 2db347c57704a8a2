import { defineAsyncComponent } from 'vue'
import type { Room } from '@/shared/room'

/** Addresses, roads and precincts, how they come in, and the map drawn from them. */
export const room: Room = {
  name: 'registry',
  routes: [
    { path: '/admin/imports', name: 'imports', component: () => import('./ImportsPage.vue') },
    // To measure with, only on a demonstration; not in any menu.
    { path: '/lab/map', name: 'lab-map', component: () => import('./LabMapPage.vue'), meta: { page: true } }
  ],
  menu: [{ label: 'registry.importsMenu', to: '/admin/imports', place: 'admin', order: 30, anyOf: ['REGISTRY_MANAGE'] }],
  // The map is a third of all the client's code: it comes only where it is shown.
  slots: [{ name: 'board.map', order: 1, component: defineAsyncComponent(() => import('./BoardMap.vue')), permission: 'REGISTRY_READ' }]
}

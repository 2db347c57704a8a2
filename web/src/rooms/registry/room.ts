import type { Room } from '@/shared/room'

/** Addresses, roads and precincts, and how they come in. */
export const room: Room = {
  name: 'registry',
  routes: [{ path: '/admin/imports', name: 'imports', component: () => import('./ImportsPage.vue') }],
  menu: [{ label: 'registry.importsMenu', to: '/admin/imports', place: 'admin', order: 30, anyOf: ['REGISTRY_MANAGE'] }]
}

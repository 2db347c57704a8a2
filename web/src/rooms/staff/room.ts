import { defineAsyncComponent } from 'vue'
import type { Room } from '@/shared/room'

/** Agencies as a tree, officers and their roles, duty levels, exercises, and the audit log. */
export const room: Room = {
  name: 'staff',
  routes: [
    { path: '/duty', name: 'duty', component: () => import('./DutyPage.vue'), meta: { page: true } },
    { path: '/exercises', name: 'exercises', component: () => import('./ExercisesPage.vue'), meta: { page: true } },
    { path: '/admin/agencies', name: 'agencies', component: () => import('./AgenciesPage.vue') },
    { path: '/admin/officers', name: 'officers', component: () => import('./OfficersPage.vue') },
    { path: '/admin/audit', name: 'audit', component: () => import('./AuditPage.vue') }
  ],
  menu: [
    { label: 'staff.agenciesMenu', to: '/admin/agencies', place: 'admin', order: 1, anyOf: ['STAFF_READ', 'STAFF_MANAGE'] },
    { label: 'staff.officersMenu', to: '/admin/officers', place: 'admin', order: 2, anyOf: ['STAFF_READ', 'STAFF_MANAGE'] },
    { label: 'staff.auditMenu', to: '/admin/audit', place: 'admin', order: 90, anyOf: ['AUDIT_READ'] }
  ],
  slots: [
    { name: 'bar.mark', order: 1, component: defineAsyncComponent(() => import('./DutyLevelChip.vue')), permission: 'STAFF_READ' },
    { name: 'wall.mark', order: 1, component: defineAsyncComponent(() => import('./DutyLevelChip.vue')), permission: 'STAFF_READ' }
  ]
}

import type { Room } from '@/shared/room'

/** Counted, dated figures, each traceable to the records behind it. */
export const room: Room = {
  name: 'figures',
  routes: [{ path: '/figures', name: 'figures', component: () => import('./FiguresPage.vue'), meta: { page: true } }],
  menu: [{ label: 'figures.menu', to: '/figures', place: 'top', order: 50, anyOf: ['FIGURES_READ'] }]
}

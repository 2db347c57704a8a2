import type { AssignmentStatus, UnitView } from '@/shared/types'

/** The next steps that make sense from each status, the usual one first. The server holds the law; this only offers. */
export const NEXT: Record<AssignmentStatus, AssignmentStatus[]> = {
  DISPATCHED: ['ACKNOWLEDGED', 'EN_ROUTE'],
  ACKNOWLEDGED: ['EN_ROUTE', 'ON_SCENE'],
  EN_ROUTE: ['ON_SCENE', 'CLEARED'],
  ON_SCENE: ['CLEARED', 'TRANSPORTING'],
  TRANSPORTING: ['AT_DESTINATION'],
  AT_DESTINATION: ['CLEARED'],
  CLEARED: [],
  CANCELLED: []
}

/** An assignment that still binds its unit. */
export const isActive = (status: AssignmentStatus): boolean => status !== 'CLEARED' && status !== 'CANCELLED'

/** Board order: who acts now first, then who is free, then who cannot be sent. */
const ORDER: UnitView['status'][] = ['DISPATCHED', 'ACKNOWLEDGED', 'EN_ROUTE', 'ON_SCENE', 'TRANSPORTING', 'AT_DESTINATION', 'AVAILABLE', 'OUT_OF_SERVICE']

export function byStatus(a: UnitView, b: UnitView): number {
  return ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || a.callSign.localeCompare(b.callSign, 'zh-CN', { numeric: true })
}

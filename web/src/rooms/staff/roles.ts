/** Codes of the roles pack. Words for them stand in the messages. */
export const ROLES = [
  'call-taker', 'dispatcher', 'duty-commander', 'station-officer', 'supervisor', 'auditor',
  'system-administrator', 'security-administrator', 'audit-administrator'
] as const

/** One stop of the tour: what it speaks of, and what the newcomer may do there to go on. */
export interface Step {
  /** Message key under `tour`. */
  key: string
  /** What is ringed; a step without one speaks of the whole. */
  target?: string
  /** Goes on by itself when this is on the screen: the newcomer did it. */
  until?: string
  /** Only for those who may. */
  permission?: string
}

/** Two minutes: nine stops of a dozen seconds each, the middle ones done by the newcomer's own hand. */
export const STEPS: readonly Step[] = [
  { key: 'welcome' },
  { key: 'queue', target: '[data-tour=queue]' },
  { key: 'map', target: '[data-tour=map]' },
  { key: 'open', target: '[data-tour=queue]', until: 'article.incident' },
  { key: 'incident', target: '[data-tour=work]' },
  { key: 'dispatch', target: '.recommend', permission: 'DISPATCH' },
  { key: 'command', target: '[data-tour=command]' },
  { key: 'call', target: '[data-tour=calls]', permission: 'CALL_TAKE' },
  { key: 'live', target: '[data-tour=live]' }
]

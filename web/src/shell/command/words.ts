/**
 * The words of the command line: what a dispatcher types first, and what must follow. Unit reports use the short forms
 * of the unit statuses in the glossary (ak 签收, en 出警途中, os 到场, tr 送医, ad 送达, av 处警完毕); the Chinese
 * single characters are the letters of the status marks, so that what stands on the screen can be typed.
 */
export type Verb =
  | 'dispatch' | 'divert' | 'close' | 'merge' | 'handover' | 'acknowledged' | 'enRoute' | 'onScene'
  | 'transporting' | 'atDestination' | 'cleared' | 'feedback' | 'checkIn' | 'callOff'

/** What an argument names. `unitTask` is a unit that is on an incident, `into` the incident that takes another up. */
export type Slot = 'incident' | 'into' | 'units' | 'unitTask' | 'disposition' | 'agency' | 'taskIncident'

export interface Spec {
  verb: Verb
  words: readonly string[]
  slots: readonly Slot[]
  /** Free words after the arguments: a reason, a note, a feedback. Never kept in the history. */
  text: 'none' | 'optional' | 'required'
  /** Any of these permits it. The server decides; this only keeps useless offers away. */
  anyOf: readonly string[]
}

const report = (verb: Verb, ...words: string[]): Spec => ({ verb, words, slots: ['unitTask', 'taskIncident'], text: 'none', anyOf: ['UNIT_REPORT', 'DISPATCH'] })

/** In the order in which the line offers them. */
export const SPECS: readonly Spec[] = [
  { verb: 'dispatch', words: ['d', '派'], slots: ['incident', 'units'], text: 'optional', anyOf: ['DISPATCH'] },
  report('acknowledged', 'ak', '签'),
  report('enRoute', 'en', '途'),
  report('onScene', 'os', '到'),
  report('transporting', 'tr', '送'),
  report('atDestination', 'ad', '达'),
  report('cleared', 'av', '毕'),
  { verb: 'feedback', words: ['fb', '反'], slots: ['unitTask'], text: 'required', anyOf: ['UNIT_REPORT', 'DISPATCH'] },
  report('checkIn', 'ci', '安'),
  { verb: 'close', words: ['cl', '结'], slots: ['incident', 'disposition'], text: 'optional', anyOf: ['INCIDENT_CLOSE'] },
  { verb: 'merge', words: ['mg', '并'], slots: ['incident', 'into'], text: 'required', anyOf: ['INCIDENT_WRITE'] },
  { verb: 'divert', words: ['dv', '改'], slots: ['unitTask', 'into'], text: 'required', anyOf: ['DISPATCH'] },
  { verb: 'handover', words: ['ho', '移'], slots: ['incident', 'agency'], text: 'required', anyOf: ['INCIDENT_WRITE'] },
  { verb: 'callOff', words: ['co', '撤'], slots: ['unitTask'], text: 'required', anyOf: ['DISPATCH'] }
]

export const CLEARED = SPECS.find((spec) => spec.verb === 'cleared') as Spec

/** Words that stand alone. */
export const NEW_CALL = ['n', '新']
export const HELP = ['?', '？']

/** The verb of a first word, with `!` for "all the same" (`d!` sends a unit that is on other work). */
export function specOf(word: string): { spec: Spec; force: boolean } | null {
  const force = /[!！]$/.test(word)
  const bare = (force ? word.slice(0, -1) : word).toLowerCase()
  const spec = SPECS.find((one) => one.words.includes(bare))
  return spec ? { spec, force } : null
}

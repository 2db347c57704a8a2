import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api } from '@/shared/http/client'
import { useBoard } from '@/shared/live/board'
import { useMapFocus } from '@/shared/map/focus'
import { initialsOf } from '@/shared/pinyin'
import { useReference } from '@/shared/session/reference'
import { useSession } from '@/shared/session/session'
import { useWork } from '@/shared/ui/work'
import { findOnBoard, type Found } from '../board/find'
import { helpOpen } from '../help'
import { accept, type Offer, offers, verbOffers } from './complete'
import { History, shelfOf } from './history'
import { parse, type World } from './parse'
import { type Done, runAct } from './run'

/** One row of the list above the line: something to write next, or something that was found. */
export type Row = { id: string; offer: Offer } | { id: string; found: Found }

/** The state of the command line: what is typed, what it means now, what may follow, what came of the last one. */
export function useCommand() {
  const board = useBoard()
  const reference = useReference()
  const session = useSession()
  const focus = useMapFocus()
  const route = useRoute()
  const router = useRouter()
  const { busy, problem, run, clear } = useWork()
  const line = ref('')
  const found = shallowRef<Found[]>([])
  const last = shallowRef<Done | null>(null)
  const history = computed(() => new History(shelfOf(session.officer?.id ?? 'nobody')))

  const world = computed<World>(() => ({
    incidents: board.openIncidents,
    units: board.allUnits,
    agencies: reference.agencies,
    dispositions: reference.dispositions,
    usual: (typeCode) => reference.typeByCode.get(typeCode)?.dispositions ?? [],
    current: route.name === 'incident' ? String(route.params.id) : null,
    initials: initialsOf,
    may: session.may
  }))
  const parsed = computed(() => parse(line.value, world.value))
  const secondsTo = computed(() => {
    const act = parsed.value.kind === 'act' ? parsed.value.act : null
    return new Map(act?.incident && act.incident.id === focus.incidentId ? focus.candidates.map((one) => [one.unitId, one.seconds]) : [])
  })
  const rows = computed<Row[]>(() => {
    const now = parsed.value
    if (now.kind === 'act') return offers(now, world.value, secondsTo.value).map((offer) => ({ id: `${offer.kind}:${offer.insert}`, offer }))
    if (now.kind === 'newCall' || now.kind === 'empty') return []
    const verbs = /^\s*[/／]/.test(line.value) ? [] : verbOffers(now.kind === 'help' ? '' : line.value, session.may).map((offer) => ({ id: `verb:${offer.insert}`, offer }))
    return now.kind === 'help' ? verbs : [...verbs, ...found.value.map((one) => ({ id: one.kind + one.id, found: one }))]
  })

  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(() => (parsed.value.kind === 'find' ? parsed.value.text : ''), (text) => {
    clearTimeout(timer)
    asked++
    found.value = text === '' ? [] : findOnBoard(text, [...board.incidents.byId.values()], board.allUnits, reference.typeName)
    if (text.length >= 2) timer = setTimeout(() => void locate(text), 120)
  })
  async function locate(text: string): Promise<void> {
    const turn = ++asked
    const places = await api.get('/api/locate', { query: { q: text, limit: 5 } }).catch(() => [])
    if (turn !== asked) return
    const here = found.value.filter((one) => one.kind !== 'place').slice(0, 6)
    found.value = [...here, ...places.map((place): Found => ({ kind: 'place', id: `${place.lat},${place.lon}`, place }))]
  }
  // A refusal belongs to the line it refused.
  watch(line, (text) => {
    if (text !== '') last.value = null
    if (!busy.value) clear()
  })

  /** Writes the offer into the line, or opens what was found. */
  async function take(row: Row): Promise<void> {
    if ('offer' in row) line.value = accept(line.value, parsed.value, row.offer)
    else await open(row.found)
  }

  async function open(one: Found): Promise<void> {
    line.value = ''
    if (one.kind === 'incident') await router.push(`/incident/${one.incident.id}`)
    else if (one.kind === 'unit') {
      focus.showUnit(one.unit.id)
      focus.look()
      const at = one.unit.assignments[0]
      await router.push(at ? `/incident/${at.incidentId}` : { path: '/', query: { unit: one.unit.id } })
    } else {
      focus.showPlace({ lat: one.place.lat, lon: one.place.lon, label: one.place.label })
      focus.look()
      await router.push({ path: '/', query: { near: `${one.place.lat},${one.place.lon}`, label: one.place.label } })
    }
  }

  /** Enter. Answers false when the line is not yet whole, so that the list may fill it. */
  async function submit(): Promise<boolean> {
    const now = parsed.value
    switch (now.kind) {
      case 'help':
        line.value = ''
        helpOpen.value = true
        return true
      case 'newCall':
        line.value = ''
        await router.push('/call/new')
        return true
      case 'act':
        return now.ready ? carryOut() : false
      default:
        return false
    }
  }

  async function carryOut(): Promise<boolean> {
    const now = parsed.value
    if (now.kind !== 'act') return false
    const done = await run((key) => runAct(now.act, board, key))
    if (!done) return true
    history.value.add(now.bare)
    line.value = ''
    last.value = done
    if (done.open && route.name === 'incident' && now.act.incident?.id === route.params.id) await router.push(done.open)
    return true
  }

  function walk(older: boolean): void {
    const next = older ? history.value.older() : history.value.newer()
    if (next !== null) line.value = next === '' ? '' : `${next} `
  }

  return { line, parsed, rows, busy, problem, clear, last, history, take, submit, walk }
}

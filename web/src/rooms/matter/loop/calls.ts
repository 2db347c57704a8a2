import { api } from '@/shared/http/client'
import { locale } from '@/shared/i18n/i18n'
import type { Paged } from '@/shared/types'
import { readDeclaration } from './declaration'
import type { Declaration, DueProofView, InboxLine, KindLine, KindVersion, MatterCounts, MatterView, ProofView, Proposal, SavedFilter, TimelineLine, Values } from './types'

/** Every request of the closed loop, in one place: the paths are not generated yet, so their types are told here. */
interface Options {
  path?: Record<string, string>
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown
  key?: string
  background?: boolean
}
type Send = (path: string, options: Options) => Promise<unknown>
const verb = (send: unknown) => <T>(path: string, options: Options = {}): Promise<T> => (send as Send)(path, options) as Promise<T>
const get = verb(api.get)
const post = verb(api.post)
const remove = verb(api.delete)

const M = '/api/matters/{id}'
const declarations = new Map<string, Promise<Declaration>>()

export const kinds = {
  list: () => get<KindLine[]>('/api/matter-kinds'),
  /** A version of a declaration never changes: it is asked for once. Without a version the one in force is fetched anew. */
  declaration(kind: string, version?: number): Promise<Declaration> {
    const name = `${kind}@${version ?? ''}`
    const known = version === undefined ? undefined : declarations.get(name)
    const asked = known ?? get<unknown>('/api/matter-kinds/{kind}', { path: { kind }, query: { version } }).then(readDeclaration)
    if (!known && version !== undefined) {
      declarations.set(name, asked)
      asked.catch(() => declarations.delete(name))
    }
    return asked
  },
  versions: (kind: string) => get<KindVersion[]>('/api/matter-kinds/{kind}/versions', { path: { kind } }),
  yaml: (kind: string, version?: number) => get<{ yaml: string }>('/api/matter-kinds/{kind}/yaml', { path: { kind }, query: { version } }),
  rollback: (kind: string, toVersion: number, why: string, key: string) => post<Proposal>('/api/matter-kinds/{kind}/rollback', { path: { kind }, body: { toVersion, why }, key })
}

export interface ActBody {
  version: number
  transition: string
  fields: Values
  proofIds: string[]
  reason?: string
  claimedAt?: string
  place?: { lat: number; lon: number; text?: string }
  /** Another agency that handles it from now on; only for transitions marked handOver. */
  toAgencyId?: string
}

export const matters = {
  get: (id: string, background = false) => get<MatterView>(M, { path: { id }, background }),
  raise: (body: { kind: string; agencyId?: string; fields: Values; links: { name: string; toMatterId: string }[]; proofIds: string[] }, key: string) => post<MatterView>('/api/matters', { body, key }),
  timeline: (id: string, after?: string, background = false) => get<Paged<TimelineLine>>(`${M}/timeline`, { path: { id }, query: { after }, background }),
  act: (id: string, body: ActBody, key: string) => post<MatterView>(`${M}/acts`, { path: { id }, body, key }),
  reveal: (id: string, field: string, ground: string, key: string) => post<{ field: string; value: unknown }>(`${M}/reveal`, { path: { id }, body: { field, ground }, key }),
  /** Of a matter, or of one that is still to be raised: then unused ones vanish after a day. */
  prove: (id: string | null, form: FormData, key: string) => (id ? post<ProofView>(`${M}/proofs`, { path: { id }, body: form, key }) : post<ProofView>('/api/matter-proofs', { body: form, key })),
  proofUrl: (id: string, proof: string) => `/api/matters/${encodeURIComponent(id)}/proofs/${encodeURIComponent(proof)}`,
  printUrl: (id: string, form: string) => `/api/matters/${encodeURIComponent(id)}/prints/${encodeURIComponent(form)}${locale.value === 'en' ? '?lang=en' : ''}`,
  clock: (id: string, clock: string, what: 'pause' | 'resume' | 'extend', body: { version: number; reason: string; until?: string; amount?: number }, key: string) =>
    post<MatterView>(`${M}/clocks/{clock}/${what}`, { path: { id, clock }, body, key }),
  clockProof: (id: string, clock: string) => get<DueProofView>(`${M}/clocks/{clock}/proof`, { path: { id, clock } }),
  assign: (id: string, body: { version: number; officerId: string | null; agencyId?: string }, key: string) => post<MatterView>(`${M}/assign`, { path: { id }, body, key }),
  assignMany: (items: { id: string; version: number }[], officerId: string, key: string) =>
    post<{ items: { id: string; problem: { title?: string; detail?: string; code?: string } | null }[] }>('/api/matters/assign', { body: { items, officerId }, key }),
  counts: (kind: string) => get<MatterCounts>('/api/matters/counts', { query: { kind }, background: true }),
  link: (id: string, name: string, toMatterId: string, key: string) => post<MatterView>(`${M}/links`, { path: { id }, body: { name, toMatterId }, key })
}

export interface InboxQuery {
  view: string
  kind?: string
  state?: string
  due?: string
  text?: string
}

export const inbox = {
  page: (query: InboxQuery, after: string | undefined, background = false) => get<Paged<InboxLine>>('/api/inbox', { query: { ...query, after, limit: 60 }, background }),
  filters: () => get<SavedFilter[]>('/api/inbox/filters', { background: true }),
  saveFilter: (name: string, query: string, key: string) => post<SavedFilter>('/api/inbox/filters', { body: { name, query }, key }),
  dropFilter: (id: string) => remove<void>('/api/inbox/filters/{id}', { path: { id } })
}

const P = '/api/kind-proposals/{id}'
export const proposals = {
  list: (after?: string) => get<Paged<Proposal> | Proposal[]>('/api/kind-proposals', { query: { after } }).then((found) => (Array.isArray(found) ? { items: found, next: null } : found)),
  get: (id: string) => get<Proposal>(P, { path: { id } }),
  check: (yaml: string) => post<Proposal>('/api/kind-proposals', { body: { yaml, why: '', check: true } }),
  propose: (yaml: string, why: string, key: string) => post<Proposal>('/api/kind-proposals', { body: { yaml, why }, key }),
  approve: (id: string, key: string) => post<Proposal>(`${P}/approve`, { path: { id }, key }),
  withdraw: (id: string, key: string) => post<Proposal>(`${P}/withdraw`, { path: { id }, key })
}

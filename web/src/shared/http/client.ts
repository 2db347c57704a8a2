import type { paths } from '@/api/schema'
import { asProblem, Problem, problemFrom } from './problem'

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
type Operation<P extends keyof paths, M extends Method> = paths[P] extends Record<M, infer O> ? O : never
type PathOf<M extends Method> = {
  [P in keyof paths]: Operation<P, M> extends never ? never : undefined extends Operation<P, M> ? never : P
}[keyof paths]
type Content<T> = T extends { content: infer C } ? C[keyof C] : void
type Success<R> = R[Extract<keyof R, 200 | 201 | 202 | 204>]
type Answer<O> = O extends { responses: infer R } ? Content<Success<R>> : void
type Body<O> = O extends { requestBody?: infer B } ? ([NonNullable<B>] extends [never] ? undefined : NonNullable<B> extends { content: infer C } ? C[keyof C] : undefined) : undefined
type Query<O> = O extends { parameters: { query?: infer Q } } ? Partial<NonNullable<Q>> : Record<string, never>

export interface Options<O> {
  path?: Record<string, string>
  query?: Query<O>
  body?: Body<O> | FormData
  /** Names one submission: the same key sent again never does the work twice. Made here when absent. */
  key?: string
  /** The screen asks by itself, nobody touched it: such a request does not put off the idle lock. */
  background?: boolean
  /** Do not ask for sign-in again on 401 (used by the session itself). */
  quiet?: boolean
}

/** What to do when the server no longer knows us. Each answers true when the request may be sent again. */
export interface Gate {
  unauthenticated(): Promise<boolean>
  locked(): Promise<boolean>
}

let gate: Gate | null = null
let language = 'zh-CN'

export function setGate(next: Gate | null): void {
  gate = next
}

export function setRequestLanguage(tag: string): void {
  language = tag
}

/** A new submission key. `randomUUID` exists only on secure origins, a hall's plain-http console has none. */
export function submissionKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function csrfToken(): string | null {
  const found = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie)
  return found?.[1] ? decodeURIComponent(found[1]) : null
}

function urlOf(template: string, path: Record<string, string>, query: Record<string, unknown>): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const tail = search.toString()
  return tail ? `${filled}?${tail}` : filled
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
const RETRY_AFTER_MS = [400, 1200]
/** A server that says nothing for so long counts as out of reach; uploads may take longer. */
const PATIENCE_MS = 20_000

async function once(method: Method, url: string, options: Options<unknown>, key: string | null): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language }
  let body: BodyInit | undefined
  if (options.body instanceof FormData) body = options.body
  else if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json'
    body = JSON.stringify(options.body)
  }
  if (options.background) headers['Tocsin-Background'] = '1'
  if (method !== 'get') {
    const token = csrfToken()
    if (token) headers['X-XSRF-TOKEN'] = token
    if (key) headers['Idempotency-Key'] = key
  }
  const where = `${method.toUpperCase()} ${url.split('?')[0]}`
  let response: Response
  const silence = new AbortController()
  const timer = options.body instanceof FormData ? undefined : setTimeout(() => silence.abort(), PATIENCE_MS)
  try {
    response = await fetch(url, { method: method.toUpperCase(), headers, body, signal: silence.signal, credentials: 'same-origin' })
  } catch (thrown) {
    throw asProblem(silence.signal.aborted ? new TypeError('no answer in time') : thrown, where)
  } finally {
    clearTimeout(timer)
  }
  if (!response.ok) throw await problemFrom(response, where)
  return response
}

async function send(method: Method, url: string, options: Options<unknown>): Promise<unknown> {
  const key = method === 'post' ? (options.key ?? submissionKey()) : (options.key ?? null)
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await once(method, url, options, key)
      const text = response.status === 204 ? '' : await response.text()
      return text === '' ? undefined : JSON.parse(text)
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown
      if (thrown.code === 'CSRF_MISSING' && attempt === 0) {
        // The page token went with an old cookie: any answer of the instance brings a new one.
        await once('get', '/api/instance', { background: true }, null)
        continue
      }
      if (thrown.status === 401 && !options.quiet && gate && (await gate.unauthenticated())) continue
      if (thrown.status === 423 && !options.quiet && gate && (await gate.locked())) continue
      const wait = RETRY_AFTER_MS[attempt]
      // Reading again is harmless, and so is a keyed submission: the server answers the same key with the same outcome.
      if (thrown.lost && wait !== undefined && (method === 'get' || key !== null)) {
        await pause(wait)
        continue
      }
      throw thrown
    }
  }
}

function verb<M extends Method>(method: M) {
  return <P extends PathOf<M>>(path: P, options: Options<Operation<P, M>> = {}): Promise<Answer<Operation<P, M>>> =>
    send(
      method,
      urlOf(String(path), options.path ?? {}, (options.query ?? {}) as Record<string, unknown>),
      options as Options<unknown>
    ) as Promise<Answer<Operation<P, M>>>
}

/** Every call to the server goes through here: typed by the generated paths. Refusals are thrown as `Problem`. */
export const api = { get: verb('get'), post: verb('post'), put: verb('put'), patch: verb('patch'), delete: verb('delete') }

/** Walks a keyset-paged list to its end. Bounded, so that a mistaken cursor cannot spin for ever. */
export async function allPages<T>(page: (after: string | undefined) => Promise<{ items: T[]; next?: string | null }>): Promise<T[]> {
  const all: T[] = []
  let after: string | undefined
  for (let turn = 0; turn < 200; turn++) {
    const one = await page(after)
    all.push(...one.items)
    if (!one.next) break
    after = one.next
  }
  return all
}

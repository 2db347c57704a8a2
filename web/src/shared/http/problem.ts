/** One field that the server refused, with the reason in the reader's language. */
export interface FieldProblem {
  field: string
  code: string
  message: string
}

/** What the server (or the network) says went wrong: what, where, and how to mend it. RFC 9457 plus `mend`. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string | null
  readonly mend: string | null
  readonly fields: FieldProblem[]
  /** The request that failed, as `POST /api/incidents`; shown as "where" when no field is named. */
  readonly where: string

  constructor(init: {
    status: number
    code: string
    title?: string
    detail?: string | null
    mend?: string | null
    fields?: FieldProblem[]
    where?: string
  }) {
    super(init.title ?? init.code)
    this.name = 'Problem'
    this.status = init.status
    this.code = init.code
    this.detail = init.detail ?? null
    this.mend = init.mend ?? null
    this.fields = init.fields ?? []
    this.where = init.where ?? ''
  }

  /** Someone else changed the record since the version that was edited. */
  get stale(): boolean {
    return this.code === 'STALE'
  }

  /** The request may not have reached the server: the same key may be sent again. */
  get lost(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504
  }

  field(name: string): FieldProblem | undefined {
    return this.fields.find((one) => one.field === name || one.field.endsWith('.' + name))
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** Reads a refusal. A body that is no problem document still yields a Problem, coded by its status. */
export async function problemFrom(response: Response, where: string): Promise<Problem> {
  let body: Record<string, unknown> = {}
  try {
    const parsed: unknown = await response.json()
    if (parsed !== null && typeof parsed === 'object') body = parsed as Record<string, unknown>
  } catch {
    // Not JSON: a proxy's page or an empty body. The status alone must do.
  }
  return new Problem({
    status: response.status,
    code: text(body.code) ?? codeOfStatus(response.status),
    title: text(body.title) ?? undefined,
    detail: text(body.detail),
    mend: text(body.mend),
    fields: Array.isArray(body.fields) ? (body.fields as FieldProblem[]) : [],
    where
  })
}

function codeOfStatus(status: number): string {
  switch (status) {
    case 401:
      return 'UNAUTHENTICATED'
    case 403:
      return 'FORBIDDEN'
    case 404:
      return 'NOT_FOUND'
    case 413:
      return 'TOO_LARGE'
    case 423:
      return 'SCREEN_LOCKED'
    case 502:
    case 503:
    case 504:
      return 'UNAVAILABLE'
    default:
      return status >= 500 ? 'SERVER_FAILED' : 'REFUSED'
  }
}

/** Anything thrown, as a Problem: a failed fetch becomes `NETWORK`. */
export function asProblem(thrown: unknown, where = ''): Problem {
  if (thrown instanceof Problem) return thrown
  if (thrown instanceof TypeError) return new Problem({ status: 0, code: 'NETWORK', where })
  return new Problem({ status: -1, code: 'CLIENT_FAILED', detail: String(thrown), where })
}

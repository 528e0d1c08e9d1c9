import type { Problem, Session } from './contract'
import { keyFor, settled } from './act-keys'

const ROOT = '/api/v1'
/** A request that hangs is a request that failed; the desk must not wait for a dead line. */
const PATIENCE_MS = 8000
const BACK_OFF_MS = [400, 1200, 3000]

/** The server understood and said no. Pages show it in words. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title)
  }
  /** The last word of the type, e.g. `already-taken`. */
  get word(): string {
    return this.problem.type.split(':').pop() ?? ''
  }
}

/** Nobody answered, or the server is down: whether the act happened is not known. */
export class Unreachable extends Error {
  constructor(readonly status: number | null) {
    super(status === null ? 'no answer' : `answered ${status}`)
  }
}

let csrf = ''
let whenSignedOut: () => void = () => {}

export function onSignedOut(handler: () => void): void {
  whenSignedOut = handler
}

/** Remembers the token of this session; a page calls it once at its start. */
export async function openSession(): Promise<Session> {
  const session = await read<Session>('/session')
  csrf = session.csrf
  return session
}

export async function signIn(login: string, password: string): Promise<Session> {
  const session = await exchange<Session>('POST', '/login', { login, password, client: 'page' }, {})
  csrf = session.csrf
  return session
}

export function read<T>(path: string): Promise<T> {
  return exchange<T>('GET', path, undefined, {})
}

/**
 * One act of one person. It is sent up to four times with the same key, so a lost answer never means a second effect;
 * pressing the same button again after "no answer" is still the same act.
 */
export async function act<T = void>(path: string, body?: unknown, key = keyFor(path, body)): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await post<T>(path, body, key)
      settled(path, body)
      return answer
    } catch (fault) {
      if (!(fault instanceof Unreachable)) {
        settled(path, body)
        throw fault
      }
      const pause = BACK_OFF_MS[attempt]
      if (pause === undefined) throw fault
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

/** One try, for callers that keep the act themselves (the phone's outbox). */
export async function post<T = void>(path: string, body: unknown, key: string): Promise<T> {
  const send = () => exchange<T>('POST', path, body, { 'Idempotency-Key': key, 'X-CSRF-Token': csrf })
  try {
    return await send()
  } catch (fault) {
    // Another tab signed in: the cookie is shared, the token in our memory is the old one.
    const before = csrf
    if (!(fault instanceof Refusal) || fault.problem.status !== 403) throw fault
    await openSession()
    if (csrf === before) throw fault
    return await send()
  }
}

async function exchange<T>(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<T> {
  const response = await ask(method, path, body, headers)
  if (response.ok) return (response.status === 204 ? undefined : await bodyOf(response)) as T
  if (response.status === 401 && path !== '/login') whenSignedOut()
  if (response.status === 503 || response.status === 502 || response.status === 504) throw new Unreachable(response.status)
  throw new Refusal(await problemOf(response))
}

async function ask(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  try {
    return await fetch(ROOT + path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
  } catch {
    throw new Unreachable(null)
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    // The line broke inside the answer: the act may have happened, its result is unknown.
    throw new Unreachable(null)
  }
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const problem = (await response.json()) as Partial<Problem>
    return { type: 'about:blank', title: response.statusText, ...problem, status: response.status }
  } catch {
    return { type: 'about:blank', title: response.statusText || String(response.status), status: response.status }
  }
}

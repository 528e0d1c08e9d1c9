import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { act, onSignedOut, openSession, read, Refusal, Unreachable } from '../src/shared/api'

const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()

beforeEach(() => {
  vi.useFakeTimers()
  fetched.mockReset()
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
const keys = () => fetched.mock.calls.map(([, init]) => new Headers(init.headers).get('Idempotency-Key'))

async function settle<T>(work: Promise<T>): Promise<T | unknown> {
  const outcome = work.catch((fault: unknown) => fault)
  await vi.advanceTimersByTimeAsync(30_000)
  return outcome
}

test('a lost answer is asked for again with the same key', async () => {
  fetched.mockRejectedValueOnce(new TypeError('network')).mockResolvedValueOnce(json(503, {})).mockResolvedValueOnce(json(200, { ok: true }))

  expect(await settle(act('/desk/incidents/qimuge/take'))).toEqual({ ok: true })

  expect(new Set(keys()).size).toBe(1)
  expect(keys()).toHaveLength(3)
})

test('after three retries the page is told, and pressing again is still the same act', async () => {
  fetched.mockRejectedValue(new TypeError('network'))
  expect(await settle(act('/desk/incidents/qimuge/notes', { text: '平安' }))).toBeInstanceOf(Unreachable)
  expect(keys()).toHaveLength(4)

  fetched.mockResolvedValue(json(200, {}))
  await settle(act('/desk/incidents/qimuge/notes', { text: '平安' }))

  expect(new Set(keys()).size).toBe(1)
})

test('the next act after an answer has a key of its own', async () => {
  fetched.mockImplementation(async () => json(200, {}))

  await settle(act('/desk/incidents/qimuge/notes', { text: '平安' }))
  await settle(act('/desk/incidents/qimuge/notes', { text: '平安' }))

  expect(new Set(keys()).size).toBe(2)
})

test('a refusal is not retried and says who was first', async () => {
  fetched.mockResolvedValue(json(409, { type: 'urn:anxin:problem:already-kept', title: 'kept', status: 409, by: '巴特尔' }))

  const refusal = (await settle(act('/desk/incidents/qimuge/take'))) as Refusal

  expect(refusal.word).toBe('already-kept')
  expect(refusal.problem.by).toBe('巴特尔')
  expect(keys()).toHaveLength(1)
})

test('every post carries the token of the session', async () => {
  fetched.mockResolvedValueOnce(json(200, { csrf: 'token-1', account: {} })).mockResolvedValueOnce(new Response(null, { status: 204 }))

  await settle(openSession())
  await settle(act('/logout'))

  expect(new Headers(fetched.mock.calls[1]![1].headers).get('X-CSRF-Token')).toBe('token-1')
})

test('a token that another tab replaced is fetched once and the act sent again with the same key', async () => {
  fetched
    .mockResolvedValueOnce(json(200, { csrf: 'old', account: {} }))
    .mockResolvedValueOnce(json(403, { type: 'urn:anxin:problem:forbidden', title: 'no', status: 403 }))
    .mockResolvedValueOnce(json(200, { csrf: 'new', account: {} }))
    .mockResolvedValueOnce(json(200, { ok: true }))

  await settle(openSession())
  expect(await settle(act('/desk/incidents/batu/take'))).toEqual({ ok: true })

  expect(keys()[1]).toBe(keys()[3])
})

test('somebody who is signed out is sent to the door', async () => {
  const door = vi.fn()
  onSignedOut(door)
  fetched.mockResolvedValue(json(401, { type: 'urn:anxin:problem:unauthorized', title: 'no', status: 401 }))

  await settle(read('/desk/incidents'))

  expect(door).toHaveBeenCalledOnce()
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Reread } from '../src/shared/reread'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function slowRead(ms: number) {
  return vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, ms)))
}

test('the first change is read at once', () => {
  const read = slowRead(50)

  new Reread(read).request()

  expect(read).toHaveBeenCalledTimes(1)
})

test('a burst of changes becomes one read under way and one waiting', async () => {
  const read = slowRead(500)
  const reread = new Reread(read)

  for (let change = 0; change < 40; change++) reread.request()
  await vi.advanceTimersByTimeAsync(5000)

  expect(read).toHaveBeenCalledTimes(2)
})

test('a change that comes during a read is read after it', async () => {
  const read = slowRead(300)
  const reread = new Reread(read)

  reread.request()
  await vi.advanceTimersByTimeAsync(299)
  reread.request()
  expect(read).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(10)

  expect(read).toHaveBeenCalledTimes(2)
})

test('reads do not start closer together than the gap', async () => {
  const read = slowRead(1)
  const reread = new Reread(read, 200)

  for (let ms = 0; ms < 1000; ms += 10) {
    reread.request()
    await vi.advanceTimersByTimeAsync(10)
  }

  expect(read.mock.calls.length).toBeLessThanOrEqual(6)
})

test('a failed read does not stop the next one', async () => {
  const read = vi.fn(() => Promise.reject(new Error('no answer')))
  const reread = new Reread(read)

  reread.request()
  await vi.advanceTimersByTimeAsync(300)
  reread.request()
  await vi.advanceTimersByTimeAsync(300)

  expect(read).toHaveBeenCalledTimes(2)
})

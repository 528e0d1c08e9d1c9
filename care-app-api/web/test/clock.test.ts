import { expect, test } from 'vitest'
import { clockTime, countdown, dayAndTime, ringClock, ServerClock, timeSeenFrom, dayOf, hourMinute, momentOf, shiftDay } from '../src/shared/clock'

test('the ring clock tells how long somebody has waited', () => {
  expect(ringClock(12_400)).toBe('00:12')
  expect(ringClock(161_000)).toBe('02:41')
  expect(ringClock(3_600_000 * 26 + 191_000)).toBe('26:03:11')
  expect(ringClock(-5000)).toBe('00:00')
})

test('a countdown reaches zero when the time is over, not a second before', () => {
  expect(countdown(900)).toBe('00:01')
  expect(countdown(0)).toBe('00:00')
  expect(countdown(-3000)).toBe('00:00')
})

test('the clock is that of the server, whatever the computer believes', () => {
  let monotonic = 10_000
  const clock = new ServerClock(() => monotonic, () => Date.parse('2019-01-01T00:00:00Z'))
  clock.sync('2026-11-21T11:12:07Z', 9600)

  monotonic += 5000

  expect(clock.now()).toBe(Date.parse('2026-11-21T11:12:12.200Z'))
})

test('before the first answer the computer is believed', () => {
  expect(new ServerClock(() => 0, () => 42).now()).toBe(42)
})

test('times are those of the organisation, in every time zone of the computer', () => {
  expect(clockTime('2026-11-21T11:12:07Z')).toBe('19:12:07')
  expect(clockTime('2026-11-21T16:00:00Z')).toBe('00:00:00')
  expect(dayAndTime('2026-11-21T16:00:00Z')).toBe('2026-11-22 00:00:00')
})

test('an alarm of another day says so', () => {
  const now = Date.parse('2026-11-22T01:00:00Z')

  expect(timeSeenFrom('2026-11-21T16:30:00Z', now)).toBe('00:30:00')
  expect(timeSeenFrom('2026-11-21T15:30:00Z', now)).toBe('2026-11-21 23:30:00')
})

test('a day and a time of the organisation are the same moment, wherever the computer stands', () => {
  expect(momentOf('2026-11-22', '11:30')).toBe('2026-11-22T03:30:00.000Z')
  expect(momentOf('2026-11-22', '06:00')).toBe('2026-11-21T22:00:00.000Z')
  expect(dayOf('2026-11-21T16:30:00Z')).toBe('2026-11-22')
  expect(hourMinute('2026-11-22T03:30:59Z')).toBe('11:30')
})

test('the day after the last of a month is the first of the next', () => {
  expect(shiftDay('2026-11-30', 1)).toBe('2026-12-01')
  expect(shiftDay('2027-01-01', -1)).toBe('2026-12-31')
})

import { expect, test } from 'vitest'
import { Bell, patternFor, worstUnkept } from '../src/shared/bell'
import { alarm } from './people'

const P1 = patternFor(1)!.burst
const P2 = patternFor(2)!.burst
const P3 = patternFor(3)!.burst

function heard(bell: Bell, from: number, to: number): [number, unknown][] {
  const bursts: [number, unknown][] = []
  for (let ms = from; ms < to; ms += 500) {
    const burst = bell.next(ms)
    if (burst) bursts.push([ms, burst])
  }
  return bursts
}

test('each class has its own pattern', () => {
  expect(patternFor(1)).toMatchObject({ burst: { groups: 2, pulses: 5 }, everyMs: 5000 })
  expect(patternFor(2)).toMatchObject({ burst: { groups: 1, pulses: 3 }, everyMs: 15_000 })
  expect(patternFor(3)).toMatchObject({ everyMs: null })
  expect(patternFor(4)).toBeNull()
})

test('only the worst alarm nobody keeps rings', () => {
  expect(worstUnkept([alarm('其木格', { desk: 'kept' }), alarm('李凤英', { priority: 2 }), alarm('张德福', { priority: 3 })])).toBe(2)
  expect(worstUnkept([alarm('其木格', { desk: 'closed' })])).toBeNull()
})

test('a life alarm rings at once and every five seconds until somebody keeps it', () => {
  const bell = new Bell()
  bell.see([alarm('其木格')])
  expect(heard(bell, 0, 11_000)).toEqual([[0, P1], [5000, P1], [10_000, P1]])

  bell.see([alarm('其木格', { desk: 'kept' })])

  expect(heard(bell, 11_000, 30_000)).toEqual([])
})

test('a safety alarm rings every fifteen seconds, a normal one once', () => {
  const safety = new Bell()
  safety.see([alarm('李凤英', { priority: 2 })])
  expect(heard(safety, 0, 31_000)).toEqual([[0, P2], [15_000, P2], [30_000, P2]])

  const normal = new Bell()
  normal.see([alarm('张德福', { priority: 3 })])

  expect(heard(normal, 0, 60_000)).toEqual([[0, P3]])
})

test('a second normal alarm rings once more, the same board again does not', () => {
  const bell = new Bell()
  bell.see([alarm('张德福', { priority: 3 })])
  heard(bell, 0, 5000)

  bell.see([alarm('张德福', { priority: 3 }), alarm('乌云', { priority: 3 })])
  expect(heard(bell, 5000, 10_000)).toEqual([[5000, P3]])
  bell.see([alarm('张德福', { priority: 3 }), alarm('乌云', { priority: 3 })])

  expect(heard(bell, 10_000, 20_000)).toEqual([])
})

test('a second life alarm does not wait for the next round', () => {
  const bell = new Bell()
  bell.see([alarm('其木格')])
  heard(bell, 0, 2000)

  bell.see([alarm('其木格'), alarm('巴图')])

  expect(heard(bell, 2000, 3000)).toEqual([[2000, P1]])
})

test('a new press rings again even when the incident is kept', () => {
  const bell = new Bell()
  bell.see([alarm('其木格', { desk: 'kept', presses: 2 })])
  expect(heard(bell, 0, 10_000)).toEqual([])

  bell.see([alarm('其木格', { desk: 'kept', presses: 3 })])

  expect(heard(bell, 10_000, 20_000)).toEqual([[10_000, P1]])
})

test('an incident that is put back rings anew', () => {
  const bell = new Bell()
  bell.see([alarm('张德福', { priority: 3 })])
  heard(bell, 0, 1000)
  bell.see([alarm('张德福', { priority: 3, desk: 'kept' })])

  bell.see([alarm('张德福', { priority: 3 })])

  expect(heard(bell, 2000, 4000)).toEqual([[2000, P3]])
})

test('while nobody asks what to sound, nothing counts as rung', () => {
  const bell = new Bell()
  bell.see([alarm('张德福', { priority: 3 })])
  bell.see([alarm('张德福', { priority: 3 })])

  expect(heard(bell, 60_000, 61_000)).toEqual([[60_000, P3]])
})

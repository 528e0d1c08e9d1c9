import { expect, test } from 'vitest'
import { Outbox, type OutboxEntry } from '../src/phone/outbox'
import { agenda, learn, mayFollow, openOffers, reachedOf, shownVisit, wouldBeDiverted } from '../src/phone/visits/visits'
import { Refusal, Unreachable } from '../src/shared/api'
import { visitOfferNear, visitTo } from './orders'

const begin = [{ step: 'begun' as const, checks: [{ field: 'water', kind: 'number' as const, required: true }] }]
const saved = (kind: OutboxEntry['kind'], about = '王秀兰'): OutboxEntry => ({
  key: kind, order: 1, kind, about, path: '', body: {}, madeAt: '2026-11-22T03:00:00Z', tries: 0, state: 'saved',
})

test('a step that waits on the phone counts for its owner, and a refused one does not', () => {
  const visit = visitTo('王秀兰')

  expect(shownVisit(visit, [saved('visit-on-the-way')], {})).toMatchObject({ reached: 'on-the-way', saved: true })
  expect(shownVisit(visit, [{ ...saved('visit-on-the-way'), state: 'refused' }], {})).toMatchObject({ reached: 'accepted', saved: false, next: visit.next })
  expect(shownVisit(visit, [saved('visit-on-the-way', '李凤英')], {}).saved).toBe(false)
})

test('without a signal somebody can still arrive, and go on where the phone has learned what is asked', () => {
  const visit = visitTo('王秀兰', { step: 'on-the-way', state: 'on-the-way' })
  const known = learn({}, [visitTo('李凤英', { step: 'arrived', state: 'checked-in', next: begin })])

  expect(shownVisit(visitTo('王秀兰'), [saved('visit-on-the-way')], {}).next?.map((one) => one.step)).toEqual(['checked-in', 'no-access', 'given-back'])
  expect(shownVisit(visit, [saved('visit-checked-in')], known).next).toEqual(begin)
  expect(shownVisit(visit, [saved('visit-checked-in')], {}).next).toBeNull()
})

test('a step stays possible while only the server can tell, and not when the answer no longer names it', () => {
  const there = visitTo('王秀兰', { step: 'arrived', state: 'checked-in', next: begin })

  expect(mayFollow(shownVisit(there, [], {}), 'begun')).toBe(true)
  expect(mayFollow(shownVisit(there, [], {}), 'checked-out')).toBe(false)
  expect(mayFollow(shownVisit({ ...there, next: [] }, [], {}), 'begun')).toBe(false)
  expect(mayFollow(shownVisit(visitTo('王秀兰'), [saved('visit-checked-in')], {}), 'begun')).toBe(true)
})

test('what ends a visit leaves nothing to do, although the server has not heard of it', () => {
  expect(shownVisit(visitTo('王秀兰'), [saved('visit-given-back')], {})).toMatchObject({ reached: 'ended', next: [] })
})

test('how far a visit has come is the person’s own step, and at the door the order’s', () => {
  expect(reachedOf(visitTo('王秀兰', { state: 'on-the-way' }))).toBe('accepted')
  expect(reachedOf(visitTo('王秀兰', { step: 'arrived', state: 'checked-in' }))).toBe('checked-in')
  expect(reachedOf(visitTo('王秀兰', { step: 'arrived', state: 'in-progress' }))).toBe('begun')
})

test('the agenda begins with what somebody is in the middle of', () => {
  const later = visitTo('巴图', { startsAt: '2026-11-22T06:00:00Z', step: 'arrived' })
  const { today, later: other } = agenda([visitTo('王秀兰'), later, visitTo('乌云', { startsAt: '2026-11-22T16:30:00Z' })], '2026-11-22')

  expect(today.map((visit) => visit.id)).toEqual(['巴图', '王秀兰'])
  expect(other.map((visit) => visit.id)).toEqual(['乌云'])
})

test('offers that ran out or were answered are gone, the next visit first', () => {
  const now = Date.parse('2026-11-22T02:05:00Z')
  const offers = [visitOfferNear('札萨克', { startsAt: '2026-11-22T09:00:00Z' }), visitOfferNear('河畔'), visitOfferNear('苏布尔嘎', { validUntil: '2026-11-22T02:04:00Z' }), visitOfferNear('红庆河')]

  expect(openOffers(offers, new Set(['红庆河']), now).map((offer) => offer.id)).toEqual(['河畔', '札萨克'])
})

test('only a visit somebody is on, and that allows it, is said to be diverted', () => {
  expect(wouldBeDiverted([visitTo('王秀兰', { mayBeDiverted: true })])).toBeNull()
  expect(wouldBeDiverted([visitTo('王秀兰', { step: 'arrived', mayBeDiverted: false })])).toBeNull()
  expect(wouldBeDiverted([visitTo('王秀兰', { step: 'on-the-way', mayBeDiverted: true })])?.id).toBe('王秀兰')
})

test('the steps of a visit are sent in their order, and a refused one is kept with its field', async () => {
  const stored = new Map<string, OutboxEntry>()
  const sent: string[] = []
  let up = false
  const outbox = new Outbox(
    { load: () => [...stored.values()], put: (entry) => void stored.set(entry.key, structuredClone(entry)), drop: (entry) => void stored.delete(entry.key) },
    async (entry) => {
      if (!up) throw new Unreachable(null)
      if (entry.kind === 'visit-begun') throw new Refusal({ type: 'urn:anxin:problem:check-out-of-range', title: 'no', status: 409, field: 'water', detail: '40–42 °C' })
      sent.push(entry.kind)
    },
  )
  await outbox.add('visit-on-the-way', '王秀兰', '/phone/visits/x/steps', { step: 'on-the-way' })
  await outbox.add('visit-checked-in', '王秀兰', '/phone/visits/x/steps', { step: 'checked-in' })
  await outbox.add('visit-begun', '王秀兰', '/phone/visits/x/steps', { step: 'begun', checks: { water: '43' } })

  up = true
  await outbox.flush()

  expect(sent).toEqual(['visit-on-the-way', 'visit-checked-in'])
  expect(outbox.entries.value.at(-1)).toMatchObject({ state: 'refused', problem: { field: 'water' } })
})

import { expect, test } from 'vitest'
import { bestOffer, shownStep, whyGone } from '../src/phone/offers'
import type { OutboxEntry } from '../src/phone/outbox'
import type { Task } from '../src/shared/contract'
import { offerNear } from './people'

const NOW = Date.parse('2026-11-21T11:00:20Z')
const nobody = new Set<string>()

test('the gravest offer fills the screen, then the nearest', () => {
  const offers = [offerNear('红庆河镇', { priority: 2, minutes: 1 }), offerNear('札萨克镇', { minutes: 9 }), offerNear('可汗路', { minutes: 3 })]

  expect(bestOffer(offers, nobody, NOW)?.area).toBe('可汗路')
})

test('an answered offer does not come back while the answer travels', () => {
  expect(bestOffer([offerNear('可汗路')], new Set(['可汗路']), NOW)).toBeNull()
})

test('an offer past its time leaves the screen, after a thumb had its second', () => {
  const offer = offerNear('可汗路')
  const until = Date.parse(offer.validUntil)

  expect(bestOffer([offer], nobody, until + 1000)).not.toBeNull()
  expect(bestOffer([offer], nobody, until + 2000)).toBeNull()
})

test('the phone says whether an offer ran out or went to somebody else', () => {
  const offer = offerNear('可汗路')

  expect(whyGone(offer, [{ id: offer.id, why: 'superseded', by: '娜仁' }], NOW)).toEqual({ kind: 'taken', by: '娜仁' })
  expect(whyGone(offer, [{ id: offer.id, why: 'superseded' }], NOW)).toEqual({ kind: 'withdrawn' })
  expect(whyGone(offer, [{ id: offer.id, why: 'expired' }], NOW)).toEqual({ kind: 'expired' })
})

test('until the server has said why, the deadline of the offer decides', () => {
  const offer = offerNear('可汗路')

  expect(whyGone(offer, [], NOW)).toEqual({ kind: 'withdrawn' })
  expect(whyGone(offer, [], NOW + 60_000)).toEqual({ kind: 'expired' })
})

test('a step that still waits on the phone is the step its owner sees', () => {
  const task = { id: 'qimuge', step: 'accepted' } as Task
  const entry = (kind: string, state: string) => ({ about: 'qimuge', kind, state }) as OutboxEntry

  expect(shownStep(task, [])).toEqual({ step: 'accepted', saved: false })
  expect(shownStep(task, [entry('on-the-way', 'sent'), entry('arrived', 'saved')])).toEqual({ step: 'arrived', saved: true })
  expect(shownStep(task, [entry('arrived', 'refused')])).toEqual({ step: 'accepted', saved: false })
})

import { expect, test } from 'vitest'
import { bodyFacts } from '../src/desk/body-line'

const say = (body: Record<string, unknown>) =>
  bodyFacts(body, (key) => key, (family, word) => `${family}.${word}`).map(({ label, value }) => `${label}=${value}`)

test('what is known of an entry is said in words', () => {
  expect(say({ result: 'no-answer', contact: '巴雅尔' })).toEqual(['body.contact=巴雅尔', 'body.result=contactResult.no-answer'])
  expect(say({ why: 'not-taken' })).toEqual(['body.why=why.not-taken'])
  expect(say({ minutes: 7, offer: '0b1d9a8e-3c5e-4a52-9b55-8f1f53a1d0aa' })).toEqual(['body.minutes=7 incident.minutes'])
  expect(say({ note: '老人平安', deviceTime: '2026-11-21T11:11:55Z' })).toEqual(['body.deviceTime=19:11:55', 'body.note=老人平安'])
})

test('everybody who was asked is named', () => {
  expect(say({ phase: 'three-best', responders: ['娜仁', '斯琴'] })).toEqual(['body.phase=phase.three-best', 'body.responders=娜仁body.comma斯琴'])
})

test('an alarm that comes late says so', () => {
  expect(say({ type: 'sos.cord', ageBand: 'old' })).toEqual(['body.type=type.sos.cord', 'body.ageBand=ageBand.old'])
  expect(say({ type: 'sos.cord', ageBand: 'live' })).toEqual(['body.type=type.sos.cord'])
})

test('ids and unknown facts stay in the journal', () => {
  expect(say({ responder: '0b1d9a8e-3c5e-4a52-9b55-8f1f53a1d0aa', somethingNew: 7 })).toEqual([])
})

test('what an order costs and who paid it is said in words and yuan', () => {
  expect(say({ service: 'meal', priceFen: 1500, source: 'voucher', startsAt: '2026-11-22T03:30:00Z' })).toEqual([
    'body.service=service.meal', 'body.startsAt=11:30', 'body.priceFen=¥15.00', 'body.source=source.voucher',
  ])
})

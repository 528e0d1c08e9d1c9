import { expect, test } from 'vitest'
import { bodyFacts } from '../src/desk/body-line'

const say = (body: Record<string, unknown>) =>
  bodyFacts(body, (key) => key, (family, word) => `${family}.${word}`).map(({ label, value }) => `${label}=${value}`)

test('what is known of an entry is said in words', () => {
  expect(say({ result: 'no-answer', contact: { id: 'x', name: '巴雅尔' } })).toEqual(['body.contact=巴雅尔', 'body.result=contactResult.no-answer'])
  expect(say({ presses: 3, deviceTime: '2026-11-21T11:11:55Z' })).toEqual(['body.presses=3', 'body.deviceTime=19:11:55'])
})

test('ids and unknown facts stay in the journal', () => {
  expect(say({ responder: '0b1d9a8e-3c5e-4a52-9b55-8f1f53a1d0aa', somethingNew: 7 })).toEqual([])
})

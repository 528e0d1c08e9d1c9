import { expect, test } from 'vitest'
import { answersOf, doubt, holdsBack } from '../src/phone/visits/checks'
import type { Check } from '../src/shared/contract-visits'

const water: Check = { field: 'water', kind: 'number', least: 40, most: 42, unit: '°C', required: true }
const cooked: Check = { field: 'cooked-at', kind: 'time', required: true }
const skin: Check = { field: 'skin-intact', kind: 'yes', required: true }
const reheated: Check = { field: 'reheated', kind: 'choice', required: false }

test('a figure outside its limits is doubted but sent: the limits are the server’s word', () => {
  expect(doubt(water, '41')).toBeNull()
  expect(doubt(water, '40')).toBeNull()
  expect(doubt(water, '42,5')).toBe('outside')
  expect(holdsBack(doubt(water, '43'))).toBe(false)
})

test('what is no figure, and what is needed and empty, holds a step back', () => {
  expect(doubt(water, 'warm')).toBe('not-a-number')
  expect(doubt(water, ' ')).toBe('missing')
  expect(holdsBack('missing')).toBe(true)
  expect(doubt(reheated, '')).toBeNull()
})

test('a no where only yes goes on is said at once', () => {
  expect(doubt(skin, 'no')).toBe('must-be-yes')
  expect(doubt(reheated, 'no')).toBeNull()
})

test('answers travel as text, without those that were left empty', () => {
  const now = Date.parse('2026-11-22T03:20:00Z')
  const typed = { water: ' 41,5 ', 'cooked-at': '10:50', 'skin-intact': 'yes', reheated: '' }

  expect(answersOf([water, cooked, skin, reheated], typed, now)).toEqual({ water: '41.5', 'cooked-at': '2026-11-22T02:50:00.000Z', 'skin-intact': 'yes' })
})

test('a time just before midnight, said just after it, was yesterday', () => {
  const tenPast = Date.parse('2026-11-21T16:10:00Z')

  expect(answersOf([cooked], { 'cooked-at': '23:50' }, tenPast)).toEqual({ 'cooked-at': '2026-11-21T15:50:00.000Z' })
})

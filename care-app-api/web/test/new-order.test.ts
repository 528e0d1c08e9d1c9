import { expect, test } from 'vitest'
import { emptyDraft, lacking, orderOf, slotsOf } from '../src/desk/orders/new-order'
import { lunch, mealTerms } from './orders'

const filled = () => ({ ...emptyDraft(), service: 'meal' as const, window: lunch().opens, time: '11:30', dish: '羊肉汤面', consent: true })

test('a window offers the starts that can still be promised', () => {
  expect(slotsOf(lunch()).slice(0, 2)).toEqual(['11:00', '11:10'])
  expect(slotsOf(lunch()).at(-1)).toBe('13:20')
  expect(slotsOf(lunch({ earliest: '2026-11-22T05:07:30Z' }))).toEqual(['13:10', '13:20'])
  expect(slotsOf(lunch({ earliest: '2026-11-22T06:00:00Z' }))).toEqual([])
})

test('nothing is sent before the resident has agreed, also to what they pay in person', () => {
  const half = lunch({ pays: [{ source: 'prepaid', fen: 1200 }, { source: 'self', fen: 300 }] })

  expect(lacking(filled(), mealTerms(), lunch())).toEqual([])
  expect(lacking({ ...filled(), consent: false }, mealTerms(), lunch())).toEqual(['Consent'])
  expect(lacking(filled(), mealTerms(), half)).toEqual(['SelfPay'])
  expect(lacking({ ...filled(), dish: null, time: '' }, mealTerms(), lunch())).toEqual(['Time', 'Dish'])
})

test('a medical visit wants the appointment, and a meal does not', () => {
  const medical = mealTerms({ service: 'medical' })

  expect(lacking(filled(), medical, lunch())).toEqual(['Appointment'])
  const appointment = { hospital: '旗人民医院', department: '心内科', appointmentAt: '13:00' }
  expect(orderOf({ ...filled(), ...appointment }, '巴图', medical, lunch(), '2026-11-22').appointment).toEqual({
    hospital: '旗人民医院', department: '心内科', at: '2026-11-22T05:00:00.000Z',
  })
  expect(orderOf({ ...filled(), ...appointment }, '巴图', mealTerms(), lunch(), '2026-11-22')).not.toHaveProperty('appointment')
})

test('an order says the moment by the clock of the organisation and leaves out what nobody said', () => {
  expect(orderOf(filled(), '乌云', mealTerms(), lunch(), '2026-11-22')).toEqual({
    resident: '乌云', service: 'meal', startsAt: '2026-11-22T03:30:00.000Z', requestedBy: 'resident', consent: true, dish: '羊肉汤面',
  })
})

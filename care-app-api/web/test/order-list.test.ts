import { expect, test } from 'vitest'
import { isLeftOpen, lookFirst, mayAsk, mayCancel, mayRate, mayReview, mayTakeBack, nextOrder } from '../src/desk/orders/order-list'
import { holderNamed, orderFor } from './orders'

const noon = { startsAt: '2026-11-22T04:00:00Z' }
const NOON = Date.parse(noon.startsAt)
const names = (cards: { id: string }[]) => cards.map((card) => card.id)

test('what needs somebody stands first, the most pressing reason first, the rest by time', () => {
  const { look, rest } = lookFirst([
    orderFor('张德福', noon), orderFor('乌云'), orderFor('巴图', { attention: 'weak-proof' }), orderFor('王秀兰', { ...noon, attention: 'nobody-to-ask' }),
  ])

  expect(names(look)).toEqual(['王秀兰', '巴图'])
  expect(names(rest)).toEqual(['乌云', '张德福'])
})

test('a rating that is still missing does not push itself before a visit', () => {
  const { look, rest } = lookFirst([orderFor('张德福', { ...noon, attention: 'unrated' }), orderFor('乌云')])

  expect(look).toEqual([])
  expect(names(rest)).toEqual(['乌云', '张德福'])
})

test('the keys go through the list as it stands on the screen and stop at its ends', () => {
  const cards = [orderFor('乌云'), orderFor('巴图', { attention: 'late' })]

  expect(nextOrder(cards, null, 1)).toBe('巴图')
  expect(nextOrder(cards, '巴图', 1)).toBe('乌云')
  expect(nextOrder(cards, '乌云', 1)).toBe('乌云')
  expect(nextOrder(cards, '巴图', -1)).toBe('巴图')
  expect(nextOrder([], null, 1)).toBeNull()
})

test('an act is offered while it can succeed', () => {
  expect(mayCancel(orderFor('乌云', { state: 'on-the-way' }))).toBe(true)
  expect(mayCancel(orderFor('乌云', { state: 'checked-in' }))).toBe(false)
  expect(mayAsk(orderFor('李凤英', { workers: 2, holders: [{ id: '萨仁', name: '萨仁' }] }))).toBe(true)
  expect(mayAsk(orderFor('乌云', { state: 'accepted', holders: [{ id: '萨仁', name: '萨仁' }] }))).toBe(false)
  expect(mayRate(orderFor('乌云', { state: 'verified', checkedOutAt: noon.startsAt }))).toBe(true)
  expect(mayRate(orderFor('乌云', { state: 'verified', checkedOutAt: noon.startsAt, stars: 4 }))).toBe(false)
  expect(mayReview(orderFor('巴图', { state: 'checked-out' }), NOON)).toBe(true)
  expect(mayReview(orderFor('巴图', { state: 'verified', money: 'captured' }), NOON)).toBe(false)
})

test('a visit that nobody checked out of is decided by the desk, once its time has passed', () => {
  const there = orderFor('巴图', { state: 'in-progress', endsAt: '2026-11-22T03:59:00Z' })

  expect(mayReview(there, NOON)).toBe(true)
  expect(mayReview({ ...there, state: 'checked-in' }, NOON)).toBe(true)
  expect(mayReview({ ...there, endsAt: '2026-11-22T04:01:00Z' }, NOON)).toBe(false)
  expect(mayReview({ ...there, state: 'on-the-way' }, NOON)).toBe(false)
  expect(isLeftOpen({ ...there, state: 'checked-out' }, NOON)).toBe(false)
})

test('a visit is taken from who holds it, until the service has begun', () => {
  const accepted = orderFor('李凤英', { state: 'accepted' })

  expect(mayTakeBack(accepted, holderNamed('萨仁'))).toBe(true)
  expect(mayTakeBack({ ...accepted, state: 'offered' }, holderNamed('萨仁'))).toBe(true)
  expect(mayTakeBack({ ...accepted, state: 'checked-in' }, holderNamed('萨仁', { step: 'arrived' }))).toBe(true)
  expect(mayTakeBack({ ...accepted, state: 'in-progress' }, holderNamed('萨仁', { step: 'arrived' }))).toBe(false)
  expect(mayTakeBack(accepted, holderNamed('萨仁', { step: 'given-back' }))).toBe(false)
  expect(mayTakeBack(accepted, holderNamed('娜仁', { state: 'seen', step: undefined }))).toBe(false)
})

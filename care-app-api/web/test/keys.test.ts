import { expect, test } from 'vitest'
import { meaningOf } from '../src/desk/keys'

const press = (key: string, more = {}) => meaningOf({ key, ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...more })

test('every key means what the overlay says', () => {
  expect(press('j')).toEqual({ does: 'move', step: 1 })
  expect(press('ArrowUp')).toEqual({ does: 'move', step: -1 })
  expect(press('A')).toEqual({ does: 'take' })
  expect(press('4')).toEqual({ does: 'dispatch', index: 3 })
  expect(press('5')).toBeNull()
  expect(press('o')).toEqual({ does: 'view' })
  expect(press('+')).toEqual({ does: 'new-order' })
  expect(press('ArrowRight')).toEqual({ does: 'day', step: 1 })
  expect(press('g')).toEqual({ does: 'link' })
  expect([press('r'), press('x'), press('v')]).toEqual([{ does: 'rate' }, { does: 'cancel' }, { does: 'review' }])
  expect(press('?')).toEqual({ does: 'help' })
})

test('the browser keeps its own keys', () => {
  expect(press('f', { ctrlKey: true })).toBeNull()
  expect(press('1', { altKey: true })).toBeNull()
})

test('a key held down moves on but does not act twice', () => {
  expect(press('j', { repeat: true })).not.toBeNull()
  expect(press('1', { repeat: true })).toBeNull()
  expect(press('a', { repeat: true })).toBeNull()
})

import { expect, test } from 'vitest'
import { closedOnes, neighbour, openOnes, selectionFor } from '../src/desk/board-order'
import { alarm } from './people'

const at = (minute: number) => `2026-11-21T11:${String(minute).padStart(2, '0')}:00Z`
const board = [
  alarm('乌云', { priority: 4, openedAt: at(1) }),
  alarm('其木格', { priority: 1, openedAt: at(9) }),
  alarm('李凤英', { priority: 2, openedAt: at(2) }),
  alarm('王秀兰', { priority: 1, openedAt: at(5), desk: 'kept' }),
  alarm('孟和', { priority: 1, openedAt: at(0), desk: 'closed', closedAt: at(8) }),
  alarm('巴图', { priority: 2, openedAt: at(0), desk: 'closed', closedAt: at(10) }),
]
const names = (cards: { id: string }[]) => cards.map((card) => card.id)

test('the worst comes first, the longest waiting first inside a class', () => {
  expect(names(openOnes(board))).toEqual(['王秀兰', '其木格', '李凤英', '乌云'])
})

test('of the closed ones the last closed comes first', () => {
  expect(names(closedOnes(board))).toEqual(['巴图', '孟和'])
})

test('a new alarm does not take away the incident somebody is reading', () => {
  expect(selectionFor(board, '乌云')).toBe('乌云')
  expect(selectionFor(board, null)).toBe('王秀兰')
  expect(selectionFor(board, '已消失')).toBe('王秀兰')
  expect(selectionFor([], '已消失')).toBeNull()
})

test('J and K stop at the ends', () => {
  const open = openOnes(board)

  expect(neighbour(open, '其木格', 1)).toBe('李凤英')
  expect(neighbour(open, '乌云', 1)).toBe('乌云')
  expect(neighbour(open, '王秀兰', -1)).toBe('王秀兰')
  expect(neighbour(open, null, 1)).toBe('王秀兰')
})

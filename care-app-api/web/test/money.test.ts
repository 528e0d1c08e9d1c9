import { expect, test } from 'vitest'
import { yuan } from '../src/shared/money'

test('fen are shown as yuan, and never as a fraction that binary figures have bent', () => {
  expect(yuan(1500)).toBe('¥15.00')
  expect(yuan(7)).toBe('¥0.07')
  expect(yuan(0)).toBe('¥0.00')
  expect(yuan(123_456_789)).toBe('¥1,234,567.89')
  expect(yuan(-805)).toBe('−¥8.05')
})

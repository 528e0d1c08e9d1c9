import { expect, test } from 'vitest'
import { afterSignIn } from '../src/shared/door'

test('each role comes to its own page', () => {
  expect(afterSignIn('operator', null)).toBe('/desk.html')
  expect(afterSignIn('duty-leader', '/desk.html')).toBe('/desk.html')
  expect(afterSignIn('caregiver', null)).toBe('/phone.html')
  expect(afterSignIn('admin', null)).toBeNull()
})

test('the address bar sends nobody anywhere else', () => {
  expect(afterSignIn('caregiver', 'https://elsewhere.example/')).toBe('/phone.html')
  expect(afterSignIn('operator', '/phone.html')).toBe('/desk.html')
  expect(afterSignIn('operator', '//elsewhere.example')).toBe('/desk.html')
})

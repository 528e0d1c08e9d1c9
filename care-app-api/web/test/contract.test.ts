import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ACTIONS, CAUSES, CONTACT_RESULTS, DECLINE_REASONS } from '../src/shared/contract'
import zh from '../src/shared/i18n/zh'

const contract = readFileSync(join(import.meta.dirname, '..', '..', 'src', 'main', 'resources', 'openapi.yaml'), 'utf8')

/** The words of every `name: {… enum: [a, b] …}` or `Name:` block of the contract. */
function choices(name: string): string[][] {
  const found = [...contract.matchAll(new RegExp(`\\b${name}:\\s*(?:\\{type: string, |\\n\\s+type: string\\n\\s+)enum: \\[([^\\]]+)\\]`, 'g'))]
  return found.map((match) => match[1]!.split(',').map((word) => word.trim().replaceAll('"', '')))
}
const all = (name: string) => [...new Set(choices(name).flat())].sort()

test('the codes of the pages are those of the contract', () => {
  expect([...CAUSES].sort()).toEqual(all('Cause'))
  expect([...ACTIONS].sort()).toEqual(all('Action'))
  expect([...CONTACT_RESULTS].sort()).toEqual(all('result'))
  expect([...DECLINE_REASONS].sort()).toEqual(all('reason'))
})

test('every word the server may send has a translation', () => {
  const known = (family: Record<string, string>, words: string[]) => {
    expect(words.length).toBeGreaterThan(0)
    expect(words.filter((word) => !(word in family))).toEqual([])
  }

  known(zh.help, all('help'))
  known(zh.nextStep, all('what'))
  known(zh.reason, all('code'))
  known(zh.offerState, choices('state').find((words) => words.includes('superseded'))!)
  const kinds = /kind: \{type: string, description: "(raised[^"]+)"/.exec(contract)![1]!.split(', ')
  known(zh.event, kinds)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ACTIONS, CAUSES, CONTACT_RESULTS, DECLINE_REASONS } from '../src/shared/contract'
import { ATTENTION, CANCELLED_BY, DECISIONS, REQUESTED_BY, SERVICES, TRANSPORTS } from '../src/shared/contract-orders'
import { VISIT_STEPS } from '../src/shared/contract-visits'
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

/** One schema of the contract, so that a name such as `state` means what it means there. */
function schema(name: string): string {
  return new RegExp(`\\n    ${name}:([\\s\\S]*?)(?=\\n    \\w|$)`).exec(contract)![1]!
}

/** The words of `field` in one schema: an enum, or a list in its description. */
function wordsOf(name: string, field: string): string[] {
  const line = new RegExp(`\\b${field}: \\{type: string, (?:enum: \\[([^\\]]+)\\]|description: "([^"]+)")`).exec(schema(name))!
  return (line[1] ?? line[2]!).split(/[,;] /).map((word) => word.trim().replaceAll('"', ''))
}

function timelineOf(name: string): string[] {
  return /kind: \{type: string, description: "([^"]+)"/.exec(schema(name))![1]!.split(', ')
}

function untranslated(family: Record<string, string>, words: string[]): string[] {
  expect(words.length).toBeGreaterThan(0)
  return words.filter((word) => !(word in family))
}

test('every word the server may send has a translation', () => {
  expect(untranslated(zh.help, all('help'))).toEqual([])
  expect(untranslated(zh.nextStep, wordsOf('IncidentCard', 'what'))).toEqual([])
  expect(untranslated(zh.reason, wordsOf('Reason', 'code'))).toEqual([])
  expect(untranslated(zh.offerState, choices('state').find((words) => words.includes('superseded'))!)).toEqual([])
  expect(untranslated(zh.event, timelineOf('IncidentFile'))).toEqual([])
})

test('every word about an order has a translation', () => {
  expect(untranslated(zh.service, [...SERVICES])).toEqual([])
  expect([...SERVICES].sort()).toEqual(all('Service'))
  expect(untranslated(zh.orderState, all('OrderState'))).toEqual([])
  expect([...ATTENTION].sort()).toEqual(all('attention'))
  expect(untranslated(zh.attention, [...ATTENTION])).toEqual([])
  expect(untranslated(zh.money, wordsOf('OrderCard', 'money'))).toEqual([])
  expect(untranslated(zh.window, all('name'))).toEqual([])
  expect(untranslated(zh.offerStep, /step: \{type: string, enum: \[([^\]]+)\]/.exec(schema('OrderFile'))![1]!.split(', '))).toEqual([])
  expect(untranslated(zh.stage, wordsOf('OrderFile', 'stage'))).toEqual([])
  expect(untranslated(zh.proofReason, wordsOf('OrderFile', 'code'))).toEqual([])
  expect(untranslated(zh.orderEvent, timelineOf('OrderFile'))).toEqual([])
  expect(untranslated(zh.requestedBy, all('requestedBy'))).toEqual([])
  expect([...REQUESTED_BY].sort()).toEqual(all('requestedBy'))
  expect(untranslated(zh.cancelledBy, [...CANCELLED_BY])).toEqual([])
  expect([...CANCELLED_BY].sort()).toEqual(all('by'))
  expect([...DECISIONS].sort()).toEqual(all('decision'))
  expect([...TRANSPORTS].sort()).toEqual(all('transport'))
  expect(untranslated(zh.transport, [...TRANSPORTS])).toEqual([])
})

test('every word about a visit has a translation', () => {
  const fields = wordsOf('Check', 'field').filter((word) => /^[a-z-]+$/.test(word))

  expect(untranslated(zh.check, fields)).toEqual([])
  expect(fields.length).toBeGreaterThan(15)
  expect(untranslated(zh.visitStep, [...VISIT_STEPS])).toEqual([])
  expect([...VISIT_STEPS].sort()).toEqual([...new Set(/step: \{type: string, enum: \[(on-the-way, checked-in[^\]]+)\]/.exec(schema('Visit'))![1]!.split(', '))].sort())
  expect(untranslated(zh.visit.why, /why: \{type: string, enum: \[(diverted[^\]]+)\]/.exec(schema('Phone'))![1]!.split(', '))).toEqual([])
  for (const step of VISIT_STEPS) expect(zh.outbox.act).toHaveProperty(`visit-${step}`)
})

test('every word about a message has a translation', () => {
  expect(untranslated(zh.notification, wordsOf('Notification', 'what'))).toEqual([])
  expect(untranslated(zh.recipient, wordsOf('Notification', 'recipient'))).toEqual([])
  expect(untranslated(zh.channel, wordsOf('Notification', 'channel'))).toEqual([])
  expect(untranslated(zh.notificationState, wordsOf('Notification', 'state'))).toEqual([])
})

test('every refusal the contract names has words', () => {
  const said = [...contract.matchAll(/summary: (?:>\n)?([\s\S]*?)\n\s+x-roles/g)].map((match) => match[1]!).filter((summary) => summary.includes('409'))
  const found = said.flatMap((summary) => [...summary.slice(summary.indexOf('409')).matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map((match) => match[1]!))
  // Steps and decisions stand in the same sentences.
  const others = new Set<string>([...VISIT_STEPS, ...DECISIONS])

  expect(untranslated(zh.refusal.word, [...new Set(found)].filter((word) => !others.has(word)))).toEqual([])
  expect(found).toEqual(expect.arrayContaining(['outside-window', 'self-pay-not-confirmed', 'meal-too-old', 'nothing-to-review']))
})

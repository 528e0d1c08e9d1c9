import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createI18n } from 'vue-i18n'
import { ACTIONS, CAUSES, CONTACT_RESULTS, DECLINE_REASONS } from '../src/shared/contract'
import { CANCELLED_BY, DECISIONS, REQUESTED_BY, TRANSPORTS } from '../src/shared/contract-orders'
import { VISIT_STEPS } from '../src/shared/contract-visits'
import en from '../src/shared/i18n/en'
import zh from '../src/shared/i18n/zh'

type Catalogue = { [key: string]: string | Catalogue }
const SOURCES = join(import.meta.dirname, '..', 'src')
const HAN = /[\u3400-\u9fff\uff00-\uffef\u3000-\u303f]/

function flat(catalogue: Catalogue, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )
}

function files(ending: string): string[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending) && !name.includes('i18n'))
}

const chinese = new Map(flat(zh))
const english = new Map(flat(en))

test('both languages say the same things', () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
})

test('both languages name the same facts in each sentence', () => {
  const named = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

  for (const [key, sentence] of chinese) expect([key, named(english.get(key)!)]).toEqual([key, named(sentence)])
})

test('the English catalogue is English', () => {
  expect([...english].filter(([key, sentence]) => HAN.test(sentence) && key !== 'language.zh')).toEqual([])
})

test('no Chinese stands outside the catalogue', () => {
  const outside = [...files('.vue'), ...files('.ts')].filter((name) => HAN.test(readFileSync(join(SOURCES, name), 'utf8')))

  expect(outside).toEqual([])
})

test('every sentence a page asks for exists', () => {
  const asked = [...files('.vue'), ...files('.ts')].flatMap((name) =>
    [...readFileSync(join(SOURCES, name), 'utf8').matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => `${match[1]} in ${name}`),
  )

  expect(asked.length).toBeGreaterThan(50)
  expect(asked.filter((each) => !chinese.has(each.split(' ')[0]!))).toEqual([])
})

test('every code a person can choose has words', () => {
  const wanted = [
    ...CAUSES.map((code) => `cause.${code}`), ...ACTIONS.map((code) => `action.${code}`),
    ...REQUESTED_BY.map((code) => `requestedBy.${code}`), ...CANCELLED_BY.map((code) => `cancelledBy.${code}`), ...DECISIONS.map((code) => `decision.${code}`),
    ...TRANSPORTS.map((code) => `transport.${code}`), ...VISIT_STEPS.map((code) => `visitStep.${code}`), ...VISIT_STEPS.map((code) => `outbox.act.visit-${code}`),
    ...['Window', 'Time', 'Dish', 'Appointment', 'Consent', 'SelfPay'].map((lack) => `newOrder.lack${lack}`),
    ...['accepted', 'on-the-way', 'checked-in', 'begun', 'checked-out', 'ended'].map((reached) => `visit.reached.${reached}`),
    ...['no-access', 'not-done', 'given-back'].flatMap((step) => [`visit.noteFor.${step}`, `visit.noteHint.${step}`]),
    ...CONTACT_RESULTS.map((code) => `contactResult.${code}`), ...DECLINE_REASONS.map((code) => `decline.${code}`),
  ]

  expect(wanted.filter((key) => !chinese.has(key))).toEqual([])
})

test('the catalogue can say every sentence, also under keys that begin with a figure', () => {
  const { global } = createI18n({ legacy: false, locale: 'zh', messages: { zh, en } as Record<string, typeof zh> })

  for (const key of chinese.keys()) expect(global.t(key)).not.toBe(key)
  expect(global.t('action.120-conveyed')).toBe(zh.action['120-conveyed'])
})

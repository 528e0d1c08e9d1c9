import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createI18n } from 'vue-i18n'
import { Refusal } from '../src/shared/api'
import { refusalWords } from '../src/shared/refusal-words'
import en from '../src/shared/i18n/en'
import { slug } from '../src/shared/i18n/words'
import zh from '../src/shared/i18n/zh'

/** The words are collected from the server's own sources: a new one without a translation fails here and not on a screen. */
const HOUSE = join(import.meta.dirname, '..', '..', '..')

function sources(module: string): string {
  const root = join(HOUSE, module, 'src', 'main', 'java')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.java'))
  return files.map((name) => readFileSync(join(root, name), 'utf8')).join('\n')
}
const api = sources('care-app-api')
const dispatcher = sources('dispatcher')

function words(source: string, pattern: RegExp): string[] {
  return [...new Set([...source.matchAll(pattern)].map((match) => match[1]!))].sort()
}

function untranslated(family: Record<string, string>, found: string[], atLeast: number): string[] {
  expect(found.length).toBeGreaterThanOrEqual(atLeast)
  return found.filter((word) => !(slug(word) in family))
}

test('every refusal has words', () => {
  const found = [
    ...words(api, /problem\(\s*\d+,\s*"([a-z-]+)"/g), ...words(api, /\b(?:conflict|by)\(\s*"([a-z-]+)"/g),
    // Made in one place for many.
    'invalid', 'not-found', 'too-large', 'refused',
  ]

  expect(untranslated(zh.refusal.word, found, 26)).toEqual([])
})

test('every rule an order can break has words', () => {
  expect(untranslated(zh.refusal.word, words(dispatcher, /^\s+([A-Z_]+)\("[A-Z][^"]+"\)[,;]$/gm).map((word) => word.toLowerCase().replaceAll('_', '-')), 30)).toEqual([])
})

test('every closing rule has words', () => {
  expect(untranslated(zh.refusal.rule, words(dispatcher, /Optional\.of\("([a-z-]+-needs-[a-z-]+)"\)/g), 4)).toEqual([])
})

test('every reason to tell the duty leader has words', () => {
  expect(untranslated(zh.why, words(dispatcher, /tellDutyLeader\([^;]*"([a-z-]+)", now\)/g), 7)).toEqual([])
})

test('every round of asking has words', () => {
  const found = words(dispatcher, /(?:askBest|withinReach|ask)\([^;]*?"([a-z-]+)",\s*(?:by,\s*)?now\)/g)

  expect(untranslated(zh.phase, found, 6)).toEqual([])
})

test('every alarm type has words', () => {
  expect(untranslated(zh.type, words(dispatcher, /[A-Z_]+\(\s*"([a-z.]+)",\s*"[a-z_]+",\s*AlarmClass/g), 20)).toEqual([])
})

/** What ships as data: its words stand in the rows of the schema. */
test('every word of the catalogue that ships has words here', () => {
  const folder = join(HOUSE, 'dispatcher', 'src', 'main', 'resources', 'schema')
  const schema = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  const rows = (table: string) => [...schema.matchAll(new RegExp(`INSERT INTO ${table} [^;]+;`, 'g'))].map((match) => match[0]).join('\n')
  const rules = [...rows('dietary_rule').matchAll(/\('([a-z-]+)', '([a-z-]+)'\)/g)]

  expect(untranslated(zh.diet, rules.map((rule) => rule[1]!), 8)).toEqual([])
  expect(untranslated(zh.contains, rules.map((rule) => rule[2]!), 8)).toEqual([])
  expect(untranslated(zh.source, words(rows('subsidy'), /\('meal', '([a-z-]+)'/g), 1)).toEqual([])
  expect(untranslated(zh.check, words(rows('service_check'), /\d, '([a-z-]+)',/g), 18)).toEqual([])
  expect(untranslated(zh.window, words(rows('service_window'), /\('[a-z]+', '([a-z]+)'/g), 4)).toEqual([])
  expect(untranslated(zh.nextStep, words(rows('ladder_step'), /(?:NULL|\d+), '([a-z0-9-]+)', +'[a-z-]+'/g), 10)).toEqual([])
})

test('a rule of an order is said with its values, in words', () => {
  const { global } = createI18n({ legacy: false, locale: 'zh', messages: { zh, en } as Record<string, typeof zh> })
  const say = (type: string, detail: string, field?: string) =>
    refusalWords(new Refusal({ type: `urn:anxin:problem:${type}`, title: 'This is English', status: 409, detail, field }), global.t, global.te)

  expect(say('outside-window', 'lunch 2026-11-22T03:00:00Z–2026-11-22T05:30:00Z')).toContain('午餐 11-22 11:00–11-22 13:30')
  expect(say('dietary-limit', 'halal: pork')).toContain('清真: 猪肉')
  expect(say('self-pay-not-confirmed', '700 fen')).toContain('¥7.00')
  expect(say('check-out-of-range', '40–42 °C', 'water')).toBe('水温超出范围，不能继续（40–42 °C）')
  expect(say('already-ordered', 'F20261122-0042')).toContain('F20261122-0042')
  expect(say('too-late', 'at least half an hour before')).toBe(zh.refusal.word['too-late'])
})

test('a refusal is said without a raw word and without an English sentence', () => {
  const { global } = createI18n({ legacy: false, locale: 'zh', messages: { zh, en } as Record<string, typeof zh> })
  const say = (type: string, more: object = {}) =>
    refusalWords(new Refusal({ type: `urn:anxin:problem:${type}`, title: 'This is English', status: 409, ...more }), global.t, global.te)
  const said = [
    say('no-evidence', { detail: 'life-needs-a-call-or-a-visit' }), say('step-out-of-order', { detail: 'last step: ACCEPTED' }),
    say('already-taken', { by: '娜仁' }), say('invalid', { field: 'note', detail: 'must be at least 1 long' }), say('invalid', { field: 'latitude' }),
    say('invalid'), say('something-new', { detail: 'a new thing' }), say('responder-still-out'),
  ]

  expect(said.filter((sentence) => /[a-z{}]/i.test(sentence))).toEqual([])
  expect(said[0]).toContain(zh.refusal.rule['life-needs-a-call-or-a-visit'])
  expect(said[3]).toContain(zh.field.note)
})

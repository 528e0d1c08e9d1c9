import { useI18n } from 'vue-i18n'
import { Refusal, Unreachable } from './api'
import { dayAndMinute } from './clock'
import { yuan } from './money'

/** Says in the reader's language why something did not happen. */
export function useRefusalWords(): (fault: unknown) => string {
  const { t, te } = useI18n()
  return (fault) => {
    if (fault instanceof Unreachable) return t(fault.status === 503 ? 'refusal.down' : 'refusal.unreachable')
    if (!(fault instanceof Refusal)) return t('refusal.fault')
    return refusalWords(fault, t, te)
  }
}

type Translate = (key: string, named?: Record<string, unknown>) => string

/** The server's own title and detail are English and for the log; people read the words of the catalogue. */
export function refusalWords(refusal: Refusal, t: Translate, te: (key: string, locale?: string) => boolean): string {
  const known = (key: string) => te(key) || te(key, 'zh')
  const { detail, field, by } = refusal.problem
  const fieldWord = field?.split('/').pop() ?? ''
  const fieldKey = [`field.${fieldWord}`, `check.${fieldWord}`].find(known)
  if (refusal.word === 'invalid' && !fieldKey) return t('refusal.invalid')
  const key = `refusal.word.${refusal.word}`
  const named = { by: by ?? t('refusal.somebody'), field: fieldKey ? t(fieldKey) : /^[a-z-]*$/.test(fieldWord) ? '' : fieldWord }
  const sentence = known(key) ? t(key, named) : t('refusal.unknown')
  const rule = `refusal.rule.${detail ?? ''}`
  if (known(rule)) return t('refusal.because', { sentence, rule: t(rule) })
  const values = known(key) && refusal.word !== 'invalid' ? valuesInWords(detail ?? '', t, known) : ''
  return values ? t('refusal.values', { sentence, values }) : sentence
}

const FAMILIES = ['service', 'window', 'diet', 'contains', 'source', 'basis', 'check', 'orderState', 'transport']
const UNITS = new Set(['mmHg', 'C', 'min'])
const MOMENT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g

/** The values of a rule: moments, money ("1500 fen"), figures, and words of the contract. Nothing, if a word among them is unknown. */
function valuesInWords(detail: string, t: Translate, known: (key: string) => boolean): string {
  let strange = false
  const said = detail
    .replace(MOMENT, (moment) => dayAndMinute(moment))
    .replace(/(\d+) fen\b/g, (_, fen: string) => yuan(Number(fen)))
    .replace(/(^|[^\d])\/min\b/g, (_, before: string) => before + t('unit./min'))
    .replace(/[A-Za-z][A-Za-z-]*(?!\w)/g, (word) => {
      if (UNITS.has(word)) return word
      const family = FAMILIES.find((each) => known(`${each}.${word}`))
      strange ||= family === undefined
      return family ? t(`${family}.${word}`) : word
    })
  return strange ? '' : said.trim()
}

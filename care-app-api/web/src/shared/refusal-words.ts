import { useI18n } from 'vue-i18n'
import { Refusal, Unreachable } from './api'

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
  const fieldKey = `field.${field?.split('/').pop() ?? ''}`
  if (refusal.word === 'invalid' && !known(fieldKey)) return t('refusal.invalid')
  const key = `refusal.word.${refusal.word}`
  const sentence = known(key) ? t(key, { by: by ?? t('refusal.somebody'), field: t(fieldKey) }) : t('refusal.unknown')
  const rule = `refusal.rule.${detail ?? ''}`
  return known(rule) ? t('refusal.because', { sentence, rule: t(rule) }) : sentence
}

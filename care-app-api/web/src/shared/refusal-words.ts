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

export function refusalWords(refusal: Refusal, t: Translate, te: (key: string) => boolean): string {
  const { title, detail, field, by } = refusal.problem
  const named = { by: by ?? t('refusal.somebody'), field: field ?? '', detail: detail ?? '' }
  const key = `refusal.word.${refusal.word}`
  // An unknown refusal is still shown as the server wrote it; hiding it would be worse than a foreign sentence.
  const sentence = te(key) ? t(key, named) : title
  return detail && detail !== title ? `${sentence} · ${detail}` : sentence
}

import { useI18n } from 'vue-i18n'

/** Taxonomy words carry dots (sos.wristband), which the catalogue would read as a path. */
export function slug(word: string): string {
  return word.replaceAll('.', '-')
}

/** Translates a word of the contract; a word this page does not know yet is shown as it came, never hidden. */
export function useWords(): (family: string, word: string | undefined) => string {
  const { t, te } = useI18n()
  return (family, word) => {
    if (!word) return ''
    const key = `${family}.${slug(word)}`
    return te(key) || te(key, 'zh') ? t(key) : word
  }
}

import { createI18n } from 'vue-i18n'
import { watch } from 'vue'
import en from './en'
import zh from './zh'

export type Tongue = 'zh' | 'en'
const REMEMBERED = 'anxin.language'

function remembered(): Tongue {
  try {
    return localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

export const i18n = createI18n({
  legacy: false,
  locale: remembered() as string,
  fallbackLocale: 'zh',
  messages: { zh, en } as Record<string, typeof zh>,
})

export function speak(tongue: Tongue): void {
  i18n.global.locale.value = tongue
  try {
    localStorage.setItem(REMEMBERED, tongue)
  } catch {
    // Private mode: the choice lasts until the page is closed.
  }
}

/** Screen readers choose their voice by the lang attribute. */
export function nameThePage(titleKey: string): void {
  watch(
    i18n.global.locale,
    (tongue) => {
      document.documentElement.lang = tongue === 'en' ? 'en' : 'zh-CN'
      document.title = i18n.global.t(titleKey)
    },
    { immediate: true },
  )
}

import { createApp } from 'vue'
import { enter } from '../shared/door'
import { i18n, nameThePage } from '../shared/i18n'
import '../shared/style.css'
import './phone.css'
import PhonePage from './PhonePage.vue'

nameThePage('phone.title')

async function start(): Promise<void> {
  try {
    const account = await enter()
    if (account) createApp(PhonePage, { account }).use(i18n).mount('#app')
  } catch {
    document.getElementById('app')!.textContent = i18n.global.t('phone.lostBar')
    setTimeout(() => void start(), 3000)
  }
}
void start()

import { createApp } from 'vue'
import { enter } from '../shared/door'
import { i18n, nameThePage } from '../shared/i18n'
import '../shared/style.css'
import './desk.css'
import DeskPage from './DeskPage.vue'

nameThePage('desk.title')

async function start(): Promise<void> {
  try {
    const account = await enter()
    if (account) createApp(DeskPage, { account }).use(i18n).mount('#app')
  } catch {
    // The server is not there yet: the room must not look at an empty page until somebody reloads it.
    document.getElementById('app')!.textContent = i18n.global.t('desk.lost')
    setTimeout(() => void start(), 3000)
  }
}
void start()

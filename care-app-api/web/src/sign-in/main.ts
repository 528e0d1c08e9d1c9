import { createApp } from 'vue'
import { i18n, nameThePage } from '../shared/i18n'
import '../shared/style.css'
import SignInPage from './SignInPage.vue'

nameThePage('signIn.title')
createApp(SignInPage).use(i18n).mount('#app')

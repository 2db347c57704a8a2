import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './shell/App.vue'
import { router } from './shell/router'
import { applyTheme } from './shell/theme'
import { applyLocale, i18n } from './shared/i18n/i18n'
import 'element-plus/theme-chalk/base.css'
import './shared/ui/tokens.css'
import './shared/ui/element.css'
import './shared/ui/base.css'

applyTheme()
applyLocale()
createApp(App).use(createPinia()).use(i18n).use(router).mount('#app')

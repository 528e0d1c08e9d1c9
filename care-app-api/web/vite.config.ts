import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const page = (name: string) => resolve(import.meta.dirname, name)

export default defineConfig({
  plugins: [vue()],
  base: '/',
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    target: 'es2022',
    // The server's policy is default-src 'self': nothing may become a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: [page('index.html'), page('desk.html'), page('phone.html')] },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env.ANXIN_API ?? 'http://127.0.0.1:8091' },
  },
  test: { include: ['test/**/*.test.ts'], environment: 'node' },
})

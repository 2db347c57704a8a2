import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const backend = process.env.TOCSIN_URL ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    // Messages are interpreted, never compiled to code: the page runs under a CSP without eval.
    __INTLIFY_JIT_COMPILATION__: true,
    __INTLIFY_PROD_DEVTOOLS__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_PROD_DEVTOOLS__: false
  },
  build: {
    outDir: 'dist',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // Every file costs a browser more than a few kilobytes do: what stands on every board comes in one.
        codeSplitting: {
          groups: [
            { name: 'vue', test: /\/node_modules\/(vue|@vue|pinia|vue-router|vue-i18n|@intlify)\//, priority: 9 },
            { name: 'base', test: /\/src\/(shared\/(i18n|http|session|time|keys|slots|room)|shell\/messages|rooms\/[a-z]+\/([a-z]+M|m)essages)/, priority: 8 },
            { name: 'board', test: /\/src\/(shell\/(board|command|bar|sound|tour\/tour|ConsoleLayout|idle|help)|shared\/(ui\/(?!Modal)|live)|rooms\/(matter\/(IncidentQueue|QueueRow|queue)|intake\/CallQueue|dispatch\/(UnitPanel|WatchWaiting|steps)|staff\/(DutyLevelChip|useDutyLevels)))/, priority: 7 },
            { name: 'map', test: /\/src\/(shared\/map\/|rooms\/registry\/(BoardMap|PointCard|UnitCard))/, priority: 6 }
          ]
        }
      }
    }
  },
  server: { proxy: { '/api': { target: backend, changeOrigin: false } } },
  test: { environment: 'happy-dom', include: ['test/**/*.test.ts', 'src/**/*.test.ts'] }
})

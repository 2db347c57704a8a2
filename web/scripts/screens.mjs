// Pictures of the screens of a running demonstration, to be looked at: node scripts/screens.mjs URL FOLDER [only-this-name…]
// Both sizes and both themes; a name is size-theme-screen.
import { existsSync, mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'

const [url, folder, ...only] = process.argv.slice(2)
if (!url || !folder) throw new Error('usage: node scripts/screens.mjs URL FOLDER [NAME…]')
mkdirSync(folder, { recursive: true })
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((one) => existsSync(one))
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })

const to = (path) => async (page) => page.goto(url + path)
async function openIncident(page) {
  await page.locator('section.queue [role=option]').first().click()
  await page.waitForSelector('article.incident')
}
/** The id of the first thing of a list, asked as the account that is signed in. */
const first = (page, path) => page.evaluate(async (where) => { const list = await (await fetch(where)).json(); return (list.items ?? list)[0]?.id }, path)

/** Who looks, and what to do on the board (or from where one signs in) to reach each screen; the map needs a moment to draw. */
const SCREENS = {
  dispatcher: {
    board: async () => undefined,
    incident: openIncident,
    dispatch: async (page) => { await openIncident(page); await page.keyboard.press('d') },
    call: async (page) => {
      await page.locator('[data-tour=calls] a.btn').click()
      await page.locator('input.big').fill('13800001234')
      await page.locator('section.work button[type=submit]').click()
      await page.waitForSelector('#narrative')
    },
    line: async (page) => { await page.keyboard.press('/'); await page.keyboard.type('d ') },
    zoomed: async (page) => { for (let turn = 0; turn < 4; turn++) { await page.locator('.tools button').first().click(); await page.waitForTimeout(400) } },
    help: async (page) => page.keyboard.press('?'),
    alerts: to('/alerts'),
    closed: to('/closed'),
    print: async (page) => page.goto(`${url}/incident/${await first(page, '/api/incidents?state=open&limit=1')}/print`),
    unit: async (page) => page.goto(`${url}/unit/${await first(page, '/api/units?limit=1')}`),
    handover: to('/handover'),
    nowhere: to('/no/such/page')
  },
  commander: {
    command: to('/command'),
    duty: to('/duty'),
    events: to('/events'),
    exercises: to('/exercises'),
    instructions: to('/instructions'),
    whistles: to('/whistles'),
    wall: to('/wall'),
    units: to('/admin/units')
  },
  supervisor: { figures: to('/figures') },
  sysadmin: { agencies: to('/admin/agencies'), officers: to('/admin/officers'), imports: to('/admin/imports') },
  auditor: { audit: to('/admin/audit') }
}

const wanted = (file) => only.length === 0 || only.some((one) => file.includes(one))
async function shoot(page, file) {
  await page.waitForTimeout(1800)
  await page.screenshot({ path: `${folder}/${file}.png` })
  process.stdout.write(`${file}\n`)
}

for (const [width, height] of [[1440, 900], [1920, 1080]]) {
  for (const theme of ['dark', 'light']) {
    for (const [account, screens] of Object.entries(SCREENS)) {
      const names = Object.entries(screens).filter(([name]) => wanted(`${width}-${theme}-${name}`))
      const signIn = account === 'dispatcher' && wanted(`${width}-${theme}-sign-in`)
      if (names.length === 0 && !signIn) continue
      const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' })
      await context.addInitScript((values) => Object.entries(values).forEach(([key, value]) => localStorage.setItem(key, value)), { 'tocsin.theme': theme, 'tocsin.tour': JSON.stringify([account]) })
      const page = await context.newPage()
      await page.goto(`${url}/sign-in`)
      if (signIn) await shoot(page, `${width}-${theme}-sign-in`)
      await page.locator('.account', { hasText: account }).first().click()
      await page.waitForURL((where) => !where.pathname.startsWith('/sign-in'))
      for (const [name, reach] of names) {
        const file = `${width}-${theme}-${name}`
        try {
          await page.goto(`${url}/`)
          if (account === 'dispatcher') await page.waitForSelector('.state.live')
          await page.waitForTimeout(1500)
          await reach(page)
          await shoot(page, file)
        } catch (failed) {
          process.stdout.write(`${file} FAILED: ${String(failed).split('\n')[0]}\n`)
        }
      }
      await context.close()
    }
  }
}
await browser.close()

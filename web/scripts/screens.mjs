// Pictures of the screens of a running demonstration, to be looked at: node scripts/screens.mjs URL FOLDER [only-this-name…]
// Both sizes and both themes; a name is size-theme-screen.
import { existsSync, mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'

const [url, folder, ...only] = process.argv.slice(2)
if (!url || !folder) throw new Error('usage: node scripts/screens.mjs URL FOLDER [NAME…]')
mkdirSync(folder, { recursive: true })
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((one) => existsSync(one))
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const { demoAccounts } = await (await fetch(`${url}/api/instance`)).json()
const account = demoAccounts.find((one) => one.signInName === 'dispatcher') ?? demoAccounts[0]

/** What to do on the board to reach each screen; the map needs a moment to draw. */
const SCREENS = {
  board: async () => undefined,
  incident: async (page) => {
    await page.locator('section.queue [role=option]').first().click()
    await page.waitForSelector('article.incident')
  },
  call: async (page) => {
    await page.locator('[data-tour=calls] a.btn').click()
    await page.locator('input.big').fill('13800001234')
    await page.locator('section.work button[type=submit]').click()
    await page.waitForSelector('#narrative')
  },
  command: async (page) => {
    await page.keyboard.press('/')
    await page.keyboard.type('d ')
  },
  help: async (page) => page.keyboard.press('?'),
  alerts: async (page) => page.goto(`${url}/alerts`),
  closed: async (page) => page.goto(`${url}/closed`),
  figures: async (page) => page.goto(`${url}/figures`)
}

for (const [width, height] of [[1440, 900], [1920, 1080]]) {
  for (const theme of ['dark', 'light']) {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' })
    await context.addInitScript((values) => Object.entries(values).forEach(([key, value]) => localStorage.setItem(key, value)), {
      'tocsin.theme': theme, 'tocsin.tour': JSON.stringify([account.signInName])
    })
    const page = await context.newPage()
    await page.goto(`${url}/sign-in`)
    await page.locator('.account', { hasText: account.signInName }).first().click()
    await page.waitForSelector('.state.live')
    for (const [name, reach] of Object.entries(SCREENS)) {
      const file = `${width}-${theme}-${name}`
      if (only.length && !only.some((one) => file.includes(one))) continue
      await page.goto(`${url}/`)
      await page.waitForSelector('.state.live')
      await page.waitForTimeout(1500)
      await reach(page)
      await page.waitForTimeout(1500)
      await page.screenshot({ path: `${folder}/${file}.png` })
      process.stdout.write(`${file}\n`)
    }
    await context.close()
  }
}
await browser.close()

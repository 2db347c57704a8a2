/**
 * Measures the console in a real browser; `./tocsin bench console` starts it. Says one JSON object on stdout.
 * In the environment: TOCSIN_URL of a demonstration, TOCSIN_CHROMIUM, TOCSIN_RUNS (page loads), TOCSIN_KEYS (keys typed),
 * TOCSIN_CHANGES (changes watched from the other window), TOCSIN_MAP_SECONDS.
 */
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'

const env = (name, usual) => process.env[name] ?? usual
const base = env('TOCSIN_URL', 'http://localhost:8080')
const runs = Number(env('TOCSIN_RUNS', '7'))
const keys = Number(env('TOCSIN_KEYS', '300'))
const changes = Number(env('TOCSIN_CHANGES', '200'))
const mapSeconds = Number(env('TOCSIN_MAP_SECONDS', '15'))
const size = { width: 1440, height: 900 }
const say = (text) => process.stderr.write(`bench: ${text}\n`)

const browser = await chromium.launch({
  executablePath: env('TOCSIN_CHROMIUM', '/usr/bin/chromium'),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
})

/** Signs in without opening a page, so that the first page load finds no cached file. */
async function signedIn() {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN' })
  // The guided tour would lie over what is measured.
  await context.addInitScript(() => { try { localStorage.setItem('tocsin.tour', '["dispatcher"]') } catch { /* no storage */ } })
  await context.request.get(`${base}/api/session`)
  const token = (await context.cookies(base)).find((one) => one.name === 'XSRF-TOKEN')?.value ?? ''
  const answer = await context.request.post(`${base}/api/session`, {
    headers: { 'X-XSRF-TOKEN': token },
    data: { signInName: 'dispatcher', password: await password(context) }
  })
  if (!answer.ok()) throw new Error(`signing in: ${answer.status()} ${await answer.text()}`)
  return context
}

async function password(context) {
  const instance = await (await context.request.get(`${base}/api/instance`)).json()
  const account = instance.demoAccounts.find((one) => one.signInName === 'dispatcher')
  if (!account) throw new Error('this is no demonstration: it has no account called dispatcher')
  return account.password
}

/** Interactive: the wanted element stands, and the end of the last long task of the second after it. */
const watcher = (selector) => {
  const tasks = []
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.startTime + one.duration))).observe({ type: 'longtask', buffered: true })
  window.__interactive = new Promise((settled) => {
    const look = () => {
      if (!document.querySelector(selector)) return requestAnimationFrame(look)
      const stood = performance.now()
      setTimeout(() => settled({ stood, interactive: Math.max(stood, ...tasks.filter((end) => end < stood + 1000)) }), 1000)
    }
    requestAnimationFrame(look)
  })
}

const BOARD = '.command input'
async function load(context, path, selector) {
  const page = await context.newPage()
  await page.addInitScript(watcher, selector)
  await page.goto(base + path, { waitUntil: 'commit' })
  const at = await page.evaluate(() => window.__interactive)
  return { page, ...at }
}

async function loads() {
  const cold = []
  const warm = []
  for (let run = 0; run < runs; run++) {
    const context = await signedIn()
    const first = await load(context, '/', BOARD)
    cold.push(first.interactive)
    await first.page.waitForLoadState('networkidle').catch(() => {})
    await first.page.close()
    const second = await load(context, '/', BOARD)
    warm.push(second.interactive)
    await context.close()
  }
  return { cold, warm }
}

/** What a first visit to a route fetches of scripts and styles: gzip bytes, and of them those before it can be used. */
async function bundle(path, selector, anonymous = false) {
  const context = anonymous ? await browser.newContext({ viewport: size, locale: 'zh-CN' }) : await signedIn()
  const page = await context.newPage()
  const files = []
  page.on('response', (response) => {
    if (['script', 'stylesheet'].includes(response.request().resourceType())) files.push(response)
  })
  await page.addInitScript(watcher, selector)
  await page.goto(base + path, { waitUntil: 'commit' })
  const { stood } = await page.evaluate(() => window.__interactive)
  await page.waitForLoadState('networkidle', { timeout: 8000 }).catch(() => {})
  const begun = new Map(await page.evaluate(() => performance.getEntriesByType('resource').map((one) => [one.name, one.responseEnd])))
  let all = 0
  let before = 0
  let map = 0
  for (const file of files) {
    const bytes = gzipSync(await file.body(), { level: 6 }).length
    all += bytes
    if ((begun.get(file.url()) ?? 0) <= stood) before += bytes
    if (/map/i.test(file.url())) map += bytes
  }
  await context.close()
  return { path, files: files.length, gzip_bytes: all, gzip_bytes_before_usable: before, gzip_bytes_of_map: map }
}

/** From the key's own time stamp to the frame after the one in which its character was laid out. */
async function typing() {
  const context = await signedIn()
  const { page } = await load(context, '/', BOARD)
  await page.keyboard.press('n')
  await page.waitForURL('**/call/new')
  await page.waitForTimeout(300)
  await page.keyboard.type('10000000009')
  await page.keyboard.press('Enter')
  const field = page.locator('textarea').first()
  await field.waitFor()
  await field.focus()
  await page.evaluate(() => {
    window.__echo = []
    let pressed = 0
    document.addEventListener('keydown', (event) => { pressed = event.timeStamp }, true)
    document.addEventListener('input', () => {
      const from = pressed
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => window.__echo.push(performance.now() - from)
        channel.port2.postMessage(0)
      })
    }, true)
  })
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press('abcdefghij klmnop'[key % 17])
    await page.waitForTimeout(40)
  }
  const echo = await page.evaluate(() => window.__echo)
  await context.close()
  return echo
}

/** From the moment one window sends a change to the moment the other has drawn it. */
async function otherWindow() {
  const one = await signedIn()
  const two = await signedIn()
  const a = (await load(one, '/', BOARD)).page
  const b = (await load(two, '/', BOARD)).page
  await b.evaluate(() => {
    window.__seen = {}
    const look = (node) => {
      const text = node.textContent ?? ''
      for (const mark of text.match(/Q\d+Q/g) ?? []) {
        if (window.__seen[mark]) continue
        window.__seen[mark] = -1
        requestAnimationFrame(() => { window.__seen[mark] = Date.now() })
      }
    }
    new MutationObserver((list) => list.forEach((change) => { change.addedNodes.forEach(look); look(change.target) }))
      .observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  const times = []
  let missed = 0
  for (let change = 0; change < changes; change++) {
    const mark = `Q${change}Q`
    const sent = await a.evaluate(async (address) => {
      const token = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '')
      const at = Date.now()
      const send = (path, body) => fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token }, body: JSON.stringify(body) })
      const answer = await send('/api/signals', { channel: 'PHONE_110', callbackNumber: '10000000001', addressText: address })
      if (!answer.ok) throw new Error(`a call was refused: ${answer.status} ${await answer.text()}`)
      window.__last = (await answer.json()).id
      return at
    }, mark)
    const seen = await b.waitForFunction((wanted) => window.__seen[wanted] > 0 && window.__seen[wanted], mark, { timeout: 5000 }).then((it) => it.jsonValue()).catch(() => null)
    if (seen === null) missed++
    else times.push(seen - sent)
    // The list must not grow without end: the call is given up again.
    await a.evaluate(async () => {
      const token = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '')
      await fetch(`/api/calls/${window.__last}/abandon`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token }, body: JSON.stringify({ reason: 'bench' }) })
    })
  }
  await one.close()
  await two.close()
  return { times, missed }
}

async function map(units, mode) {
  const context = await signedIn()
  const page = await context.newPage()
  await page.goto(`${base}/lab/map?units=${units}&seconds=${mapSeconds}&mode=${mode}`)
  const result = page.locator('#frame-times[data-state=done]')
  await result.waitFor({ state: 'attached', timeout: (mapSeconds + 60) * 1000 })
  const measured = JSON.parse((await result.textContent()) ?? '{}')
  await context.close()
  return measured
}

const out = {}
say(`loading the board ${runs} times cold and warm`)
out.loads = await loads()
say('weighing the routes')
out.bundles = [
  await bundle('/', 'input[autocomplete=username]', true),
  await bundle('/', BOARD),
  await bundle('/figures', 'main h1, .page h1, h1')
]
say(`typing ${keys} keys into the call form`)
out.echo_ms = await typing()
say(`watching ${changes} changes from the other window`)
out.other_window = await otherWindow()
out.map = []
for (const [units, mode] of [[1000, 'still'], [10000, 'still'], [10000, 'pan']]) {
  say(`drawing ${units} moving units for ${mapSeconds} s, map ${mode}`)
  out.map.push(await map(units, mode))
}
out.browser = browser.version()
await browser.close()
process.stdout.write(JSON.stringify(out))

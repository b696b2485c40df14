import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'
import type { Test } from 'tap'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]
const OUTCOME_MS_MAX = 60_000

/** Where the browser is: `HANSE_CHROMIUM`, or where Debian and others put it. */
export function chromiumPath(): string | undefined {
  return [process.env['HANSE_CHROMIUM'] ?? '', ...PLACES].find((path) => path !== '' && existsSync(path))
}

/** Serves one page with one script. Gives its address. */
async function servePage(t: Test, script: string): Promise<string> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
    response.end(isScript ? script : '<!doctype html><title>page</title><script type="module" src="/page.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** Runs a script in a page of its own origin until it has set `outcome`; what the page logged goes along. */
export async function runInBrowser(
  t: Test,
  executablePath: string,
  script: string,
  given: object,
): Promise<{ readonly outcome: unknown; readonly log: readonly string[] }> {
  const address = await servePage(t, script)
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  try {
    const page = await browser.newPage()
    const log: string[] = []
    page.on('console', (message) => log.push(message.text()))
    page.on('pageerror', (error) => log.push(String(error)))
    await page.goto(`${address}#${encodeURIComponent(JSON.stringify(given))}`)
    await page.waitForFunction('globalThis.outcome !== undefined', undefined, { timeout: OUTCOME_MS_MAX })
    return { outcome: await page.evaluate('globalThis.outcome'), log }
  } finally {
    await browser.close()
  }
}

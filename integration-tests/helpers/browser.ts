import { Browser, chromium } from "playwright-core"
import { ensureChromium } from "../../scripts/ensure-chromium"

const LAUNCH_TIMEOUT_MS = 300_000

/** A Chromium for the spec file or the `describe` that calls it. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: await ensureChromium(),
      // Chromium's sandbox refuses to run as root.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    })
  }, LAUNCH_TIMEOUT_MS)

  afterAll(async () => {
    await browser?.close()
  })

  return () => {
    if (!browser) {
      throw new Error("There is no browser yet: use it inside a test or a hook")
    }
    return browser
  }
}

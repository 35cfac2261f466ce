import { BrowserContext, BrowserContextOptions, Page } from "playwright-core"
import { buildAdminIfStale } from "../../scripts/lib/admin-build"
import { ADMIN } from "../store/admin"
import { STORE_DIR } from "./boot-store"
import { useBrowser } from "./browser"
import { Store } from "./store"
import { useStore } from "./use-store"

const BUILD_TIMEOUT_MS = 300_000
const WIDE = { width: 1440, height: 900 }

/** @param language as the dashboard names it */
export type PageOptions = BrowserContextOptions & { language?: string }

export type Dashboard = {
  store: Store
  /** Opens a page that is closed at the end of the test. @default logged in, 1440 wide, light, English */
  open: (path: string, options?: PageOptions) => Promise<Page>
  /** What the console of this test's pages complained of, which is then not a failure. */
  complaints: () => string[]
}

/**
 * A store with its dashboard, and a browser for it. A test fails if a page throws or logs
 * an error, unless it has taken the complaints.
 */
export function useDashboard(): Dashboard {
  beforeAll(() => buildAdminIfStale(STORE_DIR), BUILD_TIMEOUT_MS)
  const store = useStore({ env: { ADMIN: "1" } })
  const browser = useBrowser()
  /** Logged in once, and with the dashboard's code in its cache. */
  let context: BrowserContext
  const pages: Page[] = []
  const errors: string[] = []

  beforeAll(async () => {
    context = await browser().newContext({ viewport: WIDE })
    await logIn(await context.newPage(), store.urls[0])
  }, BUILD_TIMEOUT_MS)

  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.close()))
    expect(complaints()).toEqual([])
  })

  const open = async (path: string, options?: PageOptions) => {
    const page = options
      ? await browser().newPage({
          storageState: await context.storageState(),
          viewport: WIDE,
          ...options,
        })
      : await context.newPage()
    pages.push(page)
    collectErrors(page, errors)
    if (options?.language) {
      const [url] = store.urls
      const cookie = { name: "lng", value: options.language, url }
      await page.context().addCookies([cookie])
    }
    await page.goto(`${store.urls[0]}/app${path}`)
    return page
  }

  const complaints = () => errors.splice(0)

  return { store, open, complaints }
}

function collectErrors(page: Page, errors: string[]) {
  page.on("pageerror", ({ message }) => errors.push(message))
  page.on("console", (message) => {
    if (message.type() === "error") {
      errors.push(message.text())
    }
  })
}

/** As the admin does it, with the keyboard and a click. */
export async function logIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/app/login`)
  await page.getByPlaceholder("Email").fill(ADMIN.email)
  await page.getByPlaceholder("Password").fill(ADMIN.password)
  await page.getByRole("button", { name: "Continue with Email" }).click()
  await page.waitForURL((address) => !address.pathname.endsWith("/login"))
}

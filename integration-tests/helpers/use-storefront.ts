import { BrowserContextOptions, Page } from "playwright-core"
import { freePort } from "../../scripts/lib/free-port"
import { serveStorefront } from "../../scripts/lib/serve-storefront"
import { buildStorefrontIfStale } from "../../scripts/lib/storefront"
import { useBrowser } from "./browser"
import { Store } from "./store"
import { useStore } from "./use-store"

const BUILD_TIMEOUT_MS = 300_000

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 800 }

/** Seconds between two codes to one customer. */
export const RESEND_SECONDS = 2

/** The plugin's options, and what the storefront's config.json says of them. */
type Setup = { options: object; config: object }

const BOTH: Setup = {
  options: {
    registration: { identifier: "both" },
    login: { methods: ["password", "code"] },
  },
  config: {
    registration: "both",
    login: "both",
    loginMethods: ["password", "code"],
  },
}

/** Nobody has a password: the first code to a phone registers its owner. */
export const CODE_ALONE: Setup = {
  options: {
    registration: { identifier: "phone" },
    login: { methods: ["code"], code_registration: true },
  },
  config: {
    registration: "phone",
    login: "phone",
    loginMethods: ["code"],
    codeRegistration: true,
  },
}

export type OpenOptions = BrowserContextOptions & {
  /** Another config.json for this page alone, of a store that is set up in another way. */
  config?: object
}

export type Storefront = {
  store: Store
  url: () => string
  /** Opens a page of its own, closed at the end of the test. @default a phone's, in English */
  open: (path: string, options?: OpenOptions) => Promise<Page>
  /** What the server refused since the last call, as `"POST /path 400"`, which is then not a failure. */
  refusals: () => string[]
}

/**
 * A store, the built example of a storefront in front of it, and a browser. A test fails if a page throws, logs an error or
 * has a request refused, unless it has taken the refusals.
 */
export function useStorefront(setup: Setup = BOTH): Storefront {
  let port = 0
  let stop: (() => Promise<void>) | undefined
  const url = () => `http://localhost:${port}`

  beforeAll(async () => {
    port = await freePort()
  })
  const store = useStore(() => storeFor(url(), setup.options))
  beforeAll(async () => {
    const dir = await buildStorefrontIfStale()
    const config = { ...configFor(store), ...setup.config }
    const json = { "/config.json": () => config }
    stop = (await serveStorefront({ dir, port, json })).stop
  }, BUILD_TIMEOUT_MS)
  afterAll(() => stop?.())

  return { store, url, ...usePages(useBrowser(), url) }
}

function storeFor(storefrontUrl: string, options: object) {
  const resend = { resendThrottleSeconds: RESEND_SECONDS }
  return {
    http: { storeCors: storefrontUrl, authCors: storefrontUrl },
    options: {
      storefrontUrl,
      email_verification: resend,
      phone_verification: resend,
      ...options,
    },
  }
}

function configFor(store: Store) {
  return {
    shopName: "Corner Shop",
    baseUrl: store.urls[0],
    publishableApiKey: store.publishableApiKey,
    country: "US",
    codeLength: 6,
    // Sooner than the server lets, so that its answer is seen.
    resendSeconds: RESEND_SECONDS / 2,
    passwordLength: 8,
  }
}

function usePages(
  browser: ReturnType<typeof useBrowser>,
  url: () => string
): Pick<Storefront, "open" | "refusals"> {
  const pages: Page[] = []
  const errors: string[] = []
  const refused: string[] = []
  const refusals = () => refused.splice(0)

  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()))
    expect({ errors: errors.splice(0), refused: refusals() }).toEqual({
      errors: [],
      refused: [],
    })
  })

  const open = async (
    path: string,
    { config, ...options }: OpenOptions = {}
  ) => {
    const context = await browser().newContext({
      viewport: PHONE,
      locale: "en-US",
      ...options,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    pages.push(page)
    collectErrors(page, errors, refused)
    if (config) {
      await page.route("**/config.json", async (route) => {
        const response = await route.fetch()
        const json = { ...(await response.json()), ...config }
        await route.fulfill({ response, json })
      })
    }
    await page.goto(url() + path)
    return page
  }
  return { open, refusals }
}

function collectErrors(page: Page, errors: string[], refused: string[]) {
  page.on("pageerror", ({ message }) => errors.push(message))
  page.on("console", (message) => {
    const text = message.text()
    // Chromium's own line of a refused request, which is looked at below.
    if (message.type() === "error" && !/^Failed to load resource/.test(text)) {
      errors.push(text)
    }
  })
  page.on("response", (response) => {
    if (response.status() >= 400) {
      const { pathname } = new URL(response.url())
      const method = response.request().method()
      refused.push(`${method} ${pathname} ${response.status()}`)
    }
  })
  page.on("requestfailed", (request) => {
    // What a page that is left or closed does not wait for.
    if (request.failure()?.errorText === "net::ERR_ABORTED") {
      return
    }
    const { pathname } = new URL(request.url())
    refused.push(`${request.method()} ${pathname} failed`)
  })
}

// @ts-check
import assert from "node:assert/strict"
import path from "node:path"
import { sleep } from "../clock.js"
import { replaceOnce } from "../code-blocks.js"
import {
  ADD_ADMIN,
  configFor,
  DEVELOP,
  FIRST_CUSTOMER,
  FIRST_LOGIN,
  INSTALL,
  MIGRATE,
} from "./documents.mjs"
import { start, type } from "./shell.mjs"
import { logInAsAdmin, publishableKey, request, signUp } from "./sign-up.mjs"
import { withDatabase, write } from "./starter.mjs"

/** @import { Mode } from "./documents.mjs" */
/** @import { Running } from "./shell.mjs" */
/** @import { Store } from "./starter.mjs" */
/** @import { Trial } from "./main.mjs" */

const READY = /Server is ready on port/

/**
 * docs/getting-started.md, typed as written in a new store.
 *
 * @param {Trial} trial
 * @param {Store} starter
 * @param {{ quick: boolean }} options whether to leave out types and restarts
 * @returns {Promise<Store>} whose database has the first customer, and an admin
 */
export async function firstHour(trial, starter, { quick }) {
  const { postgres, tarball, check } = trial
  const store = await withDatabase(starter, postgres)
  await check("npm install customer-registration", () =>
    type(store, replaceOnce(INSTALL, "customer-registration", tarball))
  )
  write(store.dir, "medusa-config.ts", configFor("phone"))
  if (!quick) {
    await check("the configuration's types", () => checkTypes(store))
  }
  await check(MIGRATE, () => type(store, MIGRATE))
  await check(ADD_ADMIN, () => type(store, ADD_ADMIN))
  await developing(store, check, async (server) => {
    await check("the first customer, by curl", () =>
      typeFirstCustomer(store, server.log)
    )
    await check("an export, and its notification", () => exportProducts(store))
    if (!quick) {
      await check("an edited file restarts it", () => editRoute(store, server))
    }
  })
  return store
}

/**
 * The same store with another mode and a new database: a sign-up in development.
 *
 * @param {Trial} trial
 * @param {Store} starter
 * @param {Mode} mode
 */
export async function tryMode({ postgres, check }, starter, mode) {
  const store = await withDatabase(starter, postgres)
  write(store.dir, "medusa-config.ts", configFor(mode))
  await check(`${mode}: ${MIGRATE}`, () =>
    type(store, `${MIGRATE}\n${ADD_ADMIN}`)
  )
  await developing(store, check, async ({ log }) => {
    const key = await publishableKey(store.url)
    await check(`${mode}: sign-up, codes and logins`, () =>
      signUp({ ...store, key, log }, mode)
    )
  })
}

/**
 * The documented configuration with an account at Twilio: the store starts with its provider, and no message is sent.
 *
 * @param {Trial} trial
 * @param {Store} store that is migrated
 */
export async function tryTwilio({ check }, store) {
  const account = {
    TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
    TWILIO_AUTH_TOKEN: "secret",
    TWILIO_FROM: "+15005550006",
  }
  const env = { ...store.env, ...account }
  await check("npm install twilio", () => type(store, "npm install twilio"))
  await developing({ ...store, env }, check, async (server) => {
    const log = await server.printed(/[^]*/)
    assert.doesNotMatch(log, /no notification provider serves/)
  })
}

/**
 * @param {Store} store
 * @param {Trial["check"]} check
 * @param {(server: Running) => Promise<void>} work
 */
export async function developing(store, check, work) {
  const server = start(store, DEVELOP, path.join(store.dir, "../develop.log"))
  try {
    await check(DEVELOP, () => server.printed(READY))
    await check("the dashboard opens", () => openDashboard(store))
    await work(server)
  } finally {
    await server.stop()
  }
}

/** A wrong option is red, and the documented ones are not. @param {Store} store */
async function checkTypes(store) {
  const wrong = configFor("phone").replace(`"phone" }`, `"fone" }`)
  write(store.dir, "src/wrong-config.ts", wrong)
  await assert.rejects(
    type(store, "npx tsc --noEmit"),
    /wrong-config\.ts\(\d+,\d+\): error TS2322: Type '"fone"' /
  )
  await type(store, "rm src/wrong-config.ts\nnpx tsc --noEmit")
}

/**
 * Its first script imports those of all plugins; what it cannot import answers with the page.
 *
 * @param {Store} store
 */
export async function openDashboard({ url }) {
  const page = await fetch(`${url}/app`)
  assert.match(await page.text(), /<div id="medusa">/)
  const script = await fetch(`${url}/app/entry.jsx`)
  assert.equal(script.headers.get("content-type"), "text/javascript")
}

/**
 * The curl lines of docs/getting-started.md, with the code of the log.
 *
 * @param {Store} store
 * @param {string} log
 */
async function typeFirstCustomer(store, log) {
  const here = replaceOnce(FIRST_CUSTOMER, "http://localhost:9000", store.url)
  const code = `CODE=$(sleep 1; grep -aoE '@localhost #[0-9]{6}' '${log}' | tail -n 1 | grep -oE '[0-9]{6}')`
  const login = replaceOnce(FIRST_LOGIN, "CODE=482917", code)
  const printed = await type(store, `${here}\n${login}`)
  const [verified, token = ""] = printed.trim().split("\n")
  assert.equal(verified, "true")
  assert.equal(token.split(".").length, 3, `${token} is no login token`)
}

/** What the bell of the dashboard shows. @param {Store} store */
async function exportProducts({ url }) {
  const authorization = `Bearer ${await logInAsAdmin(url)}`
  await request(`${url}/admin/products/export`, {}, { authorization })
  for (let turn = 0; turn < 100; turn += 1) {
    const { notifications } = await request(
      `${url}/admin/notifications?channel=feed`,
      undefined,
      { authorization }
    )
    if (notifications.length) {
      assert.equal(notifications[0].data.title, "Product export")
      assert.ok(notifications[0].data.file.url)
      return
    }
    await sleep(100)
  }
  throw new Error("No notification says that the export is done")
}

/**
 * @param {Store} store
 * @param {Running} server
 */
async function editRoute(store, server) {
  const file = "src/api/hello/route.ts"
  const answers = async (/** @type {string} */ text) => {
    const from = (await server.printed(/[^]*/)).length
    write(store.dir, file, route(text))
    await server.printed(READY, from)
    const response = await fetch(`${store.url}/hello`)
    assert.equal(await response.text(), text)
  }
  await answers("first")
  await answers("second")
}

/** @param {string} text */
function route(text) {
  return `import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

export function GET(_req: MedusaRequest, res: MedusaResponse) {
  res.send("${text}")
}
`
}

// @ts-check
import fs from "node:fs"
import path from "node:path"
import { sleep } from "../clock.js"
import { ROOT } from "../plugin-package.js"
import { replaceOnce } from "../code-blocks.js"
import { ADD_ADMIN, configFor, MIGRATE } from "./documents.mjs"
import { developing, openDashboard } from "./first-hour.mjs"
import { start, type } from "./shell.mjs"
import { publishableKey, signUp } from "./sign-up.mjs"
import { withDatabase, write } from "./starter.mjs"

/** @import { Store } from "./starter.mjs" */
/** @import { Trial } from "./main.mjs" */
/** @import { Running } from "./shell.mjs" */

const SOURCES = [
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "USAGE.md",
  "package.json",
  "scripts",
  "src",
  "tsconfig.json",
]
/** The file that a developer edits, with what they see of it. */
const EDITED = "src/notifications/languages/en.ts"
const SAID = "{code} is your verification code for"
const QUIET_MS = 5_000

/**
 * Medusa's plugin commands: the plugin's sources published to the registry of this machine, added to a store from there, and edited
 * while the store runs.
 *
 * @param {Trial} trial
 * @param {Store} starter without the plugin
 */
export async function tryLocalRegistry(trial, starter) {
  const { temp, postgres, signal, check } = trial
  // The registry is a folder in the home of whoever uses it; npm's cache is there, too.
  const home = path.join(temp, "home")
  fs.mkdirSync(home)
  const cache = (
    await type({ dir: temp, env: {}, signal }, "npm config get cache")
  ).trim()
  const env = { HOME: home, npm_config_cache: cache }
  const plugin = { dir: copyPlugin(temp), env, signal }
  const withEnv = { ...starter, env: { ...starter.env, ...env } }
  const store = await withDatabase(withEnv, postgres)

  await check("medusa plugin:publish", async () => {
    await type(plugin, "npx medusa plugin:publish")
    // It ends with 0 where its build has failed.
    if (!fs.existsSync(path.join(home, ".yalc"))) {
      throw new Error("medusa plugin:publish published nothing")
    }
  })
  await check("medusa plugin:add", () =>
    type(store, "npx medusa plugin:add customer-registration")
  )
  write(store.dir, "medusa-config.ts", configFor("phone"))
  await check(MIGRATE, () => type(store, `${MIGRATE}\n${ADD_ADMIN}`))
  await developing(store, check, async (server) => {
    const log = path.join(temp, "plugin-develop.log")
    const developer = start(plugin, "npx medusa plugin:develop", log)
    try {
      await check("medusa plugin:develop", () =>
        developer.printed(/watching for file changes/)
      )
      const from = (await server.printed(/[^]*/)).length
      await check("its edit restarts the store", async () => {
        edit(plugin.dir)
        await server.printed(/Server is ready on port/, from)
        await quiet(server)
      })
      await check("the dashboard opens with its sources", () =>
        openDashboard(store)
      )
      await check("a sign-up gets the edited message", async () => {
        const key = await publishableKey(store.url)
        await signUp({ ...store, key, log: server.log }, "phone")
        await server.printed(/\d{6} is the edited verification code/)
      })
    } finally {
      await developer.stop()
    }
  })
}

/**
 * An edit comes in several files, and each may restart the store.
 *
 * @param {Running} server
 */
async function quiet(server) {
  let before = -1
  let length = 0
  while (length > before) {
    before = length
    await sleep(QUIET_MS)
    length = (await server.printed(/[^]*/)).length
  }
}

/** @param {string} temp */
function copyPlugin(temp) {
  const above = path.join(temp, "developer")
  const dir = path.join(above, "plugin")
  for (const name of SOURCES) {
    fs.cpSync(path.join(ROOT, name), path.join(dir, name), { recursive: true })
  }
  // Not in the plugin itself: the registry's tool would walk through what a link leads to.
  fs.symlinkSync(
    path.join(ROOT, "node_modules"),
    path.join(above, "node_modules")
  )
  return dir
}

/** @param {string} dir of the plugin */
function edit(dir) {
  const source = fs.readFileSync(path.join(dir, EDITED), "utf8")
  write(
    dir,
    EDITED,
    replaceOnce(source, SAID, SAID.replace("your", "the edited"))
  )
}

// @ts-check
import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { replaceOnce } from "../code-blocks.js"
import { BUILD, configFor, START } from "./documents.mjs"
import { start, type } from "./shell.mjs"
import { publishableKey, signUp } from "./sign-up.mjs"
import { write } from "./starter.mjs"

/** @import { Store } from "./starter.mjs" */
/** @import { Trial } from "./main.mjs" */

/** A notification provider of the store, since nothing is printed in production. */
const PROVIDER = `import { AbstractNotificationProviderService, ModuleProvider, Modules } from "@medusajs/framework/utils"
import type { ProviderSendNotificationDTO } from "@medusajs/framework/types"

class Printer extends AbstractNotificationProviderService {
  static identifier = "printer"

  async send({ to, content }: ProviderSendNotificationDTO) {
    console.log(\`To \${to}: \${content?.text}\`)
    return {}
  }
}

export default ModuleProvider(Modules.NOTIFICATION, { services: [Printer] })
`

/**
 * The way into production of docs/deployment.md, with a template of the store's own.
 *
 * @param {Trial} trial
 * @param {Store} store with an admin, and without the customer
 * @param {{ alone: boolean }} options whether `.medusa/server` runs in another folder, with packages of its own
 */
export async function tryProduction({ check, temp }, store, { alone }) {
  write(store.dir, "medusa-config.ts", configWithTemplate())
  write(store.dir, "src/modules/printer/index.ts", PROVIDER)
  write(store.dir, "src/templates/code.txt", "Our own: {{code}}\n")
  await check("the build", () => type(store, BUILD))

  const built = path.join(store.dir, ".medusa/server")
  const server = { ...store, env: { ...store.env, ...productionEnv(store) } }
  if (!alone) {
    await check("medusa start, and a sign-up", () =>
      serve({ ...server, dir: built }, String(START.split("\n").at(-1)), temp)
    )
    return
  }
  const elsewhere = { ...server, dir: path.join(temp, "alone") }
  fs.cpSync(built, elsewhere.dir, { recursive: true })
  await check(".medusa/server alone, and a sign-up", () =>
    serve(elsewhere, START, temp)
  )
  await check("the same without its template does not boot", () =>
    refuseWithoutTemplate(elsewhere)
  )
}

function configWithTemplate() {
  const options = `registration: { identifier: "phone" },`
  const template = `phone_verification: { template: "src/templates/code.txt" },`
  const config = replaceOnce(
    configFor("phone"),
    options,
    `${options}\n        ${template}`
  )
  const provider = `{ resolve: "./src/modules/printer", id: "printer", options: { channels: ["sms"] } },`
  return replaceOnce(
    config,
    "          // With an account at Twilio",
    `          ${provider}\n          // With an account at Twilio`
  )
}

/** @param {Store} store */
function productionEnv({ databaseUrl }) {
  return {
    DATABASE_URL: databaseUrl,
    STORE_CORS: "https://shop.example.com",
    ADMIN_CORS: "https://api.example.com",
    AUTH_CORS: "https://shop.example.com,https://api.example.com",
    JWT_SECRET: randomBytes(32).toString("hex"),
    COOKIE_SECRET: randomBytes(32).toString("hex"),
  }
}

/**
 * @param {Store} store
 * @param {string} commands
 * @param {string} temp
 */
async function serve(store, commands, temp) {
  const log = path.join(temp, "production.log")
  const server = start(store, commands, log)
  try {
    await server.printed(/Server is ready on port/)
    const page = await fetch(`${store.url}/app`)
    assert.match(await page.text(), /<div id="medusa">/)
    const key = await publishableKey(store.url)
    await signUp({ ...store, key, log }, "phone")
    assert.match(fs.readFileSync(log, "utf8"), /: Our own: \d{6}/)
  } finally {
    await server.stop()
  }
}

/** @param {Store} alone */
async function refuseWithoutTemplate(alone) {
  await type(alone, "rm -r src/templates")
  await assert.rejects(
    type(alone, "npx medusa start"),
    /the template "src\/templates\/code.txt" is no file in/
  )
}

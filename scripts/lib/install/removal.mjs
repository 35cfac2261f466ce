// @ts-check
import assert from "node:assert/strict"
import { runSql } from "../postgres.js"
import {
  ADD_ADMIN,
  configFor,
  configWithoutPlugin,
  MIGRATE,
  REMOVE_DATA,
  UNINSTALL,
} from "./documents.mjs"
import { developing } from "./first-hour.mjs"
import { type } from "./shell.mjs"
import {
  get,
  logInAsAdmin,
  post,
  publishableKey,
  request,
  signUp,
} from "./sign-up.mjs"
import { withDatabase, write } from "./starter.mjs"

/** @import { Store } from "./starter.mjs" */
/** @import { Trial } from "./main.mjs" */

/** What is left of the plugin: its tables and columns, and its entries in the list of migrations. */
const LEFT = `
  select table_name || '.' || column_name as name from information_schema.columns
  where table_schema = 'public' and (
    table_name in ('otp_verification', 'otp_limit', 'contact_reservation', 'customer_session', 'contact_change_undo',
      'account_deletion_request')
    or (table_name = 'customer' and column_name ~ 'verified|pending'))
  union all
  select tgname from pg_trigger where not tgisinternal
  union all
  select proname from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
  where nspname = 'public' and prosrc ~ 'verified'`

/**
 * Takes the plugin out again, as docs/upgrading.md says, once with what it has in the database and once without that.
 *
 * @param {Trial} trial
 * @param {Store} starter with the plugin installed
 */
export async function tryRemoval({ postgres, check }, starter) {
  const store = await withDatabase(starter, postgres)
  write(store.dir, "medusa-config.ts", configFor("email"))
  await check("a store with a customer", () => addCustomer(store, check))
  await postgres.admin(
    `create database "${nameOf(store)}_kept" template "${nameOf(store)}"`
  )

  await check("its data removed", async () => {
    assert.notEqual((await left(store)).length, 0)
    await type(store, REMOVE_DATA)
    assert.deepEqual(await left(store), [])
  })
  write(store.dir, "medusa-config.ts", configWithoutPlugin())
  await check("npm uninstall", () => type(store, UNINSTALL))
  await developing(store, check, () =>
    check("Medusa alone", () => useMedusaAlone(store))
  )

  const kept = await withDatabase(starter, postgres)
  await postgres.admin(`drop database "${nameOf(kept)}"`)
  await postgres.admin(
    `alter database "${nameOf(store)}_kept" rename to "${nameOf(kept)}"`
  )
  await check(`${MIGRATE}, with its data kept`, () => type(kept, MIGRATE))
  await developing(kept, check, () =>
    check("Medusa alone, with its data kept", () => useMedusaAlone(kept))
  )
}

/**
 * @param {Store} store
 * @param {Trial["check"]} check
 */
async function addCustomer(store, check) {
  await type(store, `${MIGRATE}\n${ADD_ADMIN}`)
  await developing(store, check, async ({ log }) => {
    const key = await publishableKey(store.url)
    await signUp({ ...store, key, log }, "email")
  })
}

/** @param {Store} store */
async function left({ databaseUrl }) {
  const rows = await runSql(databaseUrl, LEFT)
  return rows.map(({ name }) => name).sort()
}

/**
 * What customers and admins do with customers, without the plugin.
 *
 * @param {Store} store with a customer from before
 */
async function useMedusaAlone({ url }) {
  const shop = { url, key: await publishableKey(url), log: "" }
  const old = { email: "ada@example.com", password: "correct horse" }
  const { token } = await post(shop, "/auth/customer/emailpass", old)
  const { customer } = await get(shop, "/store/customers/me", token)
  assert.equal(customer.email, old.email)
  await post(shop, "/store/customers/me", { phone: "+12015550199" }, token)

  await register(shop, "grace@example.com")
  const authorization = `Bearer ${await logInAsAdmin(url)}`
  const admin = { authorization }
  const path = `${url}/admin/customers`
  const created = await request(path, { email: "guest@example.com" }, admin)
  const one = `${path}/${created.customer.id}`
  await request(
    one,
    { email: "other@example.com", phone: "+12015550198" },
    admin
  )
  const changed = await request(
    `${path}/${customer.id}`,
    { email: "ada2@example.com" },
    admin
  )
  assert.equal(changed.customer.email, "ada2@example.com")
  const answer = await fetch(one, { method: "DELETE", headers: admin })
  assert.equal(answer.status, 200)
}

/**
 * @param {import("./sign-up.mjs").Shop} shop
 * @param {string} email
 */
async function register(shop, email) {
  const login = { email, password: "correct horse" }
  const { token } = await post(shop, "/auth/customer/emailpass/register", login)
  const { customer } = await post(shop, "/store/customers", { email }, token)
  assert.equal(customer.email, email)
  const { token: session } = await post(shop, "/auth/customer/emailpass", login)
  await get(shop, "/store/customers/me", session)
}

/** @param {Store} store */
function nameOf({ databaseUrl }) {
  return new URL(databaseUrl).pathname.slice(1)
}

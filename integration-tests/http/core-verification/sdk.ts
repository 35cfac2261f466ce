import Medusa from "@medusajs/js-sdk"
import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  messagesTo,
  PASSWORD,
} from "../../helpers/fixtures"
import type { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"

/** A storefront that knows Medusa alone. */
function storefront(store: Store): Medusa {
  return new Medusa({
    baseUrl: store.urls[0],
    publishableKey: store.publishableApiKey,
    auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
  })
}

const KINDS = [
  ["an e-mail", "emailpass", "email"],
  ["a text message", "phonepass", "phone_number"],
] as const

/** Medusa's flow by its own SDK, from the registration to the login. */
export function verifiedBySdk(store: Store) {
  it.each(KINDS)(
    "a customer of the SDK verifies themself by the code of %s, and is logged in",
    async (_what, method, entity_type) => {
      const contacts = { email: freshEmail(), phone: freshPhone() }
      const contact = method === "emailpass" ? "email" : "phone"
      const entity_id = contacts[contact]
      const credentials = { [contact]: entity_id, password: PASSWORD }
      const sdk = storefront(store)
      await sdk.auth.register("customer", method, credentials)
      const { customer } = await sdk.store.customer.create(contacts)
      // Another browser, another day: all it has is the password.
      const browser = storefront(store)
      expect(
        await browser.auth.login("customer", method, credentials)
      ).toMatchObject({ verification_required: true })
      await expect(browser.store.customer.retrieve()).rejects.toMatchObject({
        status: 401,
      })

      const { verification } = await browser.auth.verification.request({
        entity_id,
        entity_type,
        code_provider: "otp",
        metadata: { page: "checkout" },
      })
      expect(verification).toEqual({
        id: expect.stringMatching(/^authver_/),
        auth_identity_id: expect.stringMatching(/^authid_/),
        entity_id,
        entity_type,
        code_provider: "otp",
        verified_at: null,
        requested_at: expect.any(String),
        metadata: { page: "checkout" },
      })
      const code = await lastCodeFor(store, entity_id)
      const confirmed = await browser.auth.verification.confirm({
        code,
        code_provider: "otp",
      })
      expect(confirmed).toEqual({
        entity_id,
        entity_type,
        code_provider: "otp",
        verified_at: expect.any(String),
      })

      await browser.auth.refresh()
      expect(await browser.store.customer.retrieve()).toMatchObject({
        customer: { id: customer.id, [`${contact}_verified`]: true },
      })
      const again = await storefront(store).auth.login(
        "customer",
        method,
        credentials
      )
      expect(again).toEqual(expect.any(String))
      expect(messagesTo(store, entity_id)).toHaveLength(1)
      await waitFor("the event of the plugin", () =>
        store
          .events()
          .find(
            ({ name, data }) =>
              name === `customer.${contact}_verified` && data.id === customer.id
          )
      )
      await expectNoTrace(store, code, entity_id)
    }
  )
}

/** The code is in no event, row, log or state of a workflow. */
async function expectNoTrace(store: Store, code: string, entity_id: string) {
  const event = await waitFor("Medusa's event", () =>
    store
      .events()
      .find(
        ({ name, data }) =>
          name === "auth.verification_requested" && data.entity_id === entity_id
      )
  )
  expect(event.data).toMatchObject({ code_provider: "otp" })
  expect(event.data.code).toBeUndefined()
  const { rows } = await store.db.query(
    `select to_jsonb(auth_verification)::text as text from auth_verification where entity_id = $1
     union all select to_jsonb(workflow_execution)::text from workflow_execution`,
    [entity_id]
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const { text } of rows) {
    expect(text).not.toMatch(new RegExp(`\\b${code}\\b`))
  }
  expect(store.log()).not.toMatch(new RegExp(`\\b${code}\\b`))
}

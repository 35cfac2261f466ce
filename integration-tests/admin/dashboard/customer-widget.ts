import { Page } from "playwright-core"
import { inDays, NARROW } from "./fixtures"
import { insertLeavingAda } from "./leaving-ada"
import { freshEmail, freshPhone } from "../../helpers/contacts"
import { clearRequests, insertRequest } from "../../helpers/deletion-rows"
import { insertCustomer } from "../../helpers/rows"
import { expectNoSideways, screenshot } from "../../helpers/screenshots"
import { Store } from "../../helpers/store"
import { Dashboard } from "../../helpers/use-dashboard"

/** The default of `limits.per_destination_hour`. */
const PER_DESTINATION_HOUR = 5

export function customerWidget({ store, open, complaints }: Dashboard) {
  const ada = () => ({
    first_name: "Ada",
    last_name: "Lovelace",
    email: freshEmail(),
    phone: freshPhone(),
  })

  const widget = (page: Page) =>
    page
      .getByRole("heading", { name: "Verification", level: 2 })
      .locator("xpath=..")

  describe("The widget on the page of a customer", () => {
    beforeEach(() => clearRequests(store))

    it.each([
      {
        email_verified: true,
        phone_verified: true,
        says: ["Verified", "Verified"],
      },
      {
        email_verified: true,
        phone_verified: false,
        says: ["Verified", "Not verified"],
      },
      {
        email_verified: false,
        phone_verified: true,
        says: ["Not verified", "Verified"],
      },
    ])(
      "shows which contacts are verified: $says",
      async ({ says, ...flags }) => {
        const customer = await insertCustomer(store, { ...ada(), ...flags })
        const page = await open(`/customers/${customer}`)

        await widget(page).getByText("Email").waitFor()

        const badges = widget(page).getByText(/verified$/i)
        expect(await badges.allTextContents()).toEqual(says)
      }
    )

    it("shows that a contact is missing", async () => {
      const customer = await insertCustomer(store, { ...ada(), phone: null })
      const page = await open(`/customers/${customer}`)

      await widget(page).getByText("None", { exact: true }).waitFor()

      expect(await widget(page).getByText("Account deletion").count()).toBe(0)
    })

    it("shows an e-mail that waits, the last sign-out and the limits that are reached", async () => {
      const email = freshEmail()
      const customer = await insertCustomer(store, { ...ada(), email: null })
      await store.db.query(
        "insert into pending_email (customer_id, email) values ($1, $2)",
        [customer, email]
      )
      await store.db.query(
        "insert into customer_session (customer_id, valid_from) values ($1, $2)",
        [customer, Math.floor(inDays(-3).getTime() / 1000)]
      )
      await sendUntilLimited(store, customer)
      const page = await open(`/customers/${customer}`)

      await widget(page).getByText(email).waitFor()
      await widget(page).getByText("Another account has named it").waitFor()
      await widget(page)
        .getByText(dateOf(inDays(-3)))
        .waitFor()
      await widget(page).getByText("No codes until").waitFor()
      await screenshot(page, "widget-limited")
      await widget(page).getByRole("button", { name: "Reset limits" }).click()
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: "Reset limits" })
        .click()

      await widget(page).getByText("None is reached").waitFor()
    })

    it("says that a guest has nothing to verify", async () => {
      const customer = await insertCustomer(store, {
        ...ada(),
        has_account: false,
      })
      const page = await open(`/customers/${customer}`)

      await widget(page).getByText("A guest").waitFor()
    })

    it("shows the open request, and leads to the requests of this customer", async () => {
      const customer = await insertCustomer(store, ada())
      await insertRequest(store, await insertCustomer(store, ada()))
      await insertRequest(store, customer, { status: "cancelled" })
      await insertRequest(store, customer, {
        status: "confirmed",
        scheduled_at: inDays(29),
      })
      const page = await open(`/customers/${customer}`)

      await widget(page).getByText("Confirmed").waitFor()
      await widget(page).getByText("in 29 days").waitFor()
      await widget(page).getByRole("link", { name: "View request" }).click()

      await page.getByText("Requests of Ada Lovelace").waitFor()
      expect(await page.locator("tbody tr").count()).toBe(2)
      await screenshot(page, "page-of-one-customer")
      await page.getByRole("button", { name: "Show all" }).click()
      await page.getByText("of 3 results").waitFor()
    })

    it("shows an error when the store does not answer", async () => {
      const customer = await insertCustomer(store, ada())
      const page = await open("/customers")
      await page.route(/\/verification$|account-deletion-requests\?/, (route) =>
        route.fulfill({ status: 500, json: { message: "Broken" } })
      )

      await page.goto(`${store.urls[0]}/app/customers/${customer}`)

      await widget(page)
        .getByText("The verification could not be loaded. Broken")
        .waitFor()
      await widget(page)
        .getByText("The deletion requests could not be loaded. Broken")
        .waitFor()
      expect(complaints().join()).toContain("status of 500")
    })

    it("frees a customer from limits, once that is confirmed", async () => {
      const customer = await insertCustomer(store, ada())
      const limits = async () => {
        const { rows } = await store.db.query("select key from otp_limit")
        return rows.length
      }
      const sent = await store.api("POST", "/store/customers/otp/send", {
        body: { customer_id: customer, type: "email_verification" },
      })
      expect(sent.status).toBe(200)
      const before = await limits()
      const page = await open(`/customers/${customer}`)
      const ask = () =>
        widget(page).getByRole("button", { name: "Reset limits" }).click()

      await ask()
      await page.getByRole("button", { name: "Cancel" }).click()
      expect(await limits()).toBe(before)
      await ask()
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: "Reset limits" })
        .click()

      await page.getByText("Limits reset").waitFor()
      expect(await limits()).toBe(before - 3)
    })

    it("says why limits could not be reset", async () => {
      const customer = await insertCustomer(store, ada())
      const page = await open(`/customers/${customer}`)
      await page.route(/limits\/reset$/, (route) =>
        route.fulfill({ status: 500, json: { message: "Broken" } })
      )

      await widget(page).getByRole("button", { name: "Reset limits" }).click()
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: "Reset limits" })
        .click()

      await page.getByText("Could not reset the limits").waitFor()
      expect(complaints().join()).toContain("status of 500")
    })

    it("reads the flags from a route that only admins can call", async () => {
      const customer = await insertCustomer(store, {
        ...ada(),
        email_verified: true,
      })
      const path = `/admin/customers/${customer}/verification`
      const token = await store.adminToken()

      expect(await store.api("GET", path)).toMatchObject({ status: 401 })
      expect(await store.api("GET", path, { token })).toMatchObject({
        status: 200,
        body: { customer: { email_verified: true, phone_verified: false } },
      })
      const unknown = path.replace(customer, "cus_unknown")
      expect(await store.api("GET", unknown, { token })).toMatchObject({
        status: 404,
        body: { code: "customer_not_found" },
      })
    })

    it.each([
      ["widget-wide-light", { colorScheme: "light" }],
      ["widget-wide-dark", { colorScheme: "dark" }],
      ["widget-narrow-light", { colorScheme: "light", viewport: NARROW }],
      ["widget-narrow-dark", { colorScheme: "dark", viewport: NARROW }],
    ] as const)(
      "fits its screen and is saved as the screenshot %s",
      async (name, options) => {
        const customer = await insertLeavingAda(store, 29)
        const page = await open(`/customers/${customer}`, options)

        await widget(page).getByText("Confirmed").waitFor()
        await widget(page).scrollIntoViewIfNeeded()
        await expectNoSideways(page)
        await screenshot(page, name)
      }
    )
  })
}

/** Codes to a customer's e-mail, as many as an hour allows. */
async function sendUntilLimited(store: Store, customer_id: string) {
  const send = () =>
    store.api("POST", "/store/customers/otp/send", {
      body: { customer_id, type: "email_verification" },
    })
  for (let nth = 0; nth < PER_DESTINATION_HOUR; nth++) {
    expect((await send()).status).toBe(200)
    // The wait between two codes.
    await store.db.query("delete from otp_limit where max = 1")
  }
  expect((await send()).status).toBe(429)
}

function dateOf(date: Date): string {
  return new Intl.DateTimeFormat("en", { dateStyle: "medium" }).format(date)
}

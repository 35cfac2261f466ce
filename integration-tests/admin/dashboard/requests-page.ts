import { Page } from "playwright-core"
import { ADA, NARROW, PAGE } from "./fixtures"
import { insertOneOfEach } from "./one-of-each"
import { clearRequests, insertRequest } from "../../helpers/deletion-rows"
import { insertCustomer } from "../../helpers/rows"
import { expectNoSideways, screenshot } from "../../helpers/screenshots"
import { Dashboard, logIn } from "../../helpers/use-dashboard"

const ROUTE = "**/admin/account-deletion-requests?*"

export function requestsPage({ store, open, complaints }: Dashboard) {
  const heading = (page: Page) =>
    page.getByRole("heading", { name: "Deletion requests", level: 1 })

  describe("The page of deletion requests", () => {
    beforeEach(() => clearRequests(store))

    it("is in the sidebar after the login", async () => {
      const page = await open("/login", { storageState: undefined })
      await logIn(page, store.urls[0])
      // The dashboard asks who is logged in before anybody is.
      complaints()

      await page.getByRole("link", { name: "Deletion requests" }).click()

      await heading(page).waitFor()
      expect(new URL(page.url()).pathname).toBe(`/app${PAGE}`)
    })

    it("shows that there are no requests", async () => {
      const page = await open(PAGE)

      await page.getByText("No deletion requests").waitFor()
      await screenshot(page, "page-empty")
    })

    it("shows an error when the store does not answer, and tries again", async () => {
      await insertRequest(store, await insertCustomer(store, ADA))
      const page = await open("/customers")
      await page.route(ROUTE, (route) =>
        route.fulfill({ status: 500, json: { message: "The store is broken" } })
      )

      await page.getByRole("link", { name: "Deletion requests" }).click()
      await page.getByText("could not be loaded").waitFor()
      await page.getByText("The store is broken").waitFor()
      await screenshot(page, "page-error")
      expect(complaints().join()).toContain("status of 500")
      await page.unroute(ROUTE)
      await page.getByRole("button", { name: "Try again" }).click()

      await page.getByRole("link", { name: "Ada Lovelace" }).waitFor()
    })

    it.each([
      ["page-wide-light", { colorScheme: "light" }],
      ["page-wide-dark", { colorScheme: "dark" }],
      ["page-narrow-light", { colorScheme: "light", viewport: NARROW }],
      ["page-narrow-dark", { colorScheme: "dark", viewport: NARROW }],
    ] as const)(
      "fits its screen and is saved as the screenshot %s",
      async (name, options) => {
        await insertOneOfEach(store)
        const page = await open(PAGE, options)

        await page.getByRole("link", { name: "Ada Lovelace" }).waitFor()
        await expectNoSideways(page)
        await screenshot(page, name)
      }
    )
  })
}

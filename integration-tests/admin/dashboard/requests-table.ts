import { Page } from "playwright-core"
import { inDays, PAGE } from "./fixtures"
import { freshEmail } from "../../helpers/contacts"
import {
  clearRequests,
  insertRequest,
  RequestColumns,
} from "../../helpers/deletion-rows"
import { eventually } from "../../helpers/eventually"
import { insertCustomer } from "../../helpers/rows"
import { screenshot } from "../../helpers/screenshots"
import { Dashboard } from "../../helpers/use-dashboard"

export function requestsTable({ store, open }: Dashboard) {
  /** A customer of this first name, with a request. */
  const request = async (first_name: string, columns?: RequestColumns) => {
    const customer = await insertCustomer(store, {
      first_name,
      email: freshEmail(),
    })
    await insertRequest(store, customer, columns)
    return customer
  }

  describe("The table of deletion requests", () => {
    beforeEach(() => clearRequests(store))

    it("shows the customer, the status, the reason and the dates of a request", async () => {
      const customer = await request("Ada", {
        status: "confirmed",
        reason: "Too many mails",
        created_at: inDays(-2),
        confirmed_at: inDays(-2),
        scheduled_at: inDays(28),
      })
      const page = await open(PAGE)
      const row = page.getByRole("row").filter({ hasText: "Ada" })

      await row.getByText("Confirmed").waitFor()
      await row.getByText("Too many mails").waitFor()
      await row.getByText("2 days ago").waitFor()
      await row.getByText("in 28 days").waitFor()
      await row.getByText(absolute(inDays(28))).waitFor()
      await row.getByRole("link", { name: "Ada" }).click()
      await page.waitForURL(`**/app/customers/${customer}`)
    })

    it("shows a failing execution, with its step and its next attempt", async () => {
      await request("Ada", {
        status: "confirmed",
        scheduled_at: inDays(-1),
        next_attempt_at: inDays(1),
        started_at: inDays(-1),
        attempts: 2,
        last_error: "erase-customer",
      })
      const page = await open(PAGE)

      await page.getByText("Failing, 2 attempts").hover()

      const tooltip = page.getByRole("tooltip")
      await tooltip.waitFor()
      await screenshot(page, "page-failing")
      expect(await tooltip.textContent()).toMatch(
        /Failed in: erase-customer\. Next attempt tomorrow, /
      )
    })

    it("shows the id of an erased customer without a link", async () => {
      await insertRequest(store, "cus_erased", { status: "completed" })
      const page = await open(PAGE)
      const row = page.getByRole("row").filter({ hasText: "cus_erased" })

      await row.getByText("Completed").waitFor()
      expect(await row.getByRole("link").count()).toBe(0)
      expect(await row.getByRole("button").count()).toBe(0)
    })

    it("searches for the typed text, and shows that nothing is found", async () => {
      await request("Ada")
      await request("Grace")
      const page = await open(PAGE)
      const search = page.getByRole("searchbox")

      await search.fill("grac")
      await eventually(() => names(page), ["Grace"])
      await search.fill("nobody")

      await page.getByText("No results").waitFor()
      await search.fill("")
      await eventually(() => names(page), ["Grace", "Ada"])
    })

    it("filters by status and keeps the filter after a reload", async () => {
      await request("Ada", { status: "pending" })
      await request("Grace", { status: "confirmed" })
      await request("Alan", { status: "cancelled" })
      const page = await open(PAGE)

      await addFilter(page, "Status")
      await option(page, "Pending").click()
      await eventually(() => names(page), ["Ada"])
      await option(page, "Cancelled").click()
      await eventually(() => names(page), ["Alan", "Ada"])
      await page.keyboard.press("Escape")
      await screenshot(page, "page-filtered")
      await page.reload()
      await eventually(() => names(page), ["Alan", "Ada"])
      await page.getByRole("button", { name: "Pending, Cancelled" }).click()
      await option(page, "Pending").click()
      await eventually(() => names(page), ["Alan"])
      await option(page, "Cancelled").click()

      await eventually(() => names(page), ["Alan", "Grace", "Ada"])
    })

    it("filters by the days of the request and of its execution, and clears all filters", async () => {
      const lastMinute = new Date()
      lastMinute.setHours(23, 59, 30)
      await request("Ada", { created_at: inDays(-6), scheduled_at: inDays(1) })
      await request("Grace", {
        created_at: inDays(-7),
        scheduled_at: inDays(6),
      })
      await request("Alan", {
        created_at: inDays(-5),
        scheduled_at: lastMinute,
      })
      const page = await open(PAGE)

      await addFilter(page, "Requested")
      await option(page, "Last 7 days").click()
      await eventually(() => names(page), ["Alan", "Ada"])
      await page.keyboard.press("Escape")
      await addFilter(page, "Scheduled")
      await option(page, "Today").click()
      await eventually(() => names(page), ["Alan"])
      await page.reload()
      await eventually(() => names(page), ["Alan"])
      await page.getByRole("button", { name: "Today" }).click()
      await option(page, "Tomorrow").click()
      await eventually(() => names(page), ["Ada"])
      await page.keyboard.press("Escape")
      await page.getByRole("button", { name: "Clear all" }).click()

      await eventually(() => names(page), ["Alan", "Ada", "Grace"])
    })

    it("filters by days of the viewer's choice", async () => {
      await request("Ada", { created_at: new Date(2026, 10, 3, 23, 59) })
      await request("Grace", { created_at: new Date(2026, 10, 4) })
      const page = await open(
        `${PAGE}?${new URLSearchParams({
          "created_at[$lte]": new Date(2026, 10, 3).toISOString(),
        }).toString()}`
      )

      await eventually(() => names(page), ["Ada"])
      await page.getByRole("button", { name: "Until Nov 3, 2026" }).click()
      await page.getByText("Custom", { exact: true }).waitFor()
      await page.getByText("From", { exact: true }).waitFor()
      await screenshot(page, "page-filter-of-days")
    })

    it("leaves out a filter that was added and not set", async () => {
      await request("Ada")
      const page = await open(PAGE)

      await addFilter(page, "Status")
      await option(page, "Pending").waitFor()
      await page.keyboard.press("Escape")

      await option(page, "Pending").waitFor({ state: "hidden" })
      expect(await names(page)).toEqual(["Ada"])
      expect(new URL(page.url()).search).toBe("")
    })

    it("shows when a request was completed or cancelled instead of when it was to be", async () => {
      await insertRequest(store, "cus_erased", {
        status: "completed",
        scheduled_at: inDays(-3),
        completed_at: inDays(-2),
      })
      await request("Ada", {
        status: "cancelled",
        scheduled_at: inDays(6),
        cancelled_at: inDays(-1),
      })
      const page = await open(PAGE)
      const row = (text: string) =>
        page.getByRole("row").filter({ hasText: text })

      await row("cus_erased").getByText("Erased 2 days ago").waitFor()
      await row("cus_erased")
        .getByText(absolute(inDays(-2)))
        .waitFor()
      await row("Ada").getByText("Cancelled yesterday").waitFor()
      await row("Ada")
        .getByText(absolute(inDays(-1)))
        .waitFor()
      expect(await page.getByText("in 6 days").count()).toBe(0)
      expect(await page.getByText("3 days ago").count()).toBe(0)
    })

    it("sorts by a click on a column, newest first at the start", async () => {
      await request("Ada", { created_at: inDays(-3), scheduled_at: inDays(9) })
      await request("Grace", {
        created_at: inDays(-1),
        scheduled_at: inDays(7),
      })
      await request("Alan", { created_at: inDays(-2), scheduled_at: inDays(8) })
      const page = await open(PAGE)
      const header = (name: string) =>
        page.getByRole("columnheader").getByRole("button", { name })

      await eventually(() => names(page), ["Grace", "Alan", "Ada"])
      await header("Scheduled").click()
      await eventually(() => names(page), ["Grace", "Alan", "Ada"])
      await header("Scheduled").click()
      await eventually(() => names(page), ["Ada", "Alan", "Grace"])
      await header("Requested").click()
      await eventually(() => names(page), ["Ada", "Alan", "Grace"])
    })

    it("shows further pages, and the first page for a search", async () => {
      for (let day = 1; day <= 21; day++) {
        await request(`Customer${day}`, { created_at: inDays(-day) })
      }
      const page = await open(PAGE)

      await page.getByText("of 21 results").waitFor()
      expect(await names(page)).toHaveLength(20)
      await page.getByRole("button", { name: "Next" }).click()
      await eventually(() => names(page), ["Customer21"])
      await page.getByRole("searchbox").fill("customer2")

      await eventually(
        () => names(page),
        ["Customer2", "Customer20", "Customer21"]
      )
    })

    it("goes on after the 10,000 that the store counts, to the end", async () => {
      await store.db.query(
        `insert into account_deletion_request (id, customer_id, status, created_at)
         select gen_random_uuid(), 'cus_' || nr, 'completed', now() - nr * interval '1 hour'
         from generate_series(1, 10021) as nr`
      )
      const page = await open(PAGE)
      const first = (id: string) =>
        page.locator("tbody tr").first().getByText(id, { exact: true })
      const next = page.getByRole("button", { name: "Next" })

      await page.getByText("1 – 20 of 10,000+ results").waitFor()
      await screenshot(page, "page-of-many")
      await next.click()
      await first("cus_21").waitFor()
      await page.goto(`${store.urls[0]}/app${PAGE}?page=500`)
      await page.getByText("9,981 – 10,000 of 10,000+ results").waitFor()
      await next.click()
      await page.getByText("10,001 – 10,020 of 10,020+ results").waitFor()
      await first("cus_10001").waitFor()
      await next.click()
      await page.getByText("of 10021 results").waitFor()
      await first("cus_10021").waitFor()
      expect(await next.isDisabled()).toBe(true)
      await page.goto(`${store.urls[0]}/app${PAGE}?page=9999`)
      await first("cus_10021").waitFor()
    })

    it("shows the last page when the requested page does not exist", async () => {
      await request("Ada")
      const page = await open(`${PAGE}?page=3`)

      await eventually(() => names(page), ["Ada"])
    })
  })
}

/** Not by role: while a menu is open, everything else is hidden from those. */
async function names(page: Page): Promise<string[]> {
  return page.locator("tbody a").allTextContents()
}

async function addFilter(page: Page, name: string): Promise<void> {
  await page.locator(".toolbar-menus button").first().click()
  await page.getByRole("menuitem", { name }).click()
}

/** What a filter of Medusa's table offers. */
function option(page: Page, name: string) {
  return page.getByRole("dialog").locator("button", { hasText: name })
}

function absolute(date: Date): string {
  return new Intl.DateTimeFormat("en", { dateStyle: "medium" }).format(date)
}

import { Page } from "playwright-core"
import { inDays, PAGE } from "./fixtures"
import { freshEmail } from "../../helpers/contacts"
import {
  clearRequests,
  insertRequest,
  RequestColumns,
  requestStatus,
} from "../../helpers/deletion-rows"
import { insertCustomer } from "../../helpers/rows"
import { screenshot } from "../../helpers/screenshots"
import { Dashboard } from "../../helpers/use-dashboard"

export function requestActions({ store, open, complaints }: Dashboard) {
  const confirmedRequest = async (columns?: RequestColumns) => {
    const email = freshEmail()
    const customer = await insertCustomer(store, {
      first_name: "Ada",
      last_name: "Lovelace",
      email,
    })
    const id = await insertRequest(store, customer, {
      status: "confirmed",
      confirmed_at: inDays(-1),
      scheduled_at: inDays(29),
      next_attempt_at: inDays(29),
      ...columns,
    })
    return { id, customer, email }
  }

  const choose = async (page: Page, item: string) => {
    await page.getByRole("button", { name: "Actions for Ada Lovelace" }).click()
    await page.getByRole("menuitem", { name: item }).click()
    await page.getByRole("alertdialog").waitFor()
  }

  describe("The menu of a deletion request", () => {
    beforeEach(() => clearRequests(store))

    it("cancels the request after a prompt", async () => {
      const { id } = await confirmedRequest()
      const page = await open(PAGE)

      await choose(page, "Cancel request")
      const prompt = page.getByRole("alertdialog")
      await prompt.getByText("Ada Lovelace keeps the account").waitFor()
      await screenshot(page, "prompt-cancel")
      await prompt.getByRole("button", { name: "Cancel request" }).click()

      await page.getByText("Request cancelled").waitFor()
      await page
        .getByRole("row")
        .getByText("Cancelled", { exact: true })
        .waitFor()
      expect(await requestStatus(store, id)).toBe("cancelled")
    })

    it.each(["Cancel request", "Execute now"])(
      "does nothing when the prompt of %s is dismissed",
      async (item) => {
        const { id } = await confirmedRequest()
        const page = await open(PAGE)
        const sent: string[] = []
        page.on("request", (request) => {
          if (request.method() === "POST") {
            sent.push(request.url())
          }
        })

        await choose(page, item)
        await page.getByRole("button", { name: /^Keep/ }).click()
        await page.getByRole("alertdialog").waitFor({ state: "hidden" })
        await choose(page, item)
        await page.keyboard.press("Escape")
        await page.getByRole("alertdialog").waitFor({ state: "hidden" })

        expect(sent).toEqual([])
        expect(await requestStatus(store, id)).toBe("confirmed")
      }
    )

    it("executes the request after the customer's contact is typed", async () => {
      const { id, email, customer } = await confirmedRequest()
      const page = await open(PAGE)

      await choose(page, "Execute now")
      const prompt = page.getByRole("alertdialog")
      await prompt.getByText("The account of Ada Lovelace").waitFor()
      await prompt.getByText("cannot be undone").waitFor()
      const erase = prompt.getByRole("button", { name: "Erase account" })
      expect(await erase.isDisabled()).toBe(true)
      await prompt.getByRole("textbox").fill(email)
      await screenshot(page, "prompt-execute")
      await erase.click()

      await page.getByText("Account erased").waitFor()
      const row = page.getByRole("row").filter({ hasText: customer })
      await row.getByText("Completed").waitFor()
      expect(await requestStatus(store, id)).toBe("completed")
    })

    it("shows the store's refusal and the request's new status", async () => {
      const { id } = await confirmedRequest()
      const page = await open(PAGE)

      await choose(page, "Cancel request")
      await store.db.query(
        `update account_deletion_request set status = 'cancelled', cancelled_at = now() where id = $1`,
        [id]
      )
      const refusal = page.waitForResponse("**/cancel")
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: "Cancel request" })
        .click()

      const { message } = (await (await refusal).json()) as { message: string }
      await page.getByText("Could not cancel the request").waitFor()
      await page.getByText(message).waitFor()
      await page
        .getByRole("row")
        .getByText("Cancelled", { exact: true })
        .waitFor()
      expect(complaints().join()).toContain("status of 400")
    })

    it("offers no cancellation of a started request and no execution of a pending one", async () => {
      await confirmedRequest({ started_at: inDays(-1) })
      const page = await open(PAGE)
      const items = async () => {
        await page
          .getByRole("button", { name: "Actions for Ada Lovelace" })
          .click()
        return page.getByRole("menuitem").allTextContents()
      }

      expect(await items()).toEqual(["Execute now"])
      await clearRequests(store)
      await confirmedRequest({ status: "pending", confirmed_at: undefined })
      await page.reload()

      expect(await items()).toEqual(["Cancel request"])
    })
  })
}

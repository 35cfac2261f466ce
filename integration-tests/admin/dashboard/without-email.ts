import { freshPhone } from "../../helpers/contacts"
import { buy } from "../../helpers/purchase"
import { insertCustomer } from "../../helpers/rows"
import { screenshot } from "../../helpers/screenshots"
import { Dashboard } from "../../helpers/use-dashboard"

/** Medusa's pages show such a customer by an e-mail that they do not have. */
export function withoutEmail({ store, open }: Dashboard) {
  const adaWithout = async () => {
    const phone = freshPhone()
    const customer = await insertCustomer(store, {
      email: null,
      phone,
      phone_verified: true,
      first_name: "Ada",
      last_name: "Lovelace",
    })
    return { customer, phone }
  }

  const orderOf = async (customer_id: string, email: string | null) => {
    const { order } = await buy(store, {
      customer_id,
      email: "ada@example.com",
      address: {},
    })
    await store.db.query(`update "order" set email = $2 where id = $1`, [
      order,
      email,
    ])
    return order
  }

  describe("A customer without an e-mail", () => {
    it("is named on their page by the widget, as Medusa's heading is blank", async () => {
      const { customer, phone } = await adaWithout()
      const page = await open(`/customers/${customer}`)
      const widget = page
        .getByRole("heading", { name: "Verification", level: 2 })
        .locator("xpath=..")

      await widget.getByText("Ada Lovelace").waitFor()
      await widget.getByText("Verified", { exact: true }).waitFor()
      expect(await widget.getByText(phone).count()).toBe(2)
      expect(
        await page.getByRole("heading", { level: 1 }).allTextContents()
      ).toEqual([""])
      await screenshot(page, "widget-without-email")
    })

    it("is named on the page of their order, which leads to theirs", async () => {
      const { customer, phone } = await adaWithout()
      const page = await open(`/orders/${await orderOf(customer, null)}`)
      const widget = page
        .getByRole("heading", { name: "Customer without an email" })
        .locator("xpath=../..")

      await widget.getByText("Ada Lovelace").waitFor()
      await widget.getByText(phone).waitFor()
      await screenshot(page, "order-without-email")
      await widget.getByRole("link", { name: "View customer" }).click()
      await page.waitForURL(`**/app/customers/${customer}`)
    })

    it("is not named on the page of an order that has an e-mail", async () => {
      const { customer } = await adaWithout()
      const order = await orderOf(customer, "ada@example.com")
      const page = await open(`/orders/${order}`)

      await page.getByText("ada@example.com").first().waitFor()
      await page.getByRole("heading", { name: "Summary" }).waitFor()
      expect(await page.getByText("Customer without an email").count()).toBe(0)
    })
  })
}

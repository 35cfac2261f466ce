import { appendFileSync } from "node:fs"
import { Modules } from "@medusajs/framework/utils"
import { eraseCustomerWorkflow } from "customer-registration/workflows"
import { REFUSED_FIRST_NAME } from "../../../refused-name"

// Stands for a newsletter or a CRM, which sometimes is down.
eraseCustomerWorkflow.hooks.customerErasing(
  async ({ customer_id }, { container }) => {
    const [customer] = await container
      .resolve(Modules.CUSTOMER)
      .listCustomers({ id: customer_id })
    if (customer?.first_name === REFUSED_FIRST_NAME) {
      throw new TypeError(`the newsletter cannot forget ${customer.email}`)
    }
    if (process.env.EVENTS_FILE) {
      const data = { id: customer_id, found: Boolean(customer) }
      appendFileSync(
        process.env.EVENTS_FILE,
        `${JSON.stringify({ name: "hook.customer_erasing", data })}\n`
      )
    }
  }
)

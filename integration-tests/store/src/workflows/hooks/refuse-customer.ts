import { MedusaError } from "@medusajs/framework/utils"
import { createCustomersWorkflow } from "@medusajs/medusa/core-flows"
import { REFUSED_FIRST_NAME } from "../../../refused-name"

// Stands for any rule of a store's own that says no once the customer is created.
createCustomersWorkflow.hooks.customersCreated(async ({ customers }) => {
  if (customers.some(({ first_name }) => first_name === REFUSED_FIRST_NAME)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This store refuses the customer"
    )
  }
})

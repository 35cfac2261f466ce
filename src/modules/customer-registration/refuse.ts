import { MedusaError } from "@medusajs/framework/utils"

/**
 * Refuses a method that Medusa generates for every model, where it would write to Medusa's own customers.
 *
 * @throws MedusaError `not_allowed`
 * @example override deleteCustomerVerifications = refuse
 */
export async function refuse(): Promise<never> {
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "Verification flags live on the customer: create or delete customers with Medusa's customer module."
  )
}

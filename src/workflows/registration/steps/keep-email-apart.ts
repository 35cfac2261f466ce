import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { customerExists } from "../../../medusa/identities"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"

export type NamedEmail = { customer_id: string; email?: string | null }

export const keepEmailApartStepId = "keep-email-apart"

/**
 * Keeps the e-mail of a new customer apart until they prove it, where another account has named it: Medusa's table takes
 * an e-mail once. It comes before the customer, so that a registration that stops after it goes on with both. The
 * compensation forgets it, unless the customer is there all the same.
 *
 * @returns the `email` for the customer's record
 */
export const keepEmailApartStep = createStep(
  keepEmailApartStepId,
  async ({ customer_id, email }: NamedEmail, { container }) => {
    const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
    const apart = Boolean(
      email && (await registration.keepApart({ customer_id, email }))
    )
    const onRecord: NamedEmail = { customer_id, email: apart ? null : email }
    return new StepResponse(onRecord, apart ? customer_id : undefined)
  },
  async (customerId, { container }) => {
    if (customerId && !(await customerExists(container, customerId))) {
      await container
        .resolve(CUSTOMER_REGISTRATION_MODULE)
        .dropPending(customerId)
    }
  }
)

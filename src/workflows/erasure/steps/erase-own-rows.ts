import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OTP_PURPOSES } from "../../../codes"
import { ACCOUNT_DELETION_REQUEST_MODULE } from "../../../modules/account-deletion-request"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../../modules/otp-verification"
import { type EraseCustomerInput, findPerson } from "../person"

export const eraseCodesStepId = "erase-codes"

/** Deletes every code and limit of a person. */
export const eraseCodesStep = createStep(
  eraseCodesStepId,
  async ({ customer_id }: EraseCustomerInput, { container }) => {
    const { customer_ids, proven } = await findPerson(container, customer_id)
    await container
      .resolve(OTP_VERIFICATION_MODULE)
      .forget(customer_ids, proven, OTP_PURPOSES)
    return new StepResponse()
  }
)

export const forgetRequestsStepId = "forget-account-deletion-requests"

/**
 * Clears the reasons in all deletion requests of a person, and cancels the pending ones.
 *
 * @returns the cancelled requests
 */
export const forgetRequestsStep = createStep(
  forgetRequestsStepId,
  async ({ customer_id }: EraseCustomerInput, { container }) => {
    const { customer_ids } = await findPerson(container, customer_id)
    const cancelled = await container
      .resolve(ACCOUNT_DELETION_REQUEST_MODULE)
      .forget(customer_ids)
    return new StepResponse(cancelled)
  }
)

export const eraseCustomersStepId = "erase-customers"

/**
 * Clears and soft-deletes a person's customer rows and addresses. It comes last, because the other steps find the person's
 * contacts by these rows.
 *
 * @returns the ids of the rows
 */
export const eraseCustomersStep = createStep(
  eraseCustomersStepId,
  async ({ customer_id }: EraseCustomerInput, { container }) => {
    const { customer_ids } = await findPerson(container, customer_id)
    await container.resolve(CUSTOMER_REGISTRATION_MODULE).erase(customer_ids)
    return new StepResponse({ ids: customer_ids })
  }
)

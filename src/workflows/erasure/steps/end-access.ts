import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { deleteUnfinished } from "../../../medusa/identities"
import { deleteIdentitiesOf } from "../../../medusa/identity-claims"
import { CONTACTS } from "../../../options"
import { revokeSessions } from "../../shared/revoke-sessions"
import { type EraseCustomerInput, findPerson } from "../person"

export const endSessionsStepId = "end-sessions"

/** Voids every login token and session of a person: they would outlive the login. */
export const endSessionsStep = createStep(
  endSessionsStepId,
  async ({ customer_id }: EraseCustomerInput, { container }) => {
    await revokeSessions(container, { customer_id })
    return new StepResponse()
  }
)

export const eraseIdentitiesStepId = "erase-identities"

/**
 * Deletes every login of a person, with its passwords, second factors and tokens; Medusa 2.11 leaves them behind. An
 * identity that is also an admin's, or another actor's, stays theirs.
 */
export const eraseIdentitiesStep = createStep(
  eraseIdentitiesStepId,
  async ({ customer_id }: EraseCustomerInput, { container }) => {
    await deleteIdentitiesOf(container, customer_id)
    const { proven } = await findPerson(container, customer_id)
    for (const contact of CONTACTS) {
      for (const value of proven) {
        await deleteUnfinished(container, contact, value)
      }
    }
    return new StepResponse()
  }
)

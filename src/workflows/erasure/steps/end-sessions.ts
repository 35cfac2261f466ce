import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { revokeSessions } from "../../shared/revoke-sessions"
import type { EraseCustomerInput } from "../person"

export const endSessionsStepId = "end-sessions"

/** Voids every login token and session of a person: they would outlive the login. */
export const endSessionsStep = createStep(
  endSessionsStepId,
  async ({ customer_id }: EraseCustomerInput, { container }) => {
    await revokeSessions(container, { customer_id })
    return new StepResponse()
  }
)

import { randomBytes } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { moveLogin } from "../../../auth"
import { requireContacts } from "../../../codes"
import { PluginError } from "../../../errors"
import { loginsOf } from "../../../medusa/logins"
import { hasPassword } from "../../../medusa/passwords"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type ContactUndo,
} from "../../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../../modules/otp-verification"
import { revokeSessions } from "../../shared/revoke-sessions"
import type { OldContact } from "./change-contact"
import { findNamer, oldContact } from "./claim-undo"

// No step here has a compensation: none gives access back to whoever had it.

export const takeAccessAwayStepId = "take-access-away"

/**
 * Voids a customer's sessions and passwords, and the codes by which somebody logged in could go on. The owner recovers by
 * code.
 */
export const takeAccessAwayStep = createStep(
  takeAccessAwayStepId,
  async ({ customer_id }: ContactUndo, { container }) => {
    await revokeSessions(container, { customer_id })
    await voidPasswords(container, customer_id)
    await container
      .resolve(OTP_VERIFICATION_MODULE)
      .voidCodes(customer_id, ["contact_change", "account_deletion_request"])
    return new StepResponse()
  }
)

// Nobody knows the new one.
async function voidPasswords(
  container: MedusaContainer,
  customerId: string
): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const logins = (await loginsOf(container, customerId)).filter(hasPassword)
  for (const { provider, entity_id } of logins) {
    const password = randomBytes(32).toString("base64url")
    const data = { entity_id, password }
    const { success, error } = await auth.updateProvider(provider, data)
    if (!success) {
      throw new Error(`customer-registration: ${provider} says: ${error}`)
    }
  }
}

export const putContactBackStepId = "put-contact-back"

/**
 * Puts the old contact, its flag and the login back. An account that has only named it loses it.
 *
 * @returns what the contact was until now
 * @throws PluginError `customer_not_found`, `contact_taken`
 */
export const putContactBackStep = createStep(
  putContactBackStepId,
  async (undo: ContactUndo, { container }) => {
    const { customer_id, contact, value, verified } = undo
    const customers = container.resolve(Modules.CUSTOMER)
    const customer = await requireContacts(container, customer_id)
    const normal = oldContact(undo, container)
    const namer = await findNamer(normal, container)
    if (namer) {
      await customers.updateCustomers(namer.id, { [contact]: null })
    }
    await customers.updateCustomers(customer_id, { [contact]: value })
    if (verified) {
      await container
        .resolve(CUSTOMER_REGISTRATION_MODULE)
        .setVerified({ customer_id, contact, value }, true)
    }
    await moveLogin(container, normal)
    const undone: OldContact = {
      value: customer[contact],
      verified: customer[`${contact}_verified`],
    }
    return new StepResponse(undone)
  }
)

export const consumeUndoStepId = "consume-undo"

/**
 * Uses the link up, last: until here the same link goes on with an undo that was interrupted.
 *
 * @throws PluginError `undo_running` when the contact was changed meanwhile
 */
export const consumeUndoStep = createStep(
  consumeUndoStepId,
  async (undo: ContactUndo, { container }) => {
    const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
    if (!(await registration.consumeUndo(undo))) {
      throw new PluginError("undo_running")
    }
    return new StepResponse({ id: undo.customer_id })
  }
)

import { randomBytes } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { moveLogin, removeLogins } from "../../../auth"
import { requireContacts } from "../../../codes"
import { PluginError } from "../../../errors"
import { ownerOf } from "../../../medusa/identities"
import { findProviderIdentity, loginsOf } from "../../../medusa/logins"
import { clearOpenCarts } from "../../../medusa/open-carts"
import { hasPassword } from "../../../medusa/passwords"
import { ACCOUNT_DELETION_REQUEST_MODULE } from "../../../modules/account-deletion-request"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type ContactOf,
  type ContactUndo,
} from "../../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../../modules/otp-verification"
import { revokeSessions } from "../../shared/revoke-sessions"
import { findNamer, isOwners, oldContact } from "./claim-undo"

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

export const clearUndoneCartsStepId = "clear-undone-carts"

/**
 * Takes the e-mail that is about to be undone off the customer's open carts. It comes before that, so that an undo that was
 * interrupted finds the carts by the e-mail that the customer still has.
 */
export const clearUndoneCartsStep = createStep(
  clearUndoneCartsStepId,
  async ({ customer_id, contact }: ContactUndo, { container }) => {
    if (contact === "email") {
      const { email } = await requireContacts(container, customer_id)
      await clearOpenCarts(container, { customer_id, from: email })
    }
    return new StepResponse()
  }
)

export const putContactBackStepId = "put-contact-back"

/**
 * Puts the old contact, its flag and the login back, or removes them if there was none. An account that has only named an old
 * contact of the owner's loses it; to an old contact that was only named, another account comes first.
 *
 * @returns what the contact was until now, and what it is
 * @throws PluginError `customer_not_found`, `contact_taken`
 */
export const putContactBackStep = createStep(
  putContactBackStepId,
  async (undo: ContactUndo, { container }) => {
    const { customer_id, contact } = undo
    const customer = await requireContacts(container, customer_id)
    const value = await putContactBack(undo, container)
    await (value !== null && (undo.verified || undo.logs_in)
      ? moveLogin(container, { customer_id, contact, value })
      : removeLogins(container, { customer_id, contact }))
    return new StepResponse({ value: customer[contact], restored: value })
  }
)

async function putContactBack(
  undo: ContactUndo,
  container: MedusaContainer
): Promise<string | null> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const { customer_id, contact, verified } = undo
  const old = oldContact(undo, container)
  if (old && verified) {
    await registration.prove(old)
    return old.value
  }
  const namer = old && (await findNamer(old, container))
  if (!old || !isOwners(undo, registration.getOptions())) {
    const free = old && !namer && !(await isSomebodysLogin(container, old))
    const value = free ? old.value : null
    return await registration.putUnprovenBack({ customer_id, contact, value })
  }
  const customers = container.resolve(Modules.CUSTOMER)
  if (namer) {
    await customers.updateCustomers(namer.id, { [contact]: null })
  }
  await customers.updateCustomers(customer_id, { [contact]: old.value })
  return old.value
}

async function isSomebodysLogin(
  container: MedusaContainer,
  { customer_id, contact, value }: ContactOf
): Promise<boolean> {
  const login = await findProviderIdentity(container, contact, value)
  return Boolean(login && ownerOf(login.auth_identity) !== customer_id)
}

export const cancelDeletionStepId = "cancel-account-deletion"

/**
 * Cancels a deletion of the account whose execution has not begun: whoever made the change may have requested it.
 *
 * @returns the request, if it was cancelled
 */
export const cancelDeletionStep = createStep(
  cancelDeletionStepId,
  async ({ customer_id }: ContactUndo, { container }) => {
    const requests = container.resolve(ACCOUNT_DELETION_REQUEST_MODULE)
    const open = await requests.findOpen(customer_id)
    const cancelled = open && (await requests.cancel(open.id))
    const id = cancelled?.id ?? null
    return new StepResponse({ id, customer_id })
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
  async (
    { undo, restored }: { undo: ContactUndo; restored: string | null },
    { container }
  ) => {
    const used = await container
      .resolve(CUSTOMER_REGISTRATION_MODULE)
      .consumeUndo({ id: undo.id, value: restored })
    if (!used) {
      throw new PluginError("undo_running")
    }
    return new StepResponse({ id: undo.customer_id })
  }
)

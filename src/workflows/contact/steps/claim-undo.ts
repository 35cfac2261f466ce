import { setTimeout } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { clearWay, findLagging } from "../../../auth"
import { requireContacts } from "../../../codes"
import { parseKnownContact } from "../../../contact"
import { PluginError } from "../../../errors"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type ContactOf,
  type ContactUndo,
} from "../../../modules/customer-registration"
import type { Reservation } from "../../shared/claim-contacts"

/** Until the second of two clicks learns that the first has used the link up. */
const TRIES = 50
const PAUSE_MS = 100

export const claimUndoStepId = "claim-undo"

/**
 * Keeps every other undo of this contact waiting, and everybody else from claiming the old value, while this workflow
 * runs. A link that is used or expired waits for nothing. The compensation ends it.
 *
 * @throws PluginError `undo_used`, `undo_expired`, `undo_token_invalid`, `undo_running`
 */
export const claimUndoStep = createStep(
  claimUndoStepId,
  async (undo: ContactUndo, { container }) => {
    await assertOpen(undo, container)
    const { customer_id, contact, value } = oldContact(undo, container)
    const reserved = [`${customer_id} ${contact}`, value]
    const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
    for (let nth = 0; nth < TRIES; nth++) {
      const holder = await registration.reserve(reserved)
      if (holder) {
        const reservation: Reservation = { holder }
        return new StepResponse(reservation, reservation)
      }
      await setTimeout(PAUSE_MS)
    }
    throw new PluginError("undo_running")
  },
  async (reservation, { container }) => {
    if (reservation) {
      await container
        .resolve(CUSTOMER_REGISTRATION_MODULE)
        .release(reservation.holder)
    }
  }
)

export const assertUndoableStepId = "assert-undoable"

/**
 * Refuses an undo that cannot end well, before anything is written, and removes a login at the old value that nobody has
 * proven.
 *
 * @throws PluginError as `claimUndoStep`, `customer_not_found`, `contact_taken` when another account has proven the old value
 */
export const assertUndoableStep = createStep(
  assertUndoableStepId,
  async (undo: ContactUndo, { container }) => {
    await assertOpen(undo, container)
    await requireContacts(container, undo.customer_id)
    const old = oldContact(undo, container)
    const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
    const { require_verification } = registration.getOptions().registration
    const namer = await findNamer(old, container)
    if (
      namer?.[`${old.contact}_verified`] ||
      (namer && !require_verification)
    ) {
      throw new PluginError("contact_taken")
    }
    if (await findLagging(container, old)) {
      await clearWay(container, old)
    }
    return new StepResponse()
  }
)

async function assertOpen(
  { id }: ContactUndo,
  container: MedusaContainer
): Promise<void> {
  const state = await container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .retrieveUndoState(id)
  if (state !== "open") {
    throw new PluginError(state ? `undo_${state}` : "undo_token_invalid")
  }
}

/**
 * Another account that has the old contact by now.
 *
 * @example const namer = await findNamer(oldContact(undo, container), container)
 */
export async function findNamer(
  { customer_id, contact, value }: ContactOf,
  container: MedusaContainer
) {
  const account = await container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .findAccount(contact, value)
  return account?.id === customer_id ? undefined : account
}

/**
 * The old contact in its normal form.
 *
 * @example oldContact(undo, container).value // "+12133734253"
 */
export function oldContact(
  { customer_id, contact, value }: ContactUndo,
  container: MedusaContainer
): ContactOf {
  const { phone } = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const normal = parseKnownContact(contact, value, phone).value ?? value
  return { customer_id, contact, value: normal }
}

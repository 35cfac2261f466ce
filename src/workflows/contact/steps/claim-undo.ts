import { setTimeout } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { clearWay, laggingOf } from "../../../auth"
import { requireContacts } from "../../../codes"
import { parseKnownContact } from "../../../contact"
import { PluginError } from "../../../errors"
import { loginsOf } from "../../../medusa/logins"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type ContactOf,
  type ContactUndo,
  type OldContact,
} from "../../../modules/customer-registration"
import { accepts, type Contact, type PluginOptions } from "../../../options"
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
    const { customer_id, contact } = undo
    const old = oldContact(undo, container)
    const reserved = [`${customer_id} ${contact}`, ...(old ? [old.value] : [])]
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
 * proven. An old value that was not the owner's refuses nothing: it gives way.
 *
 * @throws PluginError as `claimUndoStep`, `customer_not_found`, `contact_taken` when another account has proven the old value
 */
export const assertUndoableStep = createStep(
  assertUndoableStepId,
  async (undo: ContactUndo, { container }) => {
    await assertOpen(undo, container)
    await requireContacts(container, undo.customer_id)
    const old = oldContact(undo, container)
    const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
    if (!old || !isOwners(undo, options)) {
      return new StepResponse()
    }
    const { require_verification } = options.registration
    const namer = await findNamer(old, container)
    if (
      namer?.[`${old.contact}_verified`] ||
      (namer && !require_verification)
    ) {
      throw new PluginError("contact_taken")
    }
    if (laggingOf(await loginsOf(container, old.customer_id), old)) {
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
 * Whether a contact was the owner's: proven or, in a store that asks for no verification, one that logs in. Not one that
 * the customer had only named, or mistyped.
 *
 * @example isOwners(undo, options)
 */
export function isOwners(
  {
    contact,
    verified,
    logs_in,
  }: { contact: Contact } & Pick<OldContact, "verified" | "logs_in">,
  { registration, login }: PluginOptions
): boolean {
  return (
    verified ||
    (!registration.require_verification &&
      logs_in &&
      accepts(login.identifier, contact))
  )
}

/**
 * The old contact in its normal form; nothing if the change had added it.
 *
 * @example oldContact(undo, container)?.value // "+12133734253"
 */
export function oldContact(
  { customer_id, contact, value }: ContactUndo,
  container: MedusaContainer
): ContactOf | undefined {
  if (value === null) {
    return undefined
  }
  const { phone } = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const normal = parseKnownContact(contact, value, phone).value ?? value
  return { customer_id, contact, value: normal }
}

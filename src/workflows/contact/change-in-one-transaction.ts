import type { MedusaContainer } from "@medusajs/framework/types"
import { CustomerWorkflowEvents } from "@medusajs/framework/utils"
import { laggingOf } from "../../auth"
import {
  changeAtOnce,
  type GuessedChange,
  type SimpleChange,
} from "../../codes"
import { unicodeSpelling } from "../../contact"
import { PluginError } from "../../errors"
import type { CustomerAccess, KnownLogin } from "../../medusa/customer-access"
import { emitLater } from "../../medusa/events"
import { clearOpenCarts } from "../../medusa/open-carts"
import { refusingTaken } from "../../medusa/refusing-taken"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerProfile,
} from "../../modules/customer-registration"
import type { RightCode } from "../../modules/otp-verification"
import { inTransaction, type SqlContext } from "../../sql"
import { CustomerRegistrationEvents } from "../events"
import { revokeSessions, type Revocation } from "../shared/revoke-sessions"
import { contactsBefore } from "./steps/change-contact"
import { notifyOwner } from "./steps/notify-contacts"

/** A change that is done. */
export type Changed = Revocation & {
  customer: CustomerProfile
  /** The customer's logins as they are now, if they are known. */
  logins?: KnownLogin[]
}

/** A change, and the language of its notices (BCP 47). */
export type LocalizedChange = GuessedChange & { locale?: string }

const EVENTS = [
  CustomerWorkflowEvents.UPDATED,
  CustomerRegistrationEvents.CONTACT_CHANGED,
]

/**
 * What most changes are: nobody else has the new contact, neither on the record nor as a login. The code is consumed, contact,
 * flag and login change and the sessions end in one transaction, so that a killed server leaves all of it or nothing.
 *
 * @returns nothing, and nothing is done, if the change takes more: `updateContactWorkflow` does it
 * @throws PluginError `contact_taken`, `session_revoked`, `otp_invalid`
 * @example const changed = await changeInOneTransaction(container, guessed, session_iat)
 */
export async function changeInOneTransaction(
  container: MedusaContainer,
  { code, access, locale, ...change }: LocalizedChange,
  session_iat: number | undefined
): Promise<Changed | undefined> {
  const { customer_id, contact, value } = change
  if (!access || !isSimple(access, change)) {
    return undefined
  }
  const login_id = laggingOf(access.logins, change)?.id ?? null
  const simple = { ...change, old: access[contact], login_id }
  const changed = await refusingTaken(() =>
    inTransaction(container, (context) =>
      changeContact(container, context, { simple, code, session_iat })
    )
  )
  if (!changed) {
    return undefined
  }
  const data = { id: customer_id }
  const events = EVENTS.map((name) => ({ name, data }))
  emitLater(container, events)
  await notifyOwner(container, {
    change: { ...change, locale },
    ...contactsBefore(access, contact),
  })
  const logins = access.logins.map((login) =>
    login.id === login_id ? { ...login, entity_id: value } : login
  )
  return { ...changed, logins }
}

// An account from before the plugin may have an international domain as it was typed.
function isSimple(
  access: CustomerAccess,
  { contact, value }: Pick<GuessedChange, "contact" | "value">
): boolean {
  const isProven = access[contact] === value && access[`${contact}_verified`]
  const isSpelledTwice = contact === "email" && unicodeSpelling(value)
  return !isProven && !isSpelledTwice && !access.others_login
}

type Attempt = {
  simple: SimpleChange
  code: RightCode
  session_iat: number | undefined
}

async function changeContact(
  container: MedusaContainer,
  context: SqlContext,
  { simple, code, session_iat }: Attempt
): Promise<Omit<Changed, "logins"> | undefined> {
  const { customer_id, contact, old, value } = simple
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  if (!(await registration.reserveWithin(value, context))) {
    throw new PluginError("contact_taken")
  }
  if (!(await changeAtOnce(context, simple, code))) {
    return undefined
  }
  const customer = await registration.setVerified(
    { customer_id, contact, value },
    true,
    context
  )
  if (!customer) {
    // A trigger of the store's made another contact of it.
    throw new PluginError("otp_invalid")
  }
  if (contact === "email") {
    await clearOpenCarts(context, { customer_id, from: old })
  }
  const asker = { customer_id, session_iat }
  return { customer, ...(await revokeSessions(container, asker, context)) }
}

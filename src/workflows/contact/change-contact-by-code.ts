import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { renewedLogin, type LoginAnswer } from "../../auth"
import {
  guessContactChange,
  requireProfile,
  type GuessedChange,
  type TypedCode,
} from "../../codes"
import { PluginError } from "../../errors"
import { issuedAt } from "../../medusa/tokens"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerProfile,
} from "../../modules/customer-registration"
import {
  changeInOneTransaction,
  type Changed,
} from "./change-in-one-transaction"
import { updateContactWorkflow } from "./update-contact"

/**
 * Changes the contact of a logged-in customer to the one that a code proves, and logs them in again.
 *
 * @throws PluginError as `guessContactChange` and `updateContactWorkflow`
 * @example const { customer, login } = await changeContactByCode(req, { token, code: "482917" })
 */
export async function changeContactByCode(
  request: Pick<AuthenticatedMedusaRequest, "scope" | "auth_context">,
  typed: TypedCode
): Promise<{ customer: CustomerProfile; login: LoginAnswer }> {
  const { scope, auth_context } = request
  const guessed = await guessContactChange(scope, auth_context.actor_id, typed)
  const session_iat = issuedAt(auth_context)
  const { customer, valid_from, logins } =
    (await changeInOneTransaction(scope, guessed, session_iat)) ??
    (await changeByWorkflow(scope, guessed, session_iat))
  const { contact } = guessed
  const login = await renewedLogin(
    request,
    customer,
    contact,
    valid_from,
    logins
  )
  return { customer, login }
}

// Reserved before the code is consumed: somebody else's registration that fails must not cost it.
async function changeByWorkflow(
  container: MedusaContainer,
  { code, customer_id, contact, value }: GuessedChange,
  session_iat: number | undefined
): Promise<Changed> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const holder = await registration.reserve([value])
  if (!holder) {
    throw new PluginError("contact_taken")
  }
  try {
    const { result } = await updateContactWorkflow(container).run({
      input: { customer_id, contact, value, holder, session_iat, code },
    })
    const customer = await requireProfile(container, customer_id)
    return { customer, valid_from: result.valid_from }
  } finally {
    await registration.release(holder)
  }
}

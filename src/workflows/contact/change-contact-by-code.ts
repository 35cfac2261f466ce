import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { renewedLogin, type LoginAnswer } from "../../auth"
import { guessContactChange, requireProfile, type TypedCode } from "../../codes"
import { PluginError } from "../../errors"
import { issuedAt } from "../../medusa/tokens"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerProfile,
} from "../../modules/customer-registration"
import {
  changeInOneTransaction,
  type Changed,
  type LocalizedChange,
} from "./change-in-one-transaction"
import { updateContactWorkflow } from "./update-contact"

/**
 * Changes the contact of a logged-in customer to the one that a code proves, and logs them in again.
 *
 * @param locale the language of the notices; left out or not the store's, the customer's
 * @throws PluginError as `guessContactChange` and `updateContactWorkflow`
 * @example const { customer, login } = await changeContactByCode(req, { token, code: "482917" })
 */
export async function changeContactByCode(
  request: Pick<AuthenticatedMedusaRequest, "scope" | "auth_context">,
  typed: TypedCode,
  locale?: string
): Promise<{ customer: CustomerProfile; login: LoginAnswer }> {
  const { scope, auth_context } = request
  const { actor_id } = auth_context
  const guessed = {
    ...(await guessContactChange(scope, actor_id, typed)),
    locale,
  }
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
  change: LocalizedChange,
  session_iat: number | undefined
): Promise<Changed> {
  const { code, customer_id, contact, value, locale } = change
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const holder = await registration.reserve([value])
  if (!holder) {
    throw new PluginError("contact_taken")
  }
  try {
    const { result } = await updateContactWorkflow(container).run({
      input: {
        customer_id,
        contact,
        value,
        holder,
        session_iat,
        code,
        locale,
      },
    })
    const customer = await requireProfile(container, customer_id)
    return { customer, valid_from: result.valid_from }
  } finally {
    await registration.release(holder)
  }
}

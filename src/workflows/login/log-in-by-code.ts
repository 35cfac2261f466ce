import { randomBytes } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  guessCodeLogin,
  verifiedLogin,
  type CodeLogin,
  type LoginAnswer,
} from "../../auth"
import { consumeGuess, isPresentContact, type TypedCode } from "../../codes"
import { otherContact } from "../../contact"
import { PluginError } from "../../errors"
import { findAccess, type CustomerAccess } from "../../medusa/customer-access"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { resetPassword } from "../password/reset-password"
import { secret, type Secret } from "../password/secret"
import { registerByCodeWorkflow } from "./register-by-code"

// Not a workflow: it answers a login token, which must not become part of a workflow's state.

/**
 * Logs the owner of a contact in by the code that went to it. Where the code is the first proof of the contact, all that
 * an unproven registrant had set up is void, as after a recovery, and the account has no password that anybody knows. Where a
 * first code registers and nobody has the contact, its owner gets an account.
 *
 * @returns Medusa's answer to a login: a token, or with MFA the challenge
 * @throws PluginError `verification_required` where the account's only login is by its other contact, which is not verified;
 * `otp_expired` where the contact was changed meanwhile; and as `guessCodeLogin`, `consumeGuess`, `resetPassword` and `registerByCodeWorkflow`
 * @example res.json(await logInByCode(req.scope, { token, code: "482917" }))
 */
export async function logInByCode(
  container: MedusaContainer,
  typed: TypedCode
): Promise<LoginAnswer> {
  const login = await guessCodeLogin(container, typed)
  const { contact } = login
  const customer_id = await admit(container, login)
  const access = await presentAccess(container, login, customer_id)
  const answer = await verifiedLogin(container, access, contact, access)
  if (answer.token === null) {
    const verification_type = `${otherContact(contact)}_verification`
    const details = { customer_id, verification_type }
    throw new PluginError("verification_required", { details })
  }
  return answer
}

/**
 * The customer and how they log in, in one statement: a contact change that comes after it ends this login with the others, and
 * one that came before it has taken the contact away.
 */
async function presentAccess(
  container: MedusaContainer,
  { contact, value }: CodeLogin,
  customer_id: string
): Promise<CustomerAccess> {
  const access = await findAccess(container, customer_id, contact)
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  if (!access || !isPresentContact(access, contact, value, options)) {
    throw new PluginError("otp_expired")
  }
  return access
}

/** Consumes the code, and does what the proof brings with it. */
async function admit(
  container: MedusaContainer,
  { contact, value, code, found }: CodeLogin
): Promise<string> {
  if (!found?.customer_id) {
    const { result } = await registerByCodeWorkflow(container).run({
      input: { contact, value, code },
    })
    return result.id
  }
  const { customer_id, proven, lost_login } = found
  if (proven && !lost_login) {
    await consumeGuess(container, code)
  } else {
    const new_password = unknownPassword()
    await resetPassword(container, { ...found, contact, code, new_password })
  }
  return customer_id
}

/** A password that nobody knows: 288 bits, in as many characters as the longest `password.min_length`. */
function unknownPassword(): Secret {
  return secret(randomBytes(48).toString("base64url"))
}

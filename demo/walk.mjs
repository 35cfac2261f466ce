// @ts-check
import { signUpByPhone } from "./steps/01-sign-up-by-phone.mjs"
import { refuseUnverifiedLogin } from "./steps/02-refuse-unverified-login.mjs"
import { verifyPhone } from "./steps/03-verify-phone.mjs"
import { logIn } from "./steps/04-log-in.mjs"
import { refuseTakenPhone } from "./steps/05-refuse-taken-phone.mjs"
import { changePhone } from "./steps/06-change-phone.mjs"
import { recoverPassword } from "./steps/07-recover-password.mjs"
import { signUpByEmail } from "./steps/08-sign-up-by-email.mjs"
import { resetPassword } from "./steps/09-reset-password.mjs"
import { cancelAccountDeletion } from "./steps/10-cancel-account-deletion.mjs"
import { deleteAccount } from "./steps/11-delete-account.mjs"

/** @import { Walkthrough } from "./lib/walkthrough.mjs" */

/**
 * Everything that customers do, in a shop that nobody has used yet.
 *
 * @param {Walkthrough} walkthrough
 */
export async function walk(walkthrough) {
  await signUpByPhone(walkthrough)
  const adasId = await refuseUnverifiedLogin(walkthrough)
  const adasToken = await verifyPhone(walkthrough, adasId)
  await logIn(walkthrough, adasToken)
  await refuseTakenPhone(walkthrough)
  await changePhone(walkthrough, adasId, adasToken)
  await continueWalk(walkthrough, adasId)
}

/**
 * The part that can be walked again, once Ada has her new number: in the end she has stayed and Grace has left.
 *
 * @param {Walkthrough} walkthrough
 * @param {string} adasId
 */
export async function continueWalk(walkthrough, adasId) {
  const adasToken = await recoverPassword(walkthrough, adasId)
  const gracesId = await signUpByEmail(walkthrough)
  const gracesToken = await resetPassword(walkthrough, gracesId)
  const adminsToken = await cancelAccountDeletion(walkthrough, adasToken)
  await deleteAccount(walkthrough, gracesToken, adminsToken)
}

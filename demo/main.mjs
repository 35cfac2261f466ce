// @ts-check
import { readArguments } from "./lib/arguments.mjs"
import { createCleanup } from "./lib/cleanup.mjs"
import { reportError } from "./lib/errors.mjs"
import { interruption } from "./lib/interruption.mjs"
import { keepOpen } from "./lib/keep-open.mjs"
import { openShop } from "./lib/open-shop.mjs"
import { introduce, print } from "./lib/terminal.mjs"
import { createWalkthrough } from "./lib/walkthrough.mjs"
import { signUpByPhone } from "./steps/01-sign-up-by-phone.mjs"
import { refuseUnverifiedLogin } from "./steps/02-refuse-unverified-login.mjs"
import { verifyPhone } from "./steps/03-verify-phone.mjs"
import { logIn } from "./steps/04-log-in.mjs"
import { refuseTakenPhone } from "./steps/05-refuse-taken-phone.mjs"
import { changePhone } from "./steps/06-change-phone.mjs"
import { recoverPassword } from "./steps/07-recover-password.mjs"
import { signUpByEmail } from "./steps/08-sign-up-by-email.mjs"
import { cancelAccountDeletion } from "./steps/09-cancel-account-deletion.mjs"
import { deleteAccount } from "./steps/10-delete-account.mjs"

const { exit } = readArguments(process.argv.slice(2))
const signal = interruption()
const cleanup = createCleanup()

async function demo() {
  introduce(
    "customer-registration: the demo",
    "A Medusa shop where people sign up with a phone or an e-mail, prove it with a code, log in, and leave again. Nothing leaves this machine: what would go out as SMS or mail is shown here. It takes a minute or two to set up."
  )
  const shop = await openShop({ cleanup, signal, dashboard: !exit })
  const walkthrough = createWalkthrough(shop, signal)

  await signUpByPhone(walkthrough)
  const adasId = await refuseUnverifiedLogin(walkthrough)
  const adasToken = await verifyPhone(walkthrough, adasId)
  await logIn(walkthrough, adasToken)
  await refuseTakenPhone(walkthrough)
  await changePhone(walkthrough, adasId, adasToken)
  const adasNewToken = await recoverPassword(walkthrough, adasId)
  const gracesToken = await signUpByEmail(walkthrough)
  const adminsToken = await cancelAccountDeletion(walkthrough, adasNewToken)
  await deleteAccount(walkthrough, gracesToken, adminsToken)
  print(`All ${walkthrough.checks()} checks passed.`)

  if (!exit) {
    await keepOpen(shop, signal)
  }
}

const status = await demo().then(
  () => 0,
  (error) => reportError(error, signal)
)
const clean = await cleanup.run()
process.exit(clean ? status : 1)

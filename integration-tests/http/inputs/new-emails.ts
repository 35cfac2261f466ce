import { domainToASCII } from "node:url"
import {
  freshEmail,
  registerIdentity,
  verifyContact,
  PASSWORD,
} from "../../helpers/fixtures"
import { signInWith } from "../../helpers/sign-in"
import { signUp } from "../../helpers/sign-up"
import { Store } from "../../helpers/store"

const EMAILS: [string, string][] = ["r&d", "o'hara", "a+b", "a_"].map(
  (name) => {
    const email = `${name}-${freshEmail()}`
    return [email, email]
  }
)
const international = freshEmail().replace("example", "B\u00fccher")
EMAILS.push([
  international,
  international.replace("B\u00fccher.com", domainToASCII("b\u00fccher.com")),
])

export function newEmails(store: Store) {
  it.each(EMAILS)(
    "a new customer registers, verifies and logs in as %s",
    async (typed, stored) => {
      const registrationToken = await registerIdentity(
        store,
        "emailpass",
        typed
      )
      const { status, body } = await signUp(store, registrationToken, {
        email: typed,
      })
      expect([status, body.customer?.email]).toEqual([200, stored])

      const account = {
        ...body,
        registration: body,
        registrationToken,
        provider: "emailpass",
        email: stored,
        password: PASSWORD,
      } as const
      await verifyContact(store, account, "email_verification")
      for (const spelling of [typed, stored, typed.toUpperCase()]) {
        const login = await signInWith(store, "emailpass", spelling)
        expect(login.status).toBe(200)
      }
    }
  )
}

import { Store } from "../../helpers/store"
import { askWith, outcomeOf } from "./matrix"
import { MEDUSA_ROUTES } from "./medusa-routes"
import { PLUGIN_ROUTES } from "./plugin-routes"
import { Where } from "./route"
import { World } from "./world"

/** Each uses up what it is for, and leaves the ones below good. */
const USES: [string, Where, string][] = [
  [
    "POST /store/customers/otp/verify",
    "body",
    "a code's token for email_verification",
  ],
  [
    "POST /store/customers/otp/verify",
    "body",
    "a code's token for phone_verification",
  ],
  [
    "POST /store/customers/account-deletion/confirm",
    "body",
    "a code's token for account_deletion_request",
  ],
  [
    "POST /store/customers/account-deletion/cancel-confirm",
    "body",
    "a code's token for account_deletion_cancel",
  ],
  [
    "POST /store/customers/password/confirm",
    "body",
    "a code's token for password_recovery",
  ],
  ["POST /store/customers/login/confirm", "body", "a code's token for login"],
  [
    "POST /auth/[actor_type]/[auth_provider]/update",
    "body",
    "a reset mail's token",
  ],
  [
    "POST /store/customers",
    "header",
    "a registration's token without a customer",
  ],
  ["DELETE /auth/session", "header", "a session of a registration"],
  ["POST /store/customers/me", "header", "a login"],
  ["POST /store/customers/me/sessions/revoke", "header", "a login"],
  [
    "POST /store/customers/me/contact/verify",
    "body",
    "a code's token for contact_change",
  ],
]

/** The controls of the matrix: what is refused with a foreign token is answered with the right one. */
export function usesOfTokens(store: Store, world: () => World) {
  it.each(USES)(
    "%s does in full, with the same request, what is asked with %s %s",
    async (name, where, kind) => {
      const route = [...PLUGIN_ROUTES, ...MEDUSA_ROUTES].find(
        (one) => one.route === name
      )!
      const token = world().tokens.get(kind)!
      const counts = false
      const done = await askWith(store, world(), route, where, token, counts)
      expect(outcomeOf(done)).toBe("200")
      if (route.ends && done.body.token) {
        const next = { name: kind, token: String(done.body.token) }
        world().tokens.set(kind, next)
      }
    }
  )
}

import { HttpResponse } from "../../helpers/http"
import { verifiedCustomer, freshPhone } from "../../helpers/fixtures"
import { send } from "../../helpers/otp"
import { Store } from "../../helpers/store"
import { actorOf } from "../tokens"

/** Those in whose name odd requests are sent. */
export type People = {
  /** What may stand in a request, by the name that a generated one has for it. */
  known: Record<string, string>
  /** Takes a login over that took the place of the one before. */
  renew: (answer: HttpResponse) => void
}

/** A customer with a login, one with the token of a code, and an admin. */
export async function people(store: Store): Promise<People> {
  const customer = await verifiedCustomer(store, { phone: freshPhone() })
  const other = await verifiedCustomer(store, { phone: freshPhone() })
  const { body } = await send(store, customer.customer.id)
  const known: Record<string, string> = {
    login: customer.token,
    registration: customer.registrationToken,
    admin: await store.adminToken(),
    code: body.token as string,
    customer: customer.customer.id,
    other: other.customer.id,
    email: customer.email,
    phone: customer.phone,
  }
  return {
    known,
    renew: ({ body }) => {
      if (actorOf(Object(body).token) === known.customer) {
        known.login = body.token as string
      }
    },
  }
}

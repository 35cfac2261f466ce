import {
  askToLeave,
  leavingCode,
  leavingCustomer,
} from "../../helpers/account-deletion"
import { askForChange, confirmChange } from "../../helpers/change-contact"
import { confirmLeaving } from "../../helpers/account-deletion"
import { codeOf } from "../../helpers/codes"
import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  messagesTo,
  messageTo,
  PASSWORD,
  registerCustomer,
  registerIdentity,
  verifiedCustomer,
  type VerificationType,
} from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import {
  askForRecovery,
  confirmRecovery,
  NEW_PASSWORD,
} from "../../helpers/new-password"
import { send, verify } from "../../helpers/otp"
import { signIn } from "../../helpers/sign-in"
import { signUp } from "../../helpers/sign-up"
import { Store } from "../../helpers/store"

/** A request that is ready to be sent, as often as one likes. */
export type Request = () => Promise<HttpResponse>

async function pendingCode(
  store: Store,
  id: string,
  to: string,
  type: VerificationType
): Promise<Request> {
  const { body } = await send(store, id, type)
  const code = await lastCodeFor(store, to)
  return () => verify(store, body.token, code)
}

async function pendingChange(store: Store, phone: string): Promise<Request> {
  const { token } = await verifiedCustomer(store)
  const asked = await askForChange(store, token, { phone })
  const code = await lastCodeFor(store, phone)
  return () => confirmChange(store, token, { token: asked.body.token, code })
}

/** What needs the database alone. */
export const WITHOUT_THE_ENGINE = {
  "a login": async (store: Store): Promise<Request> => {
    const account = await verifiedCustomer(store)
    return () => signIn(store, "emailpass", account)
  },
  "a code that is sent and verified": async (store) => {
    const { customer, email } = await registerCustomer(store)
    return async () => {
      const { body } = await send(store, customer.id, "email_verification")
      return await verify(store, body.token, await lastCodeFor(store, email))
    }
  },
  "a code that was sent before": async (store) => {
    const { customer, email } = await registerCustomer(store)
    return await pendingCode(store, customer.id, email, "email_verification")
  },
  "a code for a new contact": async (store) => {
    const { token } = await verifiedCustomer(store)
    return () => askForChange(store, token, { phone: freshPhone() })
  },
  "a change to a new contact": (store) => pendingChange(store, freshPhone()),
  "a code for a new password": async (store) => {
    const { email } = await verifiedCustomer(store)
    const nth = messagesTo(store, email).length + 1
    return async () => {
      const answer = await askForRecovery(store, { email })
      await messageTo(store, email, nth)
      return answer
    }
  },
  "a code for a deletion": async (store) => {
    const { token } = await leavingCustomer(store)
    return () => askToLeave(store, token)
  },
} satisfies Record<string, (store: Store) => Promise<Request>>

/** What runs a workflow, and Medusa's engine asks Redis before it begins one. */
export const BY_THE_ENGINE = {
  "a registration": async (store: Store): Promise<Request> => {
    const email = freshEmail()
    const token = await registerIdentity(store, "emailpass", email)
    return () => signUp(store, token, { email })
  },
  "a code for a contact that another account has named": async (store) => {
    const phone = freshPhone()
    await registerCustomer(store, { phone })
    const { customer } = await registerCustomer(store, { phone })
    return await pendingCode(store, customer.id, phone, "phone_verification")
  },
  "a change to a contact that another account has named": async (store) => {
    const phone = freshPhone()
    await registerCustomer(store, { phone })
    return await pendingChange(store, phone)
  },
  "a new password by a code": async (store) => {
    const { email } = await verifiedCustomer(store)
    const nth = messagesTo(store, email).length + 1
    const { body } = await askForRecovery(store, { email })
    const code = codeOf(await messageTo(store, email, nth))
    return () => confirmRecovery(store, { token: body.token, code })
  },
  "a new password by the old one": async (store) => {
    const { token } = await verifiedCustomer(store)
    const body = { old_password: PASSWORD, new_password: NEW_PASSWORD }
    return () =>
      store.api("POST", "/store/customers/me/password", { token, body })
  },
  "a deletion whose code proves a contact": async (store) => {
    const customer = await leavingCustomer(store)
    const { token, code } = await leavingCode(store, customer)
    await store.db.query(
      "update customer set email_verified = false where id = $1",
      [customer.customer.id]
    )
    return () => confirmLeaving(store, token, code)
  },
} satisfies Record<string, (store: Store) => Promise<Request>>

import { askForChange } from "../../helpers/change-contact"
import { freshPhone, lastCodeFor } from "../../helpers/fixtures"
import { Store } from "../../helpers/store"
import { customerByPhone } from "./customer"

/** A customer whose change of the phone waits for its code. */
export async function pendingChange(store: Store) {
  const account = await customerByPhone(store)
  const next = freshPhone()
  const asked = await askForChange(store, account.token, { phone: next })
  const code = await lastCodeFor(store, next)
  return { account, next, proof: { token: asked.body.token, code } }
}

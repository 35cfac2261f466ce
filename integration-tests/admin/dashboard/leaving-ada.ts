import { ADA, inDays } from "./fixtures"
import { clearRequests, insertRequest } from "../../helpers/deletion-rows"
import { insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"

/** Ada alone, who is to be erased in so many days → her id. */
export async function insertLeavingAda(
  store: Store,
  days: number
): Promise<string> {
  await clearRequests(store)
  await store.db.query("delete from customer")
  const customer = await insertCustomer(store, { ...ADA, email_verified: true })
  await insertRequest(store, customer, {
    status: "confirmed",
    scheduled_at: inDays(days),
    confirmed_at: inDays(-1),
  })
  return customer
}

import {
  admin,
  askToLeave,
  confirmedRequest,
  confirmLeaving,
  requestsOf,
} from "../../helpers/account-deletion"
import {
  freshPhone,
  lastCodeFor,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { Store } from "../../helpers/store"

export function deletionRequests(store: Store) {
  it("smoke", async () => {
    const customer = await verifiedCustomer(store, { phone: freshPhone() })
    const request = await confirmedRequest(store, customer as never)
    console.log(request)
    const list = await admin(
      store,
      "GET",
      "?fields=%2Bcustomer.has_account,nonsense,customer.orders.*&q=" +
        customer.email!.slice(0, 8) +
        "&order=-scheduled_at&status=confirmed,pending"
    )
    console.log(JSON.stringify(list.body, null, 1))
    const done = await admin(store, "POST", `/${request.id}/execute`)
    console.log(done.status, done.body)
    console.log(await requestsOf(store, customer.customer.id))
    console.log(
      store
        .log()
        .split("\n")
        .filter((l) => /rror/.test(l))
        .slice(0, 20)
        .join("\n")
    )
    void askToLeave
    void confirmLeaving
    void lastCodeFor
  })
}

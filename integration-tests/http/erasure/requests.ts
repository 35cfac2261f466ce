import {
  admin,
  confirmedRequest,
  deletionEvents,
  leavingCode,
  leavingCustomer,
} from "../../helpers/account-deletion"
import { requestsOf } from "../../helpers/deletion-rows"
import { tablesWith } from "../../helpers/dump"
import { Store } from "../../helpers/store"

export function erasedRequests(store: Store) {
  it("removes the reason of completed and cancelled requests", async () => {
    const leaving = await leavingCustomer(store)
    const [first, second] = ["moving to Paris", "moving to Rome"]
    await leavingCode(store, leaving, { reason: first })
    const [{ id }] = await requestsOf(store, leaving.customer.id)
    expect((await admin(store, "POST", `/${id}/cancel`)).status).toBe(200)
    const request = await confirmedRequest(store, leaving, second)
    expect(await tablesWith(store, [first])).not.toEqual([])

    const executed = await admin(store, "POST", `/${request.id}/execute`)
    expect(executed.status).toBe(200)
    expect(await tablesWith(store, [first, second])).toEqual([])
    expect(await requestsOf(store, leaving.customer.id)).toMatchObject([
      { id, status: "cancelled", reason: null },
      { id: request.id, status: "completed", reason: null },
    ])
    expect(
      deletionEvents(store, "cancelled", leaving.customer.id)
    ).toHaveLength(1)
  })
}

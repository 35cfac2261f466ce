import {
  awaitedEvents,
  askToLeave,
  confirmedRequest,
} from "../../helpers/account-deletion"
import {
  insertConfirmedRequest,
  requestsOf,
  requestStatus,
} from "../../helpers/deletion-rows"
import { freshPhone } from "../../helpers/fixtures"
import { Store } from "../../helpers/store"
import { changeWithLink, undo } from "../../helpers/undo"
import { customerByPhone } from "../contact-change/customer"

export function cancelledDeletions(store: Store) {
  const movedPhone = async () => {
    const owner = await customerByPhone(store)
    const phone = freshPhone()
    const { token: link, login } = await changeWithLink(
      store,
      owner.token,
      owner.phone,
      { phone }
    )
    return { id: owner.customer.id, owner, link, phone, token: login }
  }

  it("An undo cancels a deletion that the thief has confirmed", async () => {
    const { id, owner, link, phone, token } = await movedPhone()
    const thief = { ...owner, email: undefined, phone, token }
    const request = await confirmedRequest(store, thief)

    expect((await undo(store, link)).status).toBe(200)

    expect(await requestStatus(store, request.id)).toBe("cancelled")
    expect(await awaitedEvents(store, "cancelled", id)).toEqual([
      { id: request.id, customer_id: id },
    ])
  })

  it("An undo cancels a deletion that waits for its code", async () => {
    const { id, link, token } = await movedPhone()
    expect((await askToLeave(store, token)).status).toBe(200)

    expect((await undo(store, link)).status).toBe(200)

    expect(await requestsOf(store, id)).toMatchObject([{ status: "cancelled" }])
  })

  it("An undo leaves a deletion that has begun", async () => {
    const { id, link } = await movedPhone()
    const request = await insertConfirmedRequest(store, id, {
      started_at: new Date(),
    })

    expect((await undo(store, link)).status).toBe(200)

    expect(await requestStatus(store, request)).toBe("confirmed")
  })
}

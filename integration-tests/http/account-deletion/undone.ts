import {
  askToLeave,
  confirmedRequest,
  leavingCustomer,
} from "../../helpers/account-deletion"
import { insertRequest } from "../../helpers/deletion-rows"
import { failAfter } from "../../helpers/fail-after"
import { freshPhone, registerCustomer } from "../../helpers/fixtures"
import { Store } from "../../helpers/store"
import { written, writtenBesidesLimits } from "../../helpers/written"

export function undoneDeletions(store: Store) {
  const expectAsBefore = async (
    workflow: string,
    input: object,
    look: typeof writtenBesidesLimits = written
  ) => {
    const before = await look(store)
    await failAfter(store, workflow, { ...input })
    expect(await look(store)).toEqual(before)
  }

  const expectSendUndone = (input: object) =>
    expectAsBefore("request-account-deletion", input, writtenBesidesLimits)

  it("undo a request but for the limits of its message when a later step fails", async () => {
    const { customer } = await leavingCustomer(store)
    await expectSendUndone({
      customer_id: customer.id,
      reason: "moving",
    })
  })

  it("restore the first reason when a step after a second request fails", async () => {
    const leaving = await leavingCustomer(store)
    await askToLeave(store, leaving.token, { reason: "moving" })
    await store.db.query("delete from otp_verification")
    await expectSendUndone({
      customer_id: leaving.customer.id,
      reason: "prices",
    })
  })

  it("restore the pending request when a step after its confirmation fails", async () => {
    const { customer } = await leavingCustomer(store)
    await insertRequest(store, customer.id)
    await expectAsBefore("confirm-account-deletion", {
      customer_id: customer.id,
    })
  })

  it("restore the unverified contact when a step after the confirmation fails", async () => {
    const { customer } = await registerCustomer(store, { phone: freshPhone() })
    await insertRequest(store, customer.id)
    await expectAsBefore("confirm-account-deletion", {
      customer_id: customer.id,
      newly_proven: { customer_id: customer.id, contact: "email" },
    })
    const verified = store
      .events()
      .filter(({ name }) => name === "customer.email_verified")
    expect(verified.map(({ data }) => data)).not.toContainEqual({
      id: customer.id,
    })
  })

  it("restore the confirmed request and its due date when a step after its cancellation fails", async () => {
    const leaving = await leavingCustomer(store)
    const { id } = await confirmedRequest(store, leaving)
    await expectAsBefore("cancel-account-deletion", { id })
  })

  it("restore a pending request when a step after its cancellation fails", async () => {
    const { customer } = await leavingCustomer(store)
    const id = await insertRequest(store, customer.id)
    await expectAsBefore("cancel-account-deletion", { id })
  })
}

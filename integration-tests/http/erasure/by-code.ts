import {
  admin,
  confirmedRequest,
  confirmLeaving,
  type Leaving,
  leavingCode,
  leavingCustomer,
} from "../../helpers/account-deletion"
import { tablesWith } from "../../helpers/dump"
import { buy } from "../../helpers/purchase"
import { customerRow, insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"

export function provenByCode(store: Store) {
  /** From a time before the store verified contacts. */
  const oldAccount = async (): Promise<Leaving> => {
    const leaving = await leavingCustomer(store)
    await store.db.query(
      "update customer set email_verified = false, verified_at = null where id = $1",
      [leaving.customer.id]
    )
    return leaving
  }

  const verifiedEvents = (id: string) =>
    store
      .events()
      .filter(
        ({ name, data }) => name === "customer.email_verified" && data.id === id
      ).length

  /** Those of the customer's first verification, which come after its answer. */
  const firstEvents = (id: string) =>
    waitFor("the first event", () => verifiedEvents(id) || undefined)

  it("erases what has the contact that the code was sent to", async () => {
    const leaving = await oldAccount()
    const { id } = leaving.customer
    const guest = await insertCustomer(store, {
      email: leaving.email,
      has_account: false,
    })
    await buy(store, {
      customer_id: guest,
      email: leaving.email,
      address: { address_1: "Guest Street 1" },
    })
    const events = await firstEvents(id)
    const request = await confirmedRequest(store, leaving)
    expect(await customerRow(store, id)).toMatchObject({
      email_verified: true,
      phone_verified: false,
    })
    await waitFor("the event", () => verifiedEvents(id) > events || undefined)
    expect(verifiedEvents(id)).toBe(events + 1)

    const executed = await admin(store, "POST", `/${request.id}/execute`)
    expect(executed.status).toBe(200)
    expect(await tablesWith(store, [leaving.email])).toEqual(["order"])
  })

  it("emits nothing for a contact that was verified before", async () => {
    const leaving = await leavingCustomer(store)
    const events = await firstEvents(leaving.customer.id)
    await confirmedRequest(store, leaving)
    expect(verifiedEvents(leaving.customer.id)).toBe(events)
  })

  it("verifies no contact by the code of a cancelled request", async () => {
    const leaving = await oldAccount()
    const { token, code } = await leavingCode(store, leaving)
    await store.db.query(
      "update account_deletion_request set status = 'cancelled' where customer_id = $1",
      [leaving.customer.id]
    )
    const { status, body } = await confirmLeaving(store, token, code)
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { code: "account_deletion_not_allowed" },
    })
    expect(await customerRow(store, leaving.customer.id)).toMatchObject({
      email_verified: false,
    })
  })

  it("verifies no contact by a code that was sent to an old contact", async () => {
    const leaving = await oldAccount()
    const { token, code } = await leavingCode(store, leaving)
    await store.db.query("update customer set email = $2 where id = $1", [
      leaving.customer.id,
      `new.${leaving.email}`,
    ])
    const { status } = await confirmLeaving(store, token, code)
    expect(status).toBe(400)
    expect(await customerRow(store, leaving.customer.id)).toMatchObject({
      email_verified: false,
    })
  })
}

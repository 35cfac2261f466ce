import {
  admin,
  confirmedRequest,
  requestsOf,
} from "../../helpers/account-deletion"
import { messagesTo, verifiedCustomer } from "../../helpers/fixtures"
import { customerRow } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { REFUSED_FIRST_NAME } from "../../store/refused-name"

export function failures(store: Store) {
  const runDue = () => store.api("POST", "/store/run/execute-due-deletions")
  const due = (id: string) =>
    store.db.query(
      "update account_deletion_request set next_attempt_at = now() where id = $1",
      [id]
    )

  // The job of every minute may be faster than runDue, so what counts is what came of it.
  it("is recorded, shown to the admin, not cancellable, and tried again", async () => {
    const leaving = await verifiedCustomer(store)
    const { id: customerId } = leaving.customer
    await store.db.query("update customer set first_name = $1 where id = $2", [
      REFUSED_FIRST_NAME,
      customerId,
    ])
    const { id } = await confirmedRequest(store, leaving)

    const { status, body } = await admin(store, "POST", `/${id}/execute`)
    expect({ status, code: body.code }).toEqual({
      status: 503,
      code: "account_deletion_failed",
    })
    const shown = await admin(store, "GET", `/${id}`)
    expect(shown.body.account_deletion_request).toMatchObject({
      status: "confirmed",
      attempts: 1,
      last_error: expect.stringMatching(/customerErasing: TypeError$/),
      customer: { id: customerId },
    })
    const [request] = await requestsOf(store, customerId)
    const minutes = (request.next_attempt_at!.getTime() - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(0.5)
    expect(minutes).toBeLessThanOrEqual(1)

    const cancelled = await admin(store, "POST", `/${id}/cancel`)
    expect(cancelled).toMatchObject({
      status: 400,
      body: { code: "account_deletion_not_allowed" },
    })

    // Not before its time.
    await runDue()
    expect(await requestsOf(store, customerId)).toMatchObject([{ attempts: 1 }])
    await due(id)
    await runDue()
    expect(await requestsOf(store, customerId)).toMatchObject([
      { status: "confirmed", attempts: 2 },
    ])

    await store.db.query(
      "update customer set first_name = null where id = $1",
      [customerId]
    )
    await due(id)
    await runDue()
    expect(await requestsOf(store, customerId)).toMatchObject([
      { status: "completed", attempts: 3, last_error: null },
    ])
    expect((await customerRow(store, customerId))?.email).toBeNull()
  })

  it("leaves no contact in the log, the request or the answer", async () => {
    const leaving = await verifiedCustomer(store)
    await store.db.query("update customer set first_name = $1 where id = $2", [
      REFUSED_FIRST_NAME,
      leaving.customer.id,
    ])
    const { id } = await confirmedRequest(store, leaving)
    const { body } = await admin(store, "POST", `/${id}/execute`)
    expect(JSON.stringify(body)).not.toContain(leaving.email)
    const rows = await requestsOf(store, leaving.customer.id)
    expect(JSON.stringify(rows)).not.toContain(leaving.email)
    expect(store.log()).toContain(`account deletion ${id} failed at attempt 1`)
    expect(store.log()).not.toContain(leaving.email)
  })

  it("of the farewell alone stops nothing", async () => {
    const leaving = await verifiedCustomer(store)
    const { id } = await confirmedRequest(store, leaving)
    const sent = messagesTo(store, leaving.email!).length
    store.failProvider(true)
    const { status } = await admin(store, "POST", `/${id}/execute`)
    store.failProvider(false)
    expect(status).toBe(200)
    expect(messagesTo(store, leaving.email!)).toHaveLength(sent)
    expect((await customerRow(store, leaving.customer.id))?.email).toBeNull()
  })
}

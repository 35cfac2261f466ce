import { admin } from "../../helpers/account-deletion"
import {
  insertConfirmedRequest,
  makeDue,
  requestIn,
  requestsOf,
} from "../../helpers/deletion-rows"
import { messagesTo, verifiedCustomer } from "../../helpers/fixtures"
import { customerRow } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"
import { REFUSED_FIRST_NAME } from "../../store/refused-name"

export function failures(store: Store) {
  const runDue = () => store.api("POST", "/store/run/execute-due-deletions")

  /** A customer whom the store's hook refuses to forget. */
  const refused = async () => {
    const leaving = await verifiedCustomer(store)
    await store.db.query("update customer set first_name = $1 where id = $2", [
      REFUSED_FIRST_NAME,
      leaving.customer.id,
    ])
    const id = await insertConfirmedRequest(store, leaving.customer.id)
    return { ...leaving, id }
  }

  // The job of every minute may be faster than runDue, so what counts is what came of it.
  it("shows its failure to the admin, cannot be cancelled, and is tried again", async () => {
    const { id, customer } = await refused()
    const customerId = customer.id
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
    expect(
      request.next_attempt_at!.getTime() - request.updated_at.getTime()
    ).toBe(60_000)

    const cancelled = await admin(store, "POST", `/${id}/cancel`)
    expect(cancelled).toMatchObject({
      status: 400,
      body: { code: "account_deletion_not_allowed" },
    })

    // Not before its time.
    await store.db.query(
      "update account_deletion_request set next_attempt_at = now() + interval '1 hour' where id = $1",
      [id]
    )
    await runDue()
    expect(await requestsOf(store, customerId)).toMatchObject([{ attempts: 1 }])
    await makeDue(store, id)
    await runDue()
    const failed = await waitFor("the second failure", async () => {
      const [row] = await requestsOf(store, customerId)
      return row.attempts > 1 && !row.locked_until ? row : undefined
    })
    expect(failed).toMatchObject({ status: "confirmed", attempts: 2 })

    await store.db.query(
      "update customer set first_name = null where id = $1",
      [customerId]
    )
    await makeDue(store, id)
    await runDue()
    expect(await requestIn(store, customerId, "completed")).toMatchObject({
      attempts: 3,
      last_error: null,
    })
    expect((await customerRow(store, customerId))?.email).toBeNull()
  })

  it("writes no contact to the log, the request or the answer", async () => {
    const { id, ...leaving } = await refused()
    const { body } = await admin(store, "POST", `/${id}/execute`)
    expect(JSON.stringify(body)).not.toContain(leaving.email)
    const rows = await requestsOf(store, leaving.customer.id)
    expect(JSON.stringify(rows)).not.toContain(leaving.email)
    expect(store.log()).toContain(`account deletion ${id} failed at attempt 1`)
    expect(store.log()).not.toContain(leaving.email)
  })

  it("is completed when only the completion notice cannot be sent", async () => {
    const leaving = await verifiedCustomer(store)
    const id = await insertConfirmedRequest(store, leaving.customer.id)
    const sent = messagesTo(store, leaving.email).length
    store.failProvider(true)
    const { status } = await admin(store, "POST", `/${id}/execute`).finally(
      () => store.failProvider(false)
    )
    expect(status).toBe(200)
    expect(messagesTo(store, leaving.email)).toHaveLength(sent)
    expect((await customerRow(store, leaving.customer.id))?.email).toBeNull()
  })
}

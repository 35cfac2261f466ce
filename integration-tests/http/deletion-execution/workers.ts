import {
  admin,
  awaitedEvents,
  confirmedRequest,
} from "../../helpers/account-deletion"
import {
  insertConfirmedRequest,
  requestIn,
  requestsOf,
} from "../../helpers/deletion-rows"
import {
  freshEmail,
  messagesTo,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { lockRows } from "../../helpers/row-lock"
import { customerRow } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"

const PEOPLE = 45
const WORKERS = 4
const ROUNDS = 12
const TWO_MINUTES_MS = 120_000

export function workers(store: Store) {
  const runDue = (server: number) =>
    store.api("POST", "/store/run/execute-due-deletions", { server })

  /** Customers straight in the table, each with a request that is due. */
  const dueCustomers = async (count: number) => {
    const people = Array.from({ length: count }, () => ({
      id: `cus_${freshEmail().slice(0, 18)}`,
      email: freshEmail(),
    }))
    for (const { id, email } of people) {
      await store.db.query(
        "insert into customer (id, email, has_account) values ($1, $2, true)",
        [id, email]
      )
      await insertConfirmedRequest(store, id, { next_attempt_at: new Date() })
    }
    return people
  }

  it(`complete each of ${PEOPLE} requests once, with ${WORKERS} workers on two servers`, async () => {
    const people = await dueCustomers(PEOPLE)
    const runs = await Promise.all(
      Array.from({ length: WORKERS }, (_, nth) => runDue(nth % 2))
    )
    expect(runs.map(({ body }) => body.result.failed)).toEqual([0, 0, 0, 0])
    for (const { id, email } of people) {
      // The job of every minute may have got some of them before.
      expect(await requestIn(store, id, "completed")).toMatchObject({
        attempts: 1,
        last_error: null,
      })
      expect(messagesTo(store, email)).toHaveLength(1)
      expect(await awaitedEvents(store, "completed", id)).toHaveLength(1)
    }
  }, 120_000)

  it("either complete or leave a request that is cancelled at the same time", async () => {
    const seen = { cancelled: 0, completed: 0 }
    for (let round = 0; round < ROUNDS; round++) {
      const [{ id, email }] = await dueCustomers(1)
      const [request] = await requestsOf(store, id)
      const [cancel, execute, due] = await Promise.all([
        admin(store, "POST", `/${request.id}/cancel`, 0),
        admin(store, "POST", `/${request.id}/execute`, 1),
        runDue(1),
      ])
      expect(due.status).toBe(200)
      const status = await waitFor(
        "the end of it",
        async () => {
          const [{ status: now }] = await requestsOf(store, id)
          return now === "confirmed" ? undefined : now
        },
        TWO_MINUTES_MS
      )
      const row = await customerRow(store, id)
      if (status === "cancelled") {
        seen.cancelled += 1
        expect(row?.email).toBe(email)
        expect([cancel.status, execute.status]).toEqual([200, 400])
      } else {
        seen.completed += 1
        expect(status).toBe("completed")
        expect(row?.email).toBeNull()
        expect(cancel).toMatchObject({
          status: 400,
          body: { code: "account_deletion_not_allowed" },
        })
      }
    }
    expect(seen.cancelled + seen.completed).toBe(ROUNDS)
  }, 120_000)

  it("keep the waiting requests of a batch cancellable", async () => {
    const [first, second] = [
      await verifiedCustomer(store),
      await verifiedCustomer(store),
    ]
    const ids = [
      await insertConfirmedRequest(store, first.customer.id),
      await insertConfirmedRequest(store, second.customer.id),
    ]
    const lock = await lockRows(store, "select 1 from customer where id = $1", [
      first.customer.id,
    ])
    // In one statement, so that whichever worker comes claims both.
    await store.db.query(
      `update account_deletion_request
       set next_attempt_at = case id when $1 then now() - interval '1 minute' else now() end
       where id in ($1, $2)`,
      ids
    )
    const run = runDue(0)
    await lock.awaited()
    expect(await requestsOf(store, second.customer.id)).toMatchObject([
      { status: "confirmed", attempts: 1, started_at: null },
    ])
    const cancelled = await admin(store, "POST", `/${ids[1]}/cancel`)
    await lock.release()
    expect(cancelled.status).toBe(200)
    expect((await run).body.result.failed).toBe(0)
    await requestIn(store, first.customer.id, "completed")
    expect(await requestsOf(store, second.customer.id)).toMatchObject([
      { status: "cancelled", attempts: 1, started_at: null, last_error: null },
    ])
    expect((await customerRow(store, second.customer.id))?.email).toBe(
      second.email
    )
    expect(store.log()).not.toContain(`account deletion ${ids[1]} failed`)
  })

  it("record no failure for a worker that another has overtaken", async () => {
    const { customer } = await verifiedCustomer(store)
    const id = await insertConfirmedRequest(store, customer.id)
    const lock = await lockRows(store, "select 1 from customer where id = $1", [
      customer.id,
    ])
    const execution = admin(store, "POST", `/${id}/execute`)
    await lock.awaited()
    await store.db.query(
      "update account_deletion_request set attempts = attempts + 1 where id = $1",
      [id]
    )
    await lock.release()
    expect(await execution).toMatchObject({
      status: 400,
      body: { code: "account_deletion_not_allowed" },
    })
    expect(await requestsOf(store, customer.id)).toMatchObject([
      { status: "confirmed", attempts: 2, last_error: null },
    ])
    expect(store.log()).not.toContain(`account deletion ${id} failed`)
  })

  it("complete a request at once where scheduled_days is 0", async () => {
    const leaving = await verifiedCustomer(store)
    await confirmedRequest(store, leaving)
    await runDue(0)
    expect(
      await requestIn(store, leaving.customer.id, "completed")
    ).toMatchObject({ attempts: 1 })
  })

  it(
    "are started by the job every minute for due requests only",
    async () => {
      const [due] = await dueCustomers(1)
      const later = "cus_of_tomorrow"
      await insertConfirmedRequest(store, later)
      await waitFor(
        "the job",
        async () => {
          const [{ status }] = await requestsOf(store, due.id)
          return status === "completed" ? status : undefined
        },
        TWO_MINUTES_MS
      )
      expect(await requestsOf(store, later)).toMatchObject([
        { status: "confirmed", attempts: 0 },
      ])
      const account = await verifiedCustomer(store)
      expect(await requestsOf(store, account.customer.id)).toEqual([])
    },
    TWO_MINUTES_MS + 10_000
  )
}

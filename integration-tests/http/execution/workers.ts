import {
  admin,
  insertRequest,
  requestsOf,
} from "../../helpers/account-deletion"
import {
  freshEmail,
  messagesTo,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { customerRow } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"

const PEOPLE = 45
const WORKERS = 4
const MINUTE_AND_A_BIT_MS = 75_000

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
      await insertRequest(store, id)
    }
    return people
  }

  const completedEvents = (customerId: string) =>
    store
      .events()
      .filter(
        ({ name, data }) =>
          name === "account_deletion.completed" &&
          data.customer_id === customerId
      )

  it(`completes each of ${PEOPLE} requests once, with ${WORKERS} workers on two servers`, async () => {
    const people = await dueCustomers(PEOPLE)
    const runs = await Promise.all(
      Array.from({ length: WORKERS }, (_, nth) => runDue(nth % 2))
    )
    expect(runs.map(({ body }) => body.result.failed)).toEqual([0, 0, 0, 0])
    for (const { id, email } of people) {
      expect(await requestsOf(store, id)).toMatchObject([
        { status: "completed", attempts: 1, last_error: null },
      ])
      expect(messagesTo(store, email)).toHaveLength(1)
      expect(completedEvents(id)).toHaveLength(1)
    }
  }, 120_000)

  it("and cancelling at once end in one of the two", async () => {
    const seen = { cancelled: 0, completed: 0 }
    for (const { id, email } of await dueCustomers(12)) {
      const [request] = await requestsOf(store, id)
      const [cancel, execute, due] = await Promise.all([
        admin(store, "POST", `/${request.id}/cancel`, 0),
        admin(store, "POST", `/${request.id}/execute`, 1),
        runDue(1),
      ])
      expect(due.status).toBe(200)
      const status = await waitFor("the end of it", async () => {
        const [{ status: now }] = await requestsOf(store, id)
        return now === "confirmed" ? undefined : now
      })
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
    expect(seen.cancelled + seen.completed).toBe(12)
  }, 120_000)

  it(
    "is begun by the job, every minute, for what is due and nothing else",
    async () => {
      const [due] = await dueCustomers(1)
      const [later] = await dueCustomers(1)
      await store.db.query(
        "update account_deletion_request set next_attempt_at = now() + interval '1 hour' where customer_id = $1",
        [later.id]
      )
      await waitFor(
        "the job",
        async () => {
          const [{ status }] = await requestsOf(store, due.id)
          return status === "completed" ? status : undefined
        },
        MINUTE_AND_A_BIT_MS
      )
      expect(await requestsOf(store, later.id)).toMatchObject([
        { status: "confirmed", attempts: 0 },
      ])
      const account = await verifiedCustomer(store)
      expect(await requestsOf(store, account.customer.id)).toEqual([])
    },
    MINUTE_AND_A_BIT_MS + 10_000
  )
}

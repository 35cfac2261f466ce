import { admin, awaitedEvents } from "../../helpers/account-deletion"
import {
  insertConfirmedRequest,
  makeDue,
  requestIn,
  requestsOf,
} from "../../helpers/deletion-rows"
import { tablesWith } from "../../helpers/dump"
import { messagesTo, verifiedCustomer } from "../../helpers/fixtures"
import { buy } from "../../helpers/purchase"
import { lockRows } from "../../helpers/row-lock"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"

/** The step that a server is killed in, and the row that the step has to wait for. */
const STEPS: [string, string][] = [
  [
    "erase-identities",
    "select 1 from auth_identity where app_metadata ->> 'customer_id' = $1",
  ],
  [
    "erase-codes",
    "select 1 from otp_verification where subject in ($1, $1 || '/own')",
  ],
  [
    "empty-stray-addresses",
    "select 1 from cart_address where id = 'caaddr_stray_' || $1",
  ],
  ["detach-carts", "select 1 from cart where customer_id = $1"],
  [
    "scrub-payment-sessions",
    "select 1 from payment_session where context -> 'customer' ->> 'id' = $1",
  ],
  [
    "scrub-account-holders",
    `select 1 from account_holder where id in
     (select account_holder_id from customer_account_holder where customer_id = $1)`,
  ],
  ["scrub-notifications", "select 1 from notification where receiver_id = $1"],
  [
    "forget-account-deletion-requests",
    "select 1 from account_deletion_request where customer_id = $1 and status = 'cancelled'",
  ],
  ["erase-customers", "select 1 from customer where id = $1"],
]

/** A kill costs the boot of a server: each change tries a few steps, and `npm run test:interruptions` all. */
const SOME = ["erase-identities", "detach-carts", "erase-customers"]
const TRIED = STEPS.filter(
  ([step]) => process.env.INTERRUPTIONS === "all" || SOME.includes(step)
)

/** A server has to boot again in it. */
const CRASH_MS = 300_000

/** How many completion notices are under way or sent: each is reserved once, for a month. */
const NOTICES = `select count(*)::int as notices from otp_limit
  where expires_at > now() + interval '29 days'`

export function crashes(store: Store) {
  const leaving = async () => {
    const account = await verifiedCustomer(store)
    await buy(store, {
      customer_id: account.customer.id,
      email: account.email,
      address: { address_1: "Crash Street 1" },
    })
    const customerId = account.customer.id
    const email = account.email
    await store.db.query(
      `insert into cart_address (id, customer_id, address_1)
       values ('caaddr_stray_' || $1, $1, $2)`,
      [customerId, `c/o ${email}`]
    )
    const id = await insertConfirmedRequest(store, customerId)
    await insertConfirmedRequest(store, customerId, {
      status: "cancelled",
      reason: `I am ${email}`,
      created_at: new Date(Date.now() + 1_000),
    })
    return { id, customerId, email }
  }

  /** On the server that is killed. */
  const beginOn1 = ({ id }: { id: string }) =>
    admin(store, "POST", `/${id}/execute`, 1).catch(
      () => "the connection broke"
    )

  /** Another server finishes it, ten minutes later, and the killed one comes back. */
  const expectFinished = async ({
    id,
    customerId,
    email,
  }: Awaited<ReturnType<typeof leaving>>) => {
    await makeDue(store, id)
    await store.api("POST", "/store/run/execute-due-deletions")
    expect(await requestsOf(store, customerId)).toMatchObject([
      { status: "confirmed", attempts: 1 },
      { status: "cancelled" },
    ])
    await store.db.query(
      "update account_deletion_request set locked_until = now() where id = $1",
      [id]
    )
    await Promise.all([
      store.api("POST", "/store/run/execute-due-deletions"),
      store.servers.restart(1),
    ])
    // Or the job of every minute was faster.
    const finished = await requestIn(store, customerId, "completed")
    expect(finished).toMatchObject({ attempts: 2, last_error: null })
    expect(await tablesWith(store, [email])).toEqual(["order"])
    const notices = messagesTo(store, email).filter(({ template }) =>
      template.endsWith("account_deletion_completed")
    )
    expect(notices.length).toBeLessThanOrEqual(1)
    expect(await awaitedEvents(store, "completed", customerId)).toHaveLength(1)
  }

  it.each(TRIED)(
    "in step %s is completed by another server",
    async (_step, row) => {
      const person = await leaving()
      const lock = await lockRows(store, row, [person.customerId])
      const execution = beginOn1(person)
      await lock.awaited()
      await store.servers.crash(1)
      await lock.release()
      expect(await execution).toBe("the connection broke")
      await expectFinished(person)
    },
    CRASH_MS
  )

  it(
    "while the completion notice is sent is completed by another server",
    async () => {
      const person = await leaving()
      const notices = async () => {
        const { rows } = await store.db.query<{ notices: number }>(NOTICES)
        return rows[0].notices
      }
      const lock = await lockRows(
        store,
        "select 1 from cart where customer_id = $1",
        [person.customerId]
      )
      const execution = beginOn1(person)
      await lock.awaited()
      const before = await notices()
      store.slowProvider(60_000)
      try {
        await lock.release()
        await waitFor("the completion notice", async () =>
          (await notices()) > before ? true : undefined
        )
        await store.servers.crash(1)
      } finally {
        store.slowProvider(0)
      }
      expect(await execution).toBe("the connection broke")
      await expectFinished(person)
    },
    CRASH_MS
  )

  it(
    "before the request is completed is completed by another server",
    async () => {
      const person = await leaving()
      const customer = await lockRows(
        store,
        "select 1 from customer where id = $1",
        [person.customerId]
      )
      const execution = beginOn1(person)
      await customer.awaited()
      const request = await lockRows(
        store,
        "select 1 from account_deletion_request where customer_id = $1",
        [person.customerId]
      )
      await customer.release()
      await request.awaited()
      await store.servers.crash(1)
      // The statement is under way in PostgreSQL, whoever waits for it: it may yet complete the request.
      await request.endWaiting()
      await request.release()
      expect(await execution).toBe("the connection broke")
      await expectFinished(person)
    },
    CRASH_MS
  )
}

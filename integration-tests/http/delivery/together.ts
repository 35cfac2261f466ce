import { atOnce } from "../../helpers/at-once"
import {
  freshPhone,
  messagesTo,
  registerCustomer,
} from "../../helpers/fixtures"
import { send } from "../../helpers/otp"
import { insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"

const AT_ONCE = 24
const SLOW_MS = 3_000

type Customer = { id: string; phone: string }

type Row = {
  to: string
  status: string
  receiver_id: string
  external_id: string | null
  /** The transaction that wrote it. */
  xmin: string
}

/** Sends to many at once: each has an answer and a row of its own, and most rows are written together. */
export function sendsTogether(store: Store) {
  const customers = (): Promise<Customer[]> =>
    atOnce(AT_ONCE, async () => {
      const phone = freshPhone()
      return { id: await insertCustomer(store, { phone }), phone }
    })

  async function rowsOf(all: Customer[]): Promise<Row[]> {
    const { rows } = await store.db.query<Row>(
      `select "to", status, receiver_id, external_id, xmin::text from notification
       where "to" = any($1) order by "to"`,
      [all.map(({ phone }) => phone)]
    )
    return rows
  }

  const sendAll = (all: Customer[]) =>
    Promise.all(all.map(({ id }) => send(store, id)))

  afterEach(() => {
    store.failProvider(false)
    store.slowProvider(0)
  })

  it("fails alone where one of 24 simultaneous messages fails", async () => {
    const all = await customers()
    store.failProvider(all[7].phone as `+${string}`)

    const answers = await sendAll(all)

    expect(answers.map(({ status }) => status)).toEqual(
      all.map((_customer, nth) => (nth === 7 ? 502 : 200))
    )
    expect(answers[7].body.code).toBe("otp_delivery_failed")
    const expected = all.map(({ id, phone }, nth) => ({
      to: phone,
      receiver_id: id,
      status: nth === 7 ? "failure" : "success",
      external_id: nth === 7 ? null : expect.any(String),
      xmin: expect.any(String),
    }))
    expect(await rowsOf(all)).toEqual(
      expected.sort((a, b) => (a.to < b.to ? -1 : 1))
    )
    expect(messagesTo(store, all[7].phone)).toEqual([])
    expect(messagesTo(store, all[8].phone)).toHaveLength(1)
  })

  it("writes the rows of 24 simultaneous messages in fewer than 24 statements", async () => {
    const all = await customers()
    store.slowProvider(200)

    await sendAll(all)

    const rows = await rowsOf(all)
    expect(rows).toHaveLength(AT_ONCE)
    const statements = new Set(rows.map(({ xmin }) => xmin))
    expect(statements.size).toBeLessThan(AT_ONCE)
  })

  it("holds no connection while the provider is waited for", async () => {
    const all = await customers()
    store.slowProvider(SLOW_MS)
    let answered = 0

    const sent = all.map(async ({ id }) => {
      const { status } = await send(store, id)
      answered += 1
      return status
    })
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS / 2))
    const { rows } = await store.db.query(
      `select state, query from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'`
    )
    const regions = await store.api("GET", "/store/regions")

    expect(rows).toEqual([])
    expect({ status: regions.status, answered }).toEqual({
      status: 200,
      answered: 0,
    })
    expect(new Set(await Promise.all(sent))).toEqual(new Set([200]))
  })

  it("shows an admin each message, as Medusa's own list does", async () => {
    const { customer, phone } = await registerCustomer(store, {
      provider: "phonepass",
    })
    await send(store, customer.id)

    const { status, body } = await store.api(
      "GET",
      "/admin/notifications?order=-created_at&limit=5",
      { token: await store.adminToken() }
    )

    expect(status).toBe(200)
    const shown = body.notifications.find(({ to }: Row) => to === phone)
    expect(shown).toMatchObject({
      id: expect.stringMatching(/^noti_/),
      channel: "sms",
      template: "customer-registration/phone_verification",
      trigger_type: "phone_verification",
      receiver_id: customer.id,
      data: null,
    })
  })
}

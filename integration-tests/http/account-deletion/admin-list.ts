import { randomUUID } from "node:crypto"
import { admin } from "../../helpers/account-deletion"
import { insertConfirmedRequest } from "../../helpers/deletion-rows"
import { freshPhone } from "../../helpers/fixtures"
import { Store } from "../../helpers/store"
import { newCustomer } from "./new-customer"

/** What a request is answered with, unless told otherwise. */
const ALL_FIELDS = [
  "id",
  "customer_id",
  "status",
  "reason",
  "confirmed_at",
  "scheduled_at",
  "started_at",
  "completed_at",
  "cancelled_at",
  "attempts",
  "last_error",
  "next_attempt_at",
  "created_at",
  "updated_at",
  "customer.id",
  "customer.email",
  "customer.phone",
  "customer.first_name",
  "customer.last_name",
]

type Listed = { id: string; status: string; customer?: object }

export function adminList(store: Store) {
  const list = async (query: string) => {
    const { status, body } = await admin(store, "GET", `?${query}`)
    expect(status).toBe(200)
    return body as {
      account_deletion_requests: Listed[]
      count: number
      estimate_count?: number
      limit: number
      offset: number
    }
  }
  const idsOf = async (query: string) =>
    (await list(query)).account_deletion_requests.map(({ id }) => id)

  it("answers requests with their customers, their number and the page", async () => {
    const { id: customer_id, email } = await newCustomer(store, {
      first_name: "Ada",
    })
    const id = await insertConfirmedRequest(store, customer_id, {
      reason: "moving",
    })
    const answer = await list(`customer_id=${customer_id}`)
    expect(answer).toEqual({
      account_deletion_requests: [
        {
          id,
          customer_id,
          status: "confirmed",
          reason: "moving",
          confirmed_at: expect.any(String),
          scheduled_at: expect.any(String),
          started_at: null,
          completed_at: null,
          cancelled_at: null,
          attempts: 0,
          last_error: null,
          next_attempt_at: expect.any(String),
          created_at: expect.any(String),
          updated_at: expect.any(String),
          customer: {
            id: customer_id,
            email,
            phone: null,
            first_name: "Ada",
            last_name: null,
          },
        },
      ],
      count: 1,
      limit: 20,
      offset: 0,
    })
  })

  it("counts exactly up to 10,000, and says where it has not counted to the end", async () => {
    const { id: customer_id } = await newCustomer(store)
    const insert = (rows: number) =>
      store.db.query(
        `insert into account_deletion_request (id, customer_id, status)
         select gen_random_uuid(), $1, 'cancelled' from generate_series(1, $2)`,
        [customer_id, rows]
      )
    const own = `customer_id=${customer_id}&limit=1`
    await insert(10_000)
    const exact = await list(own)
    expect(exact).toMatchObject({ count: 10_000 })
    expect(exact).not.toHaveProperty("estimate_count")
    await insert(1)
    const capped = { count: 10_001, estimate_count: 10_001 }
    expect(await list(own)).toMatchObject(capped)
    expect(await list(`${own}&offset=9999`)).toMatchObject(capped)
    const last = await list(`${own}&offset=10000`)
    expect(last.account_deletion_requests).toHaveLength(1)
    expect(last.count).toBe(10_001)
    expect(last).not.toHaveProperty("estimate_count")
    await insert(2)
    expect(await list(`${own}&offset=10000`)).toMatchObject({
      count: 10_002,
      estimate_count: 10_002,
    })
    await store.db.query(
      "delete from account_deletion_request where customer_id = $1",
      [customer_id]
    )
  })

  it("filters by one or several statuses", async () => {
    const { id: customer_id } = await newCustomer(store)
    const ids: Record<string, string> = {}
    for (const status of ["completed", "cancelled", "pending"]) {
      ids[status] = await insertConfirmedRequest(store, customer_id, {
        status,
      })
    }
    const own = `customer_id=${customer_id}`
    expect(await idsOf(`${own}&status=pending`)).toEqual([ids.pending])
    const two = [ids.pending, ids.cancelled].sort()
    for (const query of [
      "status=pending,cancelled",
      "status=pending&status=cancelled",
      "status[]=pending&status[]=cancelled",
    ]) {
      expect((await idsOf(`${own}&${query}`)).sort()).toEqual(two)
    }
    expect((await list(own)).count).toBe(3)
  })

  it("filters by several customers", async () => {
    const [one, other] = [await newCustomer(store), await newCustomer(store)]
    const ids = [
      await insertConfirmedRequest(store, one.id),
      await insertConfirmedRequest(store, other.id),
    ]
    expect((await idsOf(`customer_id=${one.id},${other.id}`)).sort()).toEqual(
      ids.sort()
    )
  })

  it("filters by creation date and by due date", async () => {
    const { id: customer_id } = await newCustomer(store)
    const make = (day: number) =>
      insertConfirmedRequest(store, customer_id, {
        status: "cancelled",
        created_at: `2031-01-0${day}T00:00:00Z`,
        scheduled_at: `2031-02-0${day}T00:00:00Z`,
      })
    const [first, second, third] = [await make(1), await make(2), await make(3)]
    const own = `customer_id=${customer_id}&order=created_at`
    const moment = (month: number, day: number) =>
      `2031-0${month}-0${day}T00:00:00Z`
    for (const [column, month] of [
      ["created_at", 1],
      ["scheduled_at", 2],
    ] as const) {
      const by = (operator: string, day: number) =>
        idsOf(`${own}&${column}[${operator}]=${moment(month, day)}`)
      expect(await by("$gte", 2)).toEqual([second, third])
      expect(await by("$gt", 2)).toEqual([third])
      expect(await by("$lt", 2)).toEqual([first])
      expect(await by("$lte", 2)).toEqual([first, second])
      expect(
        await idsOf(
          `${own}&${column}[$gt]=${moment(month, 1)}&${column}[$lt]=${moment(month, 3)}`
        )
      ).toEqual([second])
    }
  })

  it("searches the name, the e-mail and the phone of the customer", async () => {
    const name = `Q${randomUUID().slice(0, 8)}`
    const phone = freshPhone()
    const { id, email } = await newCustomer(store, {
      first_name: name,
      last_name: "100%_Lovelace",
      phone,
    })
    const request = await insertConfirmedRequest(store, id)
    for (const q of [
      name,
      name.toLowerCase(),
      `${name} 100%_love`,
      email,
      email.slice(4, 20).toUpperCase(),
      phone,
      phone.slice(2),
    ]) {
      expect({
        q,
        ids: await idsOf(`q=${encodeURIComponent(q)}`),
      }).toEqual({ q, ids: expect.arrayContaining([request]) })
    }
    expect(await idsOf(`q=${name}%25love`)).toEqual([])
    expect(await idsOf(`q=${name}_`)).toEqual([])
    expect(await list(`q=${name}&status=pending`)).toMatchObject({ count: 0 })
  })

  it("sorts as requested, with empty dates last, page by page", async () => {
    const { id: customer_id } = await newCustomer(store)
    const at = (day: number | null) =>
      insertConfirmedRequest(store, customer_id, {
        status: "cancelled",
        scheduled_at: day && `2031-03-0${day}T00:00:00Z`,
      })
    const [two, none, one] = [await at(2), await at(null), await at(1)]
    const own = `customer_id=${customer_id}`
    expect(await idsOf(`${own}&order=scheduled_at`)).toEqual([one, two, none])
    expect(await idsOf(`${own}&order=-scheduled_at`)).toEqual([two, one, none])
    expect(await idsOf(`${own}&order=created_at`)).toEqual([two, none, one])
    expect(await idsOf(own)).toEqual([one, none, two])
    const page = await list(`${own}&order=created_at&limit=1&offset=1`)
    expect(page).toMatchObject({ count: 3, limit: 1, offset: 1 })
    expect(page.account_deletion_requests.map(({ id }) => id)).toEqual([none])
    expect(await idsOf(`${own}&offset=3`)).toEqual([])
  })

  it("answers the requested fields of the request and of its customer only", async () => {
    const { id: customer_id, email } = await newCustomer(store, {
      first_name: "Ada",
    })
    const id = await insertConfirmedRequest(store, customer_id, {
      reason: "moving",
    })
    const fieldsOf = async (fields: string) => {
      const answer = await list(
        `customer_id=${customer_id}&fields=${encodeURIComponent(fields)}`
      )
      return answer.account_deletion_requests[0]
    }
    expect(await fieldsOf("reason")).toEqual({ id, reason: "moving" })
    expect(await fieldsOf("id,customer.first_name")).toMatchObject({
      id,
      customer: { first_name: "Ada" },
    })
    expect(Object.keys(await fieldsOf("-reason"))).not.toContain("reason")
    expect(await fieldsOf("+customer.has_account")).toMatchObject({
      reason: "moving",
      customer: { has_account: true },
    })
    for (const whole of ["*customer", "+customer", "+customer.*"]) {
      expect(await fieldsOf(whole)).toMatchObject({ reason: "moving" })
      expect((await fieldsOf(whole)).customer).toEqual({
        id: customer_id,
        email,
        phone: null,
        first_name: "Ada",
        last_name: null,
        has_account: true,
        created_at: expect.any(String),
      })
    }
    const all = [...ALL_FIELDS, "customer.has_account", "customer.created_at"]
    expect(all.join().length).toBeGreaterThan(255)
    expect(Object.keys((await fieldsOf(all.join())).customer!).sort()).toEqual([
      "created_at",
      "email",
      "first_name",
      "has_account",
      "id",
      "last_name",
      "phone",
    ])
    for (const foreign of [
      "+customer.orders.*",
      "nonsense",
      "+nonsense.deeper",
      "*customer.groups",
      "locked_until",
      "*",
      "",
      "customer.metadata",
      "*customer,customer.metadata",
      "+customer.*",
    ]) {
      const answer = JSON.stringify(await fieldsOf(foreign))
      expect(answer).not.toMatch(/orders|groups|nonsense|metadata|locked/)
    }
  })

  it.each([
    ["limit=-1"],
    ["limit=0"],
    ["limit=1001"],
    ["limit=abc"],
    ["limit=1.5"],
    ["offset=-1"],
    ["offset=99999999999999999999"],
    ["order=reason"],
    ["order=--created_at"],
    ["order[]=created_at"],
    ["status=gone"],
    ["status[$ne]=pending"],
    ["created_at[$gte]=yesterday"],
    ["created_at=2026-01-01T00:00:00Z"],
    // PostgreSQL knows no year 0, and JavaScript writes a fifth digit with a sign.
    ["created_at[$gte]=0000-12-31T00:00:00Z"],
    ["scheduled_at[$lt]=9999-12-31T23:59:59-01:00"],
    ["scheduled_at[$in]=2026-01-01T00:00:00Z"],
    ["q=a%00b"],
    ["q[]=a&q[]=b"],
    [`q=${"a".repeat(256)}`],
    ["customer_id=a%00b"],
    ["fields[]=id&fields[]=reason"],
    [`fields=${"a".repeat(1001)}`],
    ["with_deleted=true"],
    ["nonsense=1"],
  ])("refuses the query %s with 400 invalid_query", async (query) => {
    const refused = await admin(store, "GET", `?${query}`)
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "invalid_data", code: "invalid_query" },
    })
    expect(refused.body.message).toMatch(
      /limit|offset|order|status|_at|q|customer_id|fields|nonsense|with_deleted/
    )
  })
}

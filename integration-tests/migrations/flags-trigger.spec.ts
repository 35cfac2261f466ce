import { Pool } from "pg"
import { createDatabase, TestDatabase } from "../helpers/databases"

const EMAIL = "ada@example.com"
const PHONE = "+12133734253"

describe("The trigger of the verification flags", () => {
  let database: TestDatabase
  let db: Pool

  beforeAll(async () => {
    database = await createDatabase()
    db = database.db
  })

  beforeEach(async () => {
    await db.query("delete from customer")
    await db.query(
      `insert into customer (id, email, phone, has_account, email_verified, phone_verified)
       values ('cus_1', $1, $2, true, true, true)`,
      [EMAIL, PHONE]
    )
  })

  afterAll(() => database?.drop())

  const flags = async (id = "cus_1") => {
    const { rows } = await db.query(
      "select email_verified as email, phone_verified as phone from customer where id = $1",
      [id]
    )
    return rows[0]
  }

  it.each([
    ["another e-mail", "email = 'b@example.com'", false, true],
    ["another phone", "phone = '+12133734254'", true, false],
    ["both", "email = 'b@example.com', phone = '+12133734254'", false, false],
    ["the same values", "email = email, phone = phone", true, true],
    ["another letter case", "email = 'Ada@example.com'", false, true],
    ["no e-mail", "email = null", false, true],
    ["no phone", "phone = null", true, false],
    ["another name", "first_name = 'Ada', metadata = '{}'", true, true],
    [
      "another e-mail and the flag at once",
      "email = 'b@example.com', email_verified = true",
      false,
      true,
    ],
    ["the other flag", "phone_verified = false", true, false],
    ["a date of deletion", "deleted_at = now()", true, true],
  ])(
    "keeps or drops the flags after an update to %s",
    async (_what, change, email, phone) => {
      await db.query(`update customer set ${change} where id = 'cus_1'`)

      expect(await flags()).toEqual({ email, phone })
    }
  )

  it("drops a flag when its first contact is set", async () => {
    await db.query(
      "insert into customer (id, email_verified, phone_verified) values ('cus_2', true, true)"
    )

    await db.query(
      "update customer set email = 'c@example.com', phone = '+12133734255' where id = 'cus_2'"
    )

    expect(await flags("cus_2")).toEqual({ email: false, phone: false })
  })

  it("accepts a flag that is set in a later statement", async () => {
    await db.query("update customer set phone = '+12133734254'")
    await db.query("update customer set phone_verified = true")

    expect(await flags()).toEqual({ email: true, phone: true })
  })

  it("drops the flags of the rows whose contact changes, and of no others", async () => {
    await db.query(
      `insert into customer (id, phone, phone_verified)
       select 'bulk_' || nr, '+1213373' || (1000 + nr), true from generate_series(1, 100) as nr`
    )

    await db.query(
      `update customer set phone = case when right(id, 1) = '7' then phone || '0' else phone end
       where id like 'bulk_%'`
    )

    const { rows } = await db.query(
      `select phone_verified, count(*)::int from customer
       where id like 'bulk_%' group by 1 order by 1`
    )
    expect(rows).toEqual([
      { phone_verified: false, count: 10 },
      { phone_verified: true, count: 90 },
    ])
  })

  it("drops a flag at an upsert too", async () => {
    await db.query(
      `insert into customer (id, email) values ('cus_1', 'b@example.com')
       on conflict (id) do update set email = excluded.email`
    )

    expect(await flags()).toEqual({ email: false, phone: true })
  })
})

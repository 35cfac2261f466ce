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

  describe("and that of Medusa's records of them", () => {
    const EMAIL_RECORD = "email by customer-registration"
    const PHONE_RECORD = "phone by customer-registration"
    const OTHER_RECORD = "email by token"

    const records = async () => {
      const { rows } = await db.query<{ id: string }>(
        "select id from auth_verification where auth_identity_id = 'authid_1' order by id"
      )
      return rows.map(({ id }) => id)
    }

    beforeEach(async () => {
      await db.query("delete from auth_identity")
      for (const nth of [1, 2]) {
        await db.query(
          `insert into auth_identity (id, app_metadata) values ($1, jsonb_build_object('customer_id', $2::text))`,
          [`authid_${nth}`, `cus_${nth}`]
        )
      }
      await db.query(
        `insert into auth_verification (id, auth_identity_id, entity_id, entity_type, code_provider, requested_at, verified_at, provider_metadata)
         values ($1, 'authid_1', $4, 'email', 'otp', now(), now(), '{"customer_registration":"email"}'),
           ($2, 'authid_1', $5, 'phone', 'otp', now(), now(), '{"customer_registration":"phone"}'),
           ($3, 'authid_1', $4, 'mail', 'token', now(), now(), '{"token_hash":"7"}'),
           ('of another', 'authid_2', $4, 'email', 'otp', now(), now(), '{"customer_registration":"email"}')`,
        [EMAIL_RECORD, PHONE_RECORD, OTHER_RECORD, EMAIL, PHONE]
      )
    })

    afterEach(async () => {
      const { rows } = await db.query(
        "select id from auth_verification where auth_identity_id = 'authid_2'"
      )
      expect(rows).toEqual([{ id: "of another" }])
    })

    it.each([
      [
        "another e-mail",
        "email = 'b@example.com'",
        [OTHER_RECORD, PHONE_RECORD],
      ],
      ["no phone", "phone = null", [EMAIL_RECORD, OTHER_RECORD]],
      [
        "a dropped flag",
        "email_verified = false",
        [OTHER_RECORD, PHONE_RECORD],
      ],
      ["both", "email = null, phone_verified = false", [OTHER_RECORD]],
      [
        "another name",
        "first_name = 'Ada', email = email",
        [EMAIL_RECORD, OTHER_RECORD, PHONE_RECORD],
      ],
    ])(
      "keeps or deletes them after an update to %s",
      async (_what, change, left) => {
        await db.query(`update customer set ${change} where id = 'cus_1'`)

        expect(await records()).toEqual(left)
      }
    )

    it("lets a login take its records along when it goes", async () => {
      await db.query("delete from auth_identity where id = 'authid_1'")

      expect(await records()).toEqual([])
    })

    it("does nothing where Medusa has no such table", async () => {
      await db.query("alter table auth_verification rename to elsewhere")
      try {
        await db.query("update customer set email = null where id = 'cus_1'")
        expect(await flags()).toEqual({ email: false, phone: true })
      } finally {
        await db.query("alter table elsewhere rename to auth_verification")
      }
    })
  })
})

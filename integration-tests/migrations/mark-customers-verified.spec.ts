import { Pool } from "pg"
import { createDatabase, TestDatabase } from "../helpers/databases"
import { freshEmail, login, registerCustomer } from "../helpers/fixtures"
import { medusa } from "../helpers/old-store"
import { useStore } from "../helpers/use-store"

const SCRIPT =
  "./node_modules/customer-registration/.medusa/server/src/scripts/mark-customers-verified.js"
const TIMEOUT_MS = 240_000
const BOTH = [
  ["account", "2025-01-01", true],
  ["late", "2026-01-31", true],
  ["guest", "2025-01-01", false],
] as const

type Flags = Record<string, [email: boolean, phone: boolean]>

describe("The script mark-customers-verified", () => {
  let database: TestDatabase
  let db: Pool

  beforeAll(async () => {
    database = await createDatabase()
    db = database.db
  })

  beforeEach(async () => {
    await db.query("delete from customer")
    for (const [id, created_at, has_account] of BOTH) {
      await db.query(
        `insert into customer (id, email, phone, created_at, updated_at, has_account)
         values ($1, $1 || '@example.com', '+12133734253', $2, $2, $3)`,
        [id, created_at, has_account]
      )
    }
  })

  afterAll(() => database?.drop())

  const script = (...args: string[]) =>
    medusa(database.url, ["exec", SCRIPT, ...args])

  const flags = async (): Promise<Flags> => {
    const { rows } = await db.query(
      "select id, email_verified, phone_verified from customer"
    )
    return Object.fromEntries(
      rows.map((row) => [row.id, [row.email_verified, row.phone_verified]])
    )
  }

  const UNTOUCHED: Flags = {
    account: [false, false],
    late: [false, false],
    guest: [false, false],
  }

  it(
    "marks both contacts of every account and of no guest, and changes nothing in a second run",
    async () => {
      expect(await script()).toContain("marked 4 contacts (email, phone)")
      expect(await flags()).toEqual({
        account: [true, true],
        late: [true, true],
        guest: [false, false],
      })

      expect(await script()).toContain("marked 0 contacts")
    },
    TIMEOUT_MS
  )

  it(
    "marks the given contact of accounts that were created before the date",
    async () => {
      const printed = await script("before=2026-01-31", "contacts=email")

      expect(printed).toContain("marked 1 contacts (email)")
      expect(await flags()).toEqual({ ...UNTOUCHED, account: [true, false] })
    },
    TIMEOUT_MS
  )

  it.each([
    ["an invalid date", ["before=yesterday"], "expected a date"],
    ["an unknown contact", ["contacts=fax"], "expected email, phone"],
    ["a misspelt option", ["befor=2026-01-31"], "Unknown option '--befor'"],
    ["a value without a name", ["2026-01-31"], "Unknown option"],
  ])(
    "fails and marks nothing for %s",
    async (_what, args, message) => {
      await expect(script(...args)).rejects.toThrow(message)

      expect(await flags()).toEqual(UNTOUCHED)
    },
    TIMEOUT_MS
  )
})

describe("A customer from before the plugin", () => {
  const store = useStore({})

  it(
    "can log in once mark-customers-verified has run",
    async () => {
      const account = await registerCustomer(store, { email: freshEmail() })
      await expect(login(store, account)).rejects.toThrow(
        "verification_required"
      )
      const { rows } = await store.db.query<{ name: string }>(
        "select current_database() as name"
      )
      const url = new URL(process.env.TEST_POSTGRES_URL!)
      url.pathname = `/${rows[0].name}`

      await medusa(url.href, ["exec", SCRIPT])

      expect(await login(store, account)).toEqual(expect.any(String))
    },
    TIMEOUT_MS
  )
})

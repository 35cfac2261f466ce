import { mkdtemp, readFile, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { Pool } from "pg"
import { createDatabase, TestDatabase } from "../helpers/databases"
import { freshEmail, login, registerCustomer } from "../helpers/fixtures"
import { medusa } from "../helpers/old-store"
import { useStore } from "../helpers/use-store"

const SCRIPT =
  "./node_modules/customer-registration/.medusa/server/src/scripts/adopt-customers.js"
const TIMEOUT_MS = 240_000

/** Accounts of years: id, e-mail, phone, created at. */
const ACCOUNTS = [
  ["plain", "plain@example.com", "+12133734253", "2025-01-01"],
  ["mixed", "Mixed@Example.com", null, "2025-01-01"],
  ["moved", null, "+5215512345678", "2025-01-01"],
  ["spelt", null, "+1 (213) 373-4254", "2025-01-01"],
  ["late", "late@example.com", "+12133734255", "2026-01-31"],
  ["junk", "n/a", "none", "2025-01-01"],
  ["empty", "", "", "2025-01-01"],
  ["twin-a", "twin@example.com", "+12133734256", "2025-01-01"],
  ["twin-b", "TWIN@example.com", "+1 213-373-4256", "2025-01-01"],
] as const

const ADOPTED: Flags = {
  plain: ["plain@example.com", true, "+12133734253", true],
  mixed: ["Mixed@Example.com", true, null, false],
  moved: [null, false, "+5215512345678", true],
  spelt: [null, false, "+12133734254", true],
  late: ["late@example.com", true, "+12133734255", true],
}

const LEFT = [
  `"junk",email,unreadable`,
  `"junk",phone,unreadable`,
  ...["twin-a", "twin-b"].flatMap((id) => [
    `"${id}",email,shared`,
    `"${id}",phone,shared`,
  ]),
]

type Flags = Record<
  string,
  [
    email: string | null,
    verified: boolean,
    phone: string | null,
    verified: boolean,
  ]
>

describe("The script adopt-customers", () => {
  let database: TestDatabase
  let db: Pool
  let folder: string
  let report: string

  beforeAll(async () => {
    database = await createDatabase()
    db = database.db
    folder = await mkdtemp(path.join(tmpdir(), "adopt-"))
    report = path.join(folder, "left.csv")
  })

  beforeEach(async () => {
    await db.query("delete from customer")
    for (const [id, email, phone, created_at] of ACCOUNTS) {
      await db.query(
        `insert into customer (id, email, phone, created_at, updated_at, has_account)
         values ($1, $2, $3, $4, $4, true)`,
        [id, email, phone, created_at]
      )
    }
    await db.query(
      `insert into customer (id, email, phone, created_at, updated_at, has_account)
       values ('guest', 'guest@example.com', '+12133734257', now(), now(), false)`
    )
  })

  afterAll(async () => {
    await database?.drop()
    await rm(folder, { recursive: true, force: true })
  })

  const script = (...args: string[]) =>
    medusa(database.url, ["exec", SCRIPT, `report=${report}`, ...args])

  const flags = async (): Promise<Flags> => {
    const { rows } = await db.query(
      "select id, email, email_verified, phone, phone_verified from customer"
    )
    return Object.fromEntries(
      rows.map((row) => [
        row.id,
        [row.email, row.email_verified, row.phone, row.phone_verified],
      ])
    )
  }

  const leftContacts = async () => {
    const [head, ...lines] = (await readFile(report, "utf8"))
      .trimEnd()
      .split("\r\n")
    expect(head).toBe("customer_id,contact,reason")
    return lines.sort()
  }

  it(
    "says what it would mark and writes nothing without the word apply",
    async () => {
      const before = await flags()

      const printed = await script()

      expect(printed).toContain("checked 9 of 9 accounts")
      expect(printed).toContain(
        "would mark 3 e-mails and 4 phones as verified, left 6"
      )
      expect(printed).toContain("Nothing was written")
      expect(await flags()).toEqual(before)
      expect(await leftContacts()).toEqual([...LEFT].sort())
    },
    TIMEOUT_MS
  )

  it(
    "marks what can be verified, reports the rest by id alone, and changes nothing in a second run",
    async () => {
      const before = await flags()

      const printed = await script("apply")

      expect(printed).toContain(
        "marked 3 e-mails and 4 phones as verified, left 6"
      )
      const adopted = { ...before, ...ADOPTED }
      expect(await flags()).toEqual(adopted)
      expect(await leftContacts()).toEqual([...LEFT].sort())
      expect((await stat(report)).mode & 0o777).toBe(0o600)

      expect(await script("apply")).toContain(
        "marked 0 e-mails and 0 phones as verified, left 6"
      )
      expect(await flags()).toEqual(adopted)
    },
    TIMEOUT_MS
  )

  it(
    "goes on where it was stopped, and stores a verified phone in its normal form",
    async () => {
      await db.query(
        "update customer set email_verified = true where id = 'plain'"
      )
      await db.query(
        "update customer set phone_verified = true where id = 'spelt'"
      )

      expect(await script("apply")).toContain("marked 2 e-mails and 4 phones")

      expect(await flags()).toMatchObject(ADOPTED)
    },
    TIMEOUT_MS
  )

  it(
    "marks the given contact of accounts that were created before the date",
    async () => {
      const before = await flags()

      await script("apply", "before=2026-01-31", "contacts=email")

      const { plain, mixed } = before
      expect(await flags()).toEqual({
        ...before,
        plain: [plain[0], true, plain[2], false],
        mixed: [mixed[0], true, null, false],
      })
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
      const before = await flags()

      await expect(script("apply", ...args)).rejects.toThrow(message)

      expect(await flags()).toEqual(before)
    },
    TIMEOUT_MS
  )
})

describe("A customer from before the plugin", () => {
  const store = useStore({})

  it(
    "can log in once adopt-customers has run",
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

      await medusa(url.href, ["exec", SCRIPT, "apply", "report=/dev/null"])

      expect(await login(store, account)).toEqual(expect.any(String))
    },
    TIMEOUT_MS
  )
})

import type { Pool } from "pg"
import { codeBlock } from "../../scripts/lib/code-blocks"
import { readDocument } from "../../scripts/lib/documents/documents"
import { catalogOf } from "../helpers/catalog"
import { createDatabase, type TestDatabase } from "../helpers/databases"
import { medusa } from "../helpers/old-store"

const MOVE = codeBlock(
  readDocument("docs/migrating.md"),
  "1. The database",
  "sql"
)
const TABLES = ["customer", "otp_verification", "account_deletion_request"]

/**
 * As the original plugin may have left a database: its four migrations recorded, tables of other columns under the same names, with
 * keys and indexes that are named as ours, and flags that may be null.
 */
const ORIGINAL = `
drop table otp_verification, account_deletion_request, otp_limit, contact_reservation, customer_session, contact_change_undo, pending_email cascade;
drop trigger zz_customer_registration_flags on customer;
drop function customer_registration_drop_stale_flags cascade;
alter table customer drop column verified_at;
alter table customer alter column email_verified drop not null, alter column email_verified drop default;
alter table customer alter column phone_verified drop not null, alter column phone_verified drop default;
delete from mikro_orm_migrations where name ~ '^Migration2025(0120001000|0222|1126|1127)|OtpLimitTable';
create table otp_verification (id text constraint otp_verification_pkey primary key, code text);
create index "IDX_otp_verification_expires_at" on otp_verification (code);
create table account_deletion_request (id text constraint account_deletion_request_pkey primary key, customer_id text);
create index "IDX_account_deletion_request_customer_id" on account_deletion_request (customer_id);
insert into account_deletion_request values ('old_1', 'cus_1');
insert into customer (id, email, has_account, email_verified) values ('cus_1', 'jane@example.com', true, true), ('cus_2', 'ada@example.com', true, null)`

const shapesOf = (db: Pool) =>
  Promise.all(TABLES.map((table) => catalogOf(db, table)))

describe("A database of the original plugin, moved out of the way as docs/migrating.md says", () => {
  let database: TestDatabase
  let fresh: Awaited<ReturnType<typeof shapesOf>>

  beforeAll(async () => {
    database = await createDatabase()
    const { db } = database
    fresh = await shapesOf(db)
    await db.query(ORIGINAL)
    await db.query(MOVE)
    await medusa(database.url, ["db:migrate", "--skip-links"])
  }, 240_000)

  afterAll(() => database?.drop())

  it("has the customers with their flags, and the old requests beside", async () => {
    const { rows } = await database.db.query(
      "select id, email_verified, phone_verified from customer order by id"
    )
    expect(rows).toEqual([
      { id: "cus_1", email_verified: true, phone_verified: false },
      { id: "cus_2", email_verified: false, phone_verified: false },
    ])
    const old = await database.db.query(
      "select id from customer_registration_original.account_deletion_request"
    )
    expect(old.rows).toEqual([{ id: "old_1" }])
  })

  it("has the tables of a new one, once the old ones are dropped", async () => {
    await database.db.query(
      "drop schema customer_registration_original cascade"
    )
    expect(fresh[1].columns.length).toBeGreaterThan(10)
    expect(await shapesOf(database.db)).toEqual(fresh)
  })
})

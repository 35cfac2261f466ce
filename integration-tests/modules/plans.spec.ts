import * as deletion from "../../src/modules/account-deletion-request/statements"
import * as otp from "../../src/modules/otp-verification/statements"
import * as registration from "../../src/modules/customer-registration/statements"
import { Planned, scannedTables } from "../helpers/plans"
import { moduleSuite, Sql } from "../helpers/module-suite"

const ROWS = 100_000
const LIMIT = JSON.stringify([{ key: "7", max: 5, seconds: 3600 }])
const KEYS = JSON.stringify(["7", "8"])

const OTP: Planned[] = [
  ["TAKE_PERSONAL", otp.TAKE_PERSONAL, [LIMIT]],
  ["TAKE_SHARED", otp.TAKE_SHARED, [LIMIT]],
  ["SECONDS_UNTIL_FREE", otp.SECONDS_UNTIL_FREE, [LIMIT]],
  ["LOCK_LIMITS", otp.LOCK_LIMITS, [KEYS]],
  ["GIVE_BACK", otp.GIVE_BACK, ["2026-01-01", KEYS]],
  ["COUNT_ATTEMPT", otp.COUNT_ATTEMPT, ["7", "7", "email_verification", LIMIT]],
  ["CONSUME", otp.CONSUME, ["7", "2026-01-01", "7"]],
  ["STATE_OF_CODE", otp.STATE_OF_CODE, ["7", "7", "email_verification"]],
  [
    "STORE_CODE",
    otp.STORE_CODE,
    ["x", "7", "email_verification", "email", "", "", 5, 15],
  ],
  ["DELETE_CODE", otp.DELETE_CODE, ["7"]],
  [
    "DELETE_LIVE_CODES",
    otp.DELETE_LIVE_CODES,
    ["7", JSON.stringify(["email_verification"])],
  ],
  ["DELETE_CODES_OF", otp.DELETE_CODES_OF, [KEYS]],
  ["DELETE_LIMITS", otp.DELETE_LIMITS, [KEYS]],
  ["PURGE_CODES", otp.PURGE_CODES, [1000]],
  ["PURGE_LIMITS", otp.PURGE_LIMITS, [1000]],
]

const REGISTRATION: Planned[] = [
  ["CONTACTS_OF", registration.CONTACTS_OF, ["7"]],
  ["CUSTOMER_OF", registration.CUSTOMER_OF, ["7"]],
  ["ACCOUNT_WITH email", registration.ACCOUNT_WITH.email, ["7@example.com"]],
  ["ACCOUNT_WITH phone", registration.ACCOUNT_WITH.phone, ["+7"]],
  ["SET_FLAG email", registration.SET_FLAG.email, [true, "7", "7", true]],
  ["SET_FLAG phone", registration.SET_FLAG.phone, [true, "7", "7", true]],
  ["MARK_EXISTING email", registration.MARK_EXISTING.email, [null, 1000]],
  [
    "MARK_EXISTING phone",
    registration.MARK_EXISTING.phone,
    ["2100-01-01", 1000],
  ],
  ["PERSON_OF", registration.PERSON_OF, ["7", "7"]],
  ["ERASE_CUSTOMERS", registration.ERASE_CUSTOMERS, [KEYS]],
  ["ERASE_ADDRESSES", registration.ERASE_ADDRESSES, [KEYS]],
  ["NEVER_VERIFIED", registration.NEVER_VERIFIED, [90, "7", 1]],
  ["PURGE_RESERVATIONS", registration.PURGE_RESERVATIONS, [1000]],
  ["RESERVE", registration.RESERVE, ["holder", 60, KEYS]],
  ["RELEASE", registration.RELEASE, ["7"]],
]

const DELETION: Planned[] = [
  ["OPEN", deletion.OPEN, ["x", "cus_7", null]],
  ["CLOSE", deletion.CLOSE, ["7", "2026-01-01"]],
  ["RESTORE_REASON", deletion.RESTORE_REASON, ["moving", "7", "2026-01-01"]],
  ["OPEN_OF", deletion.OPEN_OF, ["cus_7"]],
  ["CONFIRM", deletion.CONFIRM, [7, "cus_7"]],
  ["UNCONFIRM", deletion.UNCONFIRM, ["7"]],
  ["CANCEL", deletion.CANCEL, ["7"]],
  ["UNCANCEL", deletion.UNCANCEL, ["7"]],
  ["FORGET", deletion.FORGET, [JSON.stringify(["cus_7", "cus_8"])]],
  ["CLAIM_DUE", deletion.CLAIM_DUE, [20]],
  ["CLAIM_ONE", deletion.CLAIM_ONE, ["7"]],
  ["BEGIN", deletion.BEGIN, ["7", 1]],
  ["COMPLETE", deletion.COMPLETE, ["7", 1]],
  ["FAIL", deletion.FAIL, ["step: Error", "7", 1]],
]

async function fillRequests(sql: Sql) {
  await sql(
    `insert into account_deletion_request
       (id, customer_id, status, scheduled_at, next_attempt_at, created_at)
     select nr::text, 'cus_' || nr,
       (array['pending', 'confirmed', 'completed', 'cancelled', 'completed'])[1 + nr % 5],
       case when nr % 5 > 0 then now() + (nr - ${ROWS} / 2) * interval '1 minute' end,
       case when nr % 5 = 1 then now() + (nr - ${ROWS} / 2) * interval '1 minute' end,
       now() - nr * interval '1 minute'
     from generate_series(1, ${ROWS}) as nr`
  )
  await sql("analyze account_deletion_request")
}

async function fillCodes(sql: Sql) {
  await sql(
    `insert into otp_verification
       (id, subject, purpose, channel, destination_hash, code_hash, max_attempts, expires_at)
     select nr::text, nr::text, 'email_verification', 'email', md5(nr::text), md5(nr::text), 5,
       now() - nr * interval '1 minute' from generate_series(1, ${ROWS}) as nr`
  )
  await sql(
    `insert into otp_limit (key, max, period, expires_at)
     select nr::text, 5, '1 hour', now() - nr * interval '1 minute' from generate_series(1, ${ROWS}) as nr`
  )
  await sql("analyze otp_verification, otp_limit")
}

async function fillCustomers(sql: Sql) {
  await sql(
    `insert into customer (id, email, phone, has_account, email_verified)
     select nr::text, nr || '@example.com', '+' || nr, nr % 5 > 0, nr % 3 > 0
     from generate_series(1, ${ROWS}) as nr`
  )
  await sql(
    `insert into contact_reservation (key, holder, expires_at)
     select nr::text, nr::text, now() from generate_series(1, ${ROWS}) as nr`
  )
  await sql("analyze customer, contact_reservation")
}

/** Medusa's table, as far as it matters here. */
async function fillAddresses(sql: Sql) {
  await sql(
    `create table customer_address (id text primary key, customer_id text not null, address_name text, company text,
       first_name text, last_name text, address_1 text, address_2 text, city text, country_code text, province text,
       postal_code text, phone text, metadata jsonb, updated_at timestamptz, deleted_at timestamptz)`
  )
  await sql(
    `create index "IDX_customer_address_customer_id" on customer_address (customer_id)`
  )
  await sql(
    `insert into customer_address (id, customer_id)
     select nr::text, nr::text from generate_series(1, ${ROWS}) as nr`
  )
  await sql("analyze customer_address")
}

/** A statement of the module that is not in the list would go unseen. */
function expectAll(statements: object, planned: Planned[]) {
  const names = new Set(planned.map(([name]) => name.split(" ")[0]))
  expect([...names].sort()).toEqual(Object.keys(statements).sort())
}

describe(`The statements of the modules among ${ROWS} rows`, () => {
  moduleSuite(
    { folder: "otp-verification", key: "otpVerification" },
    (_service, sql) => {
      it("all use an index in the OTP module", async () => {
        expectAll(otp, OTP)
        await fillCodes(sql)
        for (const planned of OTP) {
          const scanned = await scannedTables(sql, planned)
          expect([planned[0], scanned]).toEqual([planned[0], []])
        }
      })
    }
  )

  moduleSuite(
    { folder: "customer-registration", key: "customerRegistration" },
    (_service, sql) => {
      it("all use an index in the registration module", async () => {
        expectAll(registration, REGISTRATION)
        await fillCustomers(sql)
        await fillAddresses(sql)
        for (const planned of REGISTRATION) {
          const scanned = await scannedTables(sql, planned)
          expect([planned[0], scanned]).toEqual([planned[0], []])
        }
      })
    }
  )

  moduleSuite(
    { folder: "account-deletion-request", key: "accountDeletionRequest" },
    (_service, sql) => {
      it("all use an index in the module of deletion requests", async () => {
        expectAll(deletion, DELETION)
        await fillRequests(sql)
        for (const planned of DELETION) {
          const scanned = await scannedTables(sql, planned)
          expect([planned[0], scanned]).toEqual([planned[0], []])
        }
      })
    }
  )
})

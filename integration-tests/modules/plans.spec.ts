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
  ["PURGE_CODES", otp.PURGE_CODES, [1000]],
  ["PURGE_LIMITS", otp.PURGE_LIMITS, [1000]],
]

const REGISTRATION: Planned[] = [
  ["CONTACTS_OF", registration.CONTACTS_OF, ["7"]],
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
  ["RESERVE", registration.RESERVE, ["holder", 60, KEYS]],
  ["RELEASE", registration.RELEASE, ["7"]],
]

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

/** A statement of the module that is not in the list would go unseen. */
function expectAll(statements: object, planned: Planned[]) {
  const names = new Set(planned.map(([name]) => name.split(" ")[0]))
  expect([...names].sort()).toEqual(Object.keys(statements).sort())
}

describe(`among ${ROWS} rows`, () => {
  moduleSuite(
    { folder: "otp-verification", key: "otpVerification" },
    (_service, sql) => {
      it("every statement about codes and limits goes by an index", async () => {
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
      it("every statement about flags and reservations goes by an index", async () => {
        expectAll(registration, REGISTRATION)
        await fillCustomers(sql)
        for (const planned of REGISTRATION) {
          const scanned = await scannedTables(sql, planned)
          expect([planned[0], scanned]).toEqual([planned[0], []])
        }
      })
    }
  )
})

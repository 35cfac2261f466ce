import * as deletion from "../../src/modules/account-deletion-request/statements"
import * as codes from "../../src/modules/otp-verification/codes/statements"
import * as limits from "../../src/modules/otp-verification/limits/statements"
import * as reservations from "../../src/modules/customer-registration/reservations"
import * as undos from "../../src/modules/customer-registration/contact-undos"
import * as identities from "../../src/medusa/identity-claims"
import * as identityTable from "../../src/medusa/identity-table"
import * as holders from "../../src/medusa/contact-holders"
import * as customers from "../../src/medusa/customer-table"
import * as access from "../../src/medusa/customer-access"
import * as guesses from "../../src/codes/guess-code"
import * as proofs from "../../src/codes/prove-at-once"
import * as passwords from "../../src/medusa/passwords"
import * as addedLogins from "../../src/medusa/add-login"
import * as replaced from "../../src/medusa/replaced-identity"
import * as openCarts from "../../src/medusa/open-carts"
import * as notifications from "../../src/medusa/notification-rows"
import * as verifications from "../../src/medusa/verification-records"
import * as records from "../../src/medusa/customer-records"
import { CONTACTS } from "../../src/options"
import { statement } from "../../src/sql"
import {
  plan,
  Planned,
  scannedTables,
  statementsOf,
  tablesOf,
} from "../helpers/plans"
import { moduleSuite, Sql } from "../helpers/module-suite"
import { createLoginTables } from "../helpers/registration-module"

/**
 * The planner changes its mind with the size of a table: between 1,000 and 30,000 limits a list that it takes for long made
 * it read all of them.
 */
const SIZES = [0, 1_000, 10_000, 20_000, 100_000]
/** From how many rows on a table may not be read from end to end. */
const BIG = 10_000
/** Fills tables of `from` rows up to `to` rows. */
type Fill = (sql: Sql, from: number, to: number) => Promise<void>
const LIMITS = {
  keys: ["7", "8", "9"],
  maxima: [5, 10, 20],
  seconds: [3600, 86_400, 86_400],
}
const KEYS = ["7", "8"]
const AT = "2026-01-01"
const CODE = { id: "7", subject: "7", purpose: "email_verification" }
const CLAIM = { id: "7", attempts: 1 }

const OTP: Planned[] = [
  plan("CONSUME_PERSONAL", limits.CONSUME_PERSONAL, LIMITS),
  plan("CONSUME_SHARED", limits.CONSUME_SHARED, LIMITS),
  plan("SECONDS_UNTIL_FREE", limits.SECONDS_UNTIL_FREE, LIMITS),
  plan("GIVE_BACK", limits.GIVE_BACK, { keys: KEYS, hit_at: AT }),
  plan("COUNT_ATTEMPT", codes.COUNT_ATTEMPT, { ...CODE, ...LIMITS }),
  plan("CONSUME", codes.CONSUME, { id: "7", limit_key: "7", hit_at: AT }),
  plan("STATE_OF_CODE", codes.STATE_OF_CODE, CODE),
  plan("ISSUE", codes.ISSUE, {
    ...CODE,
    ...LIMITS,
    id: "x",
    shared_keys: KEYS,
    shared_maxima: [5, 10],
    shared_seconds: [3600, 86_400],
    all_keys: LIMITS.keys,
    all_maxima: LIMITS.maxima,
    all_seconds: LIMITS.seconds,
    channel: "email",
    destination_hash: "",
    code_hash: "",
    max_attempts: 5,
    minutes: 15,
  }),
  plan("DELETE_CODE", codes.DELETE_CODE, { id: "7" }),
  plan("DELETE_LIVE_CODES", codes.DELETE_LIVE_CODES, {
    subjects: KEYS,
    purposes: ["email_verification"],
  }),
  plan("DELETE_CODES_OF", codes.DELETE_CODES_OF, { subjects: KEYS }),
  plan("DELETE_LIMITS", limits.DELETE_LIMITS, { keys: KEYS }),
  plan("PURGE_CODES", codes.PURGE_CODES, { limit: 1000 }),
  plan("PURGE_LIMITS", limits.PURGE_LIMITS, { limit: 1000 }),
]

const MARKED = { ids: KEYS, values: ["7@example.com", "+8"] }
const FLAG = { id: "7", value: "7", verified: true }

const HOLDER = { id: "7", value: "7@example.com" }
const STORED = { ids: ["7"], value: null }

const ACCESS = { customer_id: "7", value: null }
const RESTORED = { id: "7", value: "+7", left: null }

const ATTEMPT = { id: "7", limit_key: "7", hit_at: AT, customer_id: "7" }

const REGISTRATION: Planned[] = [
  ...CONTACTS.flatMap((contact) =>
    Object.entries(access.ACCESS_OF[contact]).map(([factors, statement]) =>
      plan(`ACCESS_OF ${contact} ${factors}`, statement, ACCESS)
    )
  ),
  ...CONTACTS.flatMap((contact) =>
    Object.entries(guesses.GUESS[contact]).map(([factors, statement]) =>
      plan(`GUESS ${contact} ${factors}`, statement, {
        ...ACCESS,
        id: "7",
        subject: "7",
        purpose: `${contact}_verification`,
        keys: KEYS,
        maxima: [1, 1],
        seconds: [1, 1],
      })
    )
  ),
  plan("VERIFY_AT_ONCE email", proofs.VERIFY_AT_ONCE.email, {
    ...ATTEMPT,
    value: "7@example.com",
  }),
  plan("VERIFY_AT_ONCE phone", proofs.VERIFY_AT_ONCE.phone, {
    ...ATTEMPT,
    value: "+7",
  }),
  plan("CHANGE_AT_ONCE email", proofs.CHANGE_AT_ONCE.email, {
    ...ATTEMPT,
    value: "x@example.com",
    old: "7@example.com",
    login_id: "7",
  }),
  plan("CHANGE_AT_ONCE phone", proofs.CHANGE_AT_ONCE.phone, {
    ...ATTEMPT,
    value: "+x",
    old: "+7",
    login_id: "7",
  }),
  plan("LOCK_HOLDERS email", holders.LOCK_HOLDERS.email, HOLDER),
  plan("LOCK_HOLDERS phone", holders.LOCK_HOLDERS.phone, HOLDER),
  plan("STORE_CONTACTS email", holders.STORE_CONTACTS.email, STORED),
  plan("STORE_CONTACTS phone", holders.STORE_CONTACTS.phone, STORED),
  plan("RESTORE_CONTACT email", holders.RESTORE_CONTACT.email, RESTORED),
  plan("RESTORE_CONTACT phone", holders.RESTORE_CONTACT.phone, RESTORED),
  plan("NAMERS", holders.NAMERS, { ids: KEYS, required: false }),
  plan("KEEP_APART", holders.KEEP_APART, {
    customer_id: "x",
    email: "7@example.com",
  }),
  plan("DROP_PENDING", holders.DROP_PENDING, {
    customer_ids: KEYS,
    email: "7@example.com",
  }),
  plan("RESTORE_PENDING", holders.RESTORE_PENDING, {
    pending: [{ customer_id: "x", email: "x@example.com" }],
  }),
  plan("PURGE_PENDING", holders.PURGE_PENDING, { limit: 1000 }),
  plan("CONTACTS_OF", customers.CONTACTS_OF, { id: "7" }),
  plan("CUSTOMER_OF", customers.CUSTOMER_OF, { id: "7" }),
  plan("HOLD_CUSTOMER", customers.HOLD_CUSTOMER, { id: "7" }),
  plan("FORGET_VERIFICATION", customers.FORGET_VERIFICATION, { id: "7" }),
  plan("ACCOUNT_WITH email", holders.ACCOUNT_WITH.email, {
    value: "7@example.com",
  }),
  plan("ACCOUNT_WITH phone", holders.ACCOUNT_WITH.phone, { value: "+7" }),
  plan("SET_FLAG email", customers.SET_FLAG.email, FLAG),
  plan("SET_FLAG phone", customers.SET_FLAG.phone, FLAG),
  plan("ACCOUNTS_AFTER", records.ACCOUNTS_AFTER, { after: "7", limit: 1000 }),
  plan("NORMALIZE_PHONES", records.NORMALIZE_PHONES, {
    ids: KEYS,
    stored: KEYS,
    values: KEYS,
  }),
  plan("MARK_VERIFIED email", records.MARK_VERIFIED.email, MARKED),
  plan("MARK_VERIFIED phone", records.MARK_VERIFIED.phone, MARKED),
  plan("PERSON_OF", records.PERSON_OF, { id: "7" }),
  plan("ERASE_CUSTOMERS", records.ERASE_CUSTOMERS, { customer_ids: KEYS }),
  plan("ERASE_ADDRESSES", records.ERASE_ADDRESSES, { customer_ids: KEYS }),
  plan("NEVER_VERIFIED", records.NEVER_VERIFIED, {
    days: 90,
    after: "7",
    limit: 1,
  }),
  plan("LINK_IDENTITY", identities.LINK_IDENTITY, {
    id: "7",
    customer_id: "cus_x",
  }),
  plan("UNLINK_IDENTITY", identities.UNLINK_IDENTITY, {
    id: "7",
    customer_id: "cus_7",
  }),
  plan("IDENTITY_OF", identityTable.IDENTITY_OF, { id: "7" }),
  plan("IDENTITIES_OF_CUSTOMER", identityTable.IDENTITIES_OF_CUSTOMER, {
    customer_id: "cus_7",
  }),
  plan("IDENTITY_BY_LOGIN", identityTable.IDENTITY_BY_LOGIN, {
    provider: "emailpass",
    entity_id: "7@example.com",
  }),
  plan("RECORD_PROOFS", verifications.RECORD_PROOFS, {
    auth_identity_id: "7",
    customer_id: "7",
    code_provider: "otp",
    ids: KEYS,
    contacts: ["email", "phone"],
    stored: ["7@example.com", "+7"],
    entity_ids: ["7@example.com", "+7"],
    entity_types: ["email", "phone"],
  }),
  plan("RECORD_REQUEST", verifications.RECORD_REQUEST, {
    id: "x",
    auth_identity_id: "7",
    entity_id: "x@example.com",
    entity_type: "email",
    code_provider: "otp",
    provider_metadata: "{}",
  }),
  plan("LAST_REQUEST", verifications.LAST_REQUEST, {
    auth_identity_id: "7",
    code_provider: "otp",
  }),
  plan("SWAP_PASSWORDS", passwords.SWAP_PASSWORDS, {
    ids: KEYS,
    hashes: ["7", null],
    next: KEYS,
  }),
  plan("DROP_OTHER_PASSWORDS", passwords.DROP_OTHER_PASSWORDS, {
    ids: KEYS,
    providers: ["emailpass", "phonepass"],
  }),
  plan("REPLACE_IDENTITY", replaced.REPLACE_IDENTITY, {
    id: "x",
    customer_id: null,
    old_id: "7",
    logins: KEYS,
    metadata: ["{}", null],
  }),
  plan("RESTORE_LOGINS", replaced.RESTORE_LOGINS, {
    id: "7",
    old_id: "8",
    logins: KEYS,
    metadata: ["{}", null],
  }),
  plan("ADD_LOGIN", addedLogins.ADD_LOGIN, {
    id: "x",
    provider: "phonepass",
    entity_id: "+7",
    password: "7",
    checked_id: "7",
    checked_password: "7",
  }),
  plan("RESERVE", reservations.RESERVE, {
    holder: "holder",
    seconds: 60,
    keys: KEYS,
  }),
  plan("RELEASE", reservations.RELEASE, { holder: "7" }),
  plan("PURGE_RESERVATIONS", reservations.PURGE_RESERVATIONS, { limit: 1000 }),
  plan("REVOKE_SESSIONS", customers.REVOKE_SESSIONS, {
    id: "7",
    now: 7,
    iat: null,
  }),
  plan("STORE_UNDO", undos.STORE_UNDO, {
    id: "x",
    customer_id: "7",
    contact: "phone",
    sealed: "",
    hours: 72,
  }),
  plan("FIND_UNDO", undos.FIND_UNDO, { id: "7" }),
  plan("CONSUME_UNDO", customers.CONSUME_UNDO, { id: "7", value: "+7" }),
  plan("ERASE_UNDOS", undos.ERASE_UNDOS, { customer_ids: KEYS }),
  plan("PURGE_UNDOS", undos.PURGE_UNDOS, { limit: 1000 }),
  plan("SESSION_OF", customers.SESSION_OF, { id: "7" }),
  plan("VALID_FROM_OF_IDENTITY", customers.VALID_FROM_OF_IDENTITY, {
    id: "7",
  }),
  plan("CLEAR_OPEN_CARTS", openCarts.CLEAR_OPEN_CARTS, {
    customer_id: "7",
    from: "7@example.com",
  }),
  plan("RESTORE_OPEN_CARTS", openCarts.RESTORE_OPEN_CARTS, {
    ids: KEYS,
    emails: KEYS,
  }),
  plan("FILL_OWN_CART", openCarts.FILL_OWN_CART, {
    cart_id: "7",
    customer_id: "7",
  }),
  plan("LIST_COLUMNS", notifications.LIST_COLUMNS, {}),
  plan("INSERT_NOTIFICATIONS", notifications.INSERT_NOTIFICATIONS, {
    rows: [
      {
        id: "x",
        to: "+7",
        channel: "sms",
        provider_id: "p",
        status: "success",
      },
    ],
  }),
]

const DELETION: Planned[] = [
  plan("OPEN", deletion.OPEN, { id: "x", customer_id: "cus_7", reason: null }),
  plan("CLOSE", deletion.CLOSE, { id: "7", opened_at: AT }),
  plan("RESTORE_REASON", deletion.RESTORE_REASON, {
    id: "7",
    opened_at: AT,
    old_reason: "moving",
  }),
  plan("BY_ID", deletion.BY_ID, { id: "7" }),
  plan("OPEN_OF", deletion.OPEN_OF, { customer_id: "cus_7" }),
  plan("CONFIRM", deletion.CONFIRM, { customer_id: "cus_7", days: 7 }),
  plan("UNCONFIRM", deletion.UNCONFIRM, { id: "7" }),
  plan("CANCEL", deletion.CANCEL, { id: "7" }),
  plan("UNCANCEL", deletion.UNCANCEL, { id: "7" }),
  plan("FORGET", deletion.FORGET, { customer_ids: ["cus_7", "cus_8"] }),
  plan("CLAIM_DUE", deletion.CLAIM_DUE, { limit: 20 }),
  plan("CLAIM_ONE", deletion.CLAIM_ONE, { id: "7" }),
  plan("BEGIN", deletion.BEGIN, CLAIM),
  plan("COMPLETE", deletion.COMPLETE, CLAIM),
  plan("FAIL", deletion.FAIL, { ...CLAIM, failure: "step: Error" }),
]

const fillRequests: Fill = async (sql, from, to) => {
  await sql(
    `insert into account_deletion_request
       (id, customer_id, status, scheduled_at, next_attempt_at, created_at)
     select nr::text, 'cus_' || nr,
       (array['pending', 'confirmed', 'completed', 'cancelled', 'completed'])[1 + nr % 5],
       case when nr % 5 > 0 then now() + (nr - 50000) * interval '1 minute' end,
       case when nr % 5 = 1 then now() + (nr - 50000) * interval '1 minute' end,
       now() - nr * interval '1 minute'
     from generate_series(${from + 1}, ${to}) as nr`
  )
}

const fillCodes: Fill = async (sql, from, to) => {
  await sql(
    `insert into otp_verification
       (id, subject, purpose, channel, destination_hash, code_hash, max_attempts, expires_at)
     select nr::text, nr::text, 'email_verification', 'email', md5(nr::text), md5(nr::text), 5,
       now() - nr * interval '1 minute' from generate_series(${from + 1}, ${to}) as nr`
  )
}

/** Limits as a store has them: a row is wide, for it holds a hash and the moments of its hits. */
const fillLimits: Fill = async (sql, from, to) => {
  await sql(
    `insert into otp_limit (key, max, period, hits, expires_at)
     select nr::text, 5, '1 hour', array_fill(now(), array[1 + nr % 5]), now() - nr * interval '1 minute'
     from generate_series(${from + 1}, ${to}) as nr`
  )
}

const fillCustomers: Fill = async (sql, from, to) => {
  await sql(
    `insert into customer (id, email, phone, has_account, email_verified)
     select nr::text, nr || '@example.com', '+' || nr, nr % 5 > 0, nr % 3 > 0
     from generate_series(${from + 1}, ${to}) as nr`
  )
  await sql(
    `insert into contact_reservation (key, holder, expires_at)
     select nr::text, nr::text, now() from generate_series(${from + 1}, ${to}) as nr`
  )
  await sql(
    `insert into customer_session (customer_id, valid_from)
     select nr::text, nr from generate_series(${from + 1}, ${to}) as nr`
  )
  await sql(
    `insert into contact_change_undo (id, customer_id, contact, sealed, expires_at)
     select nr::text, nr::text, 'phone', '', now() - nr * interval '1 minute' from generate_series(${from + 1}, ${to}) as nr`
  )
  await sql(
    `insert into pending_email (customer_id, email, created_at)
     select nr::text, nr || '@example.org', now() - nr * interval '1 second' from generate_series(${from + 1}, ${to}) as nr`
  )
}

/** Medusa's table, as far as it matters here. */
async function createNotifications(sql: Sql) {
  await sql(
    `create table notification (id text primary key, "to" text not null, channel text not null, template text, data jsonb,
       trigger_type text, receiver_id text, provider_id text, external_id text, status text not null)`
  )
}

/** Of the list of deletion requests, what a search is made of. */
const SEARCH: Planned = plan(
  "customers by part of a name or a contact",
  statement<{ q: string }>(
    `SELECT 1 FROM (VALUES ('cus_7')) AS r(id) WHERE ${records.customerContains("r.id", "q")}`
  ),
  { q: records.containing("7777@example") }
)

/** Medusa's tables and those of the OTP module, as far as they matter here. */
async function createOtherTables(sql: Sql) {
  await createLoginTables(sql)
  await createNotifications(sql)
  await createVerifications(sql)
  await sql(
    `create table customer_address (id text primary key, customer_id text not null, address_name text, company text,
       first_name text, last_name text, address_1 text, address_2 text, city text, country_code text, province text,
       postal_code text, phone text, metadata jsonb, updated_at timestamptz, deleted_at timestamptz)`
  )
  await sql(
    `create index "IDX_customer_address_customer_id" on customer_address (customer_id)`
  )
  await sql(
    `create table cart (id text primary key, customer_id text, email text, completed_at timestamptz,
       updated_at timestamptz, deleted_at timestamptz)`
  )
  await sql(
    `create index "IDX_cart_customer_id" on cart (customer_id) where deleted_at is null and customer_id is not null`
  )
  await sql(
    `create table otp_verification (id text primary key, subject text, purpose text, code_hash text, destination_hash text,
       attempts integer, max_attempts integer, expires_at timestamptz, consumed_at timestamptz, updated_at timestamptz)`
  )
  await sql(
    `create table otp_limit (key text primary key, max integer, period interval, used integer, expires_at timestamptz,
       hits timestamptz[] not null default '{}')`
  )
  await sql(
    `create table auth_mfa_factor (id text primary key, auth_identity_id text not null, deleted_at timestamptz)`
  )
  await sql(
    `create index "IDX_auth_mfa_factor_auth_identity_id" on auth_mfa_factor (auth_identity_id) where deleted_at is null`
  )
}

/** Medusa's table of what it has verified by itself. */
async function createVerifications(sql: Sql) {
  await sql(
    `create table auth_verification (id text primary key, auth_identity_id text not null, entity_id text not null,
       entity_type text not null, code_provider text not null, verified_at timestamptz, requested_at timestamptz not null,
       provider_metadata jsonb, updated_at timestamptz, deleted_at timestamptz)`
  )
  await sql(
    `create index "IDX_auth_verification_auth_identity_id" on auth_verification (auth_identity_id) where deleted_at is null`
  )
  await sql(
    `create unique index "IDX_auth_verification_unique_auth_identity_entity_id_entity_type"
       on auth_verification (auth_identity_id, entity_id, entity_type) where deleted_at is null`
  )
}

const fillOtherTables: Fill = async (sql, from, to) => {
  const rows = `generate_series(${from + 1}, ${to}) as nr`
  await sql(
    `insert into customer_address (id, customer_id) select nr::text, nr::text from ${rows}`
  )
  await sql(
    `insert into auth_identity (id, app_metadata)
     select nr::text, jsonb_build_object('customer_id', 'cus_' || nr) from ${rows}`
  )
  await sql(
    `insert into provider_identity (id, auth_identity_id, provider, entity_id)
     select nr::text, nr::text, 'emailpass', nr || '@example.com' from ${rows}`
  )
  await sql(
    `insert into auth_verification (id, auth_identity_id, entity_id, entity_type, code_provider, requested_at)
     select nr::text, nr::text, nr || '@example.com', 'email', 'otp', now() from ${rows}`
  )
  await sql(
    `insert into cart (id, customer_id, email) select nr::text, nr::text, nr || '@example.com' from ${rows}`
  )
  await sql(`insert into otp_verification (id) select nr::text from ${rows}`)
  await sql(`insert into otp_limit (key) select nr::text from ${rows}`)
  await sql(
    `insert into auth_mfa_factor (id, auth_identity_id) select nr::text, nr::text from ${rows}`
  )
}

/**
 * Plans the statements at every size, before PostgreSQL has looked at the rows that came last and after. It may read a table
 * of 1,000 rows from end to end, and is right to where an index costs as much: that is a bound. From 10,000 rows on a reading
 * that grows with the table would be slower than an index, so nothing may be read so.
 */
async function expectIndexes(
  sql: Sql,
  statements: Planned[],
  ...fills: Fill[]
) {
  let filled = 0
  for (const rows of SIZES) {
    for (const fill of fills) {
      await fill(sql, filled, rows)
    }
    filled = rows
    await expectIndexesAt(sql, statements, `${rows} rows, old statistics`)
    await sql("analyze")
    await expectIndexesAt(sql, statements, `${rows} rows, new statistics`)
  }
}

async function expectIndexesAt(sql: Sql, statements: Planned[], when: string) {
  const big = await tablesOf(sql, BIG)
  for (const planned of statements) {
    const scanned = await scannedTables(sql, planned)
    const read = scanned.filter((table) => big.includes(table))
    expect([when, planned.name, read]).toEqual([when, planned.name, []])
  }
}

/** A statement of the module that is not in the list would go unseen. */
function expectAll(statements: string[], planned: Planned[]) {
  const names = new Set(planned.map(({ name }) => name.split(" ")[0]))
  expect([...names].sort()).toEqual(statements.sort())
}

describe("The statements of the modules among none to 100,000 rows", () => {
  moduleSuite(
    { folder: "otp-verification", key: "otpVerification" },
    (_service, sql) => {
      it("all use an index in the OTP module", async () => {
        expectAll(statementsOf(codes, limits), OTP)
        await expectIndexes(sql, OTP, fillCodes, fillLimits)
      })
    }
  )

  moduleSuite(
    { folder: "customer-registration", key: "customerRegistration" },
    (_service, sql) => {
      it("all use an index in the registration module", async () => {
        expectAll(
          statementsOf(
            access,
            addedLogins,
            customers,
            holders,
            identities,
            notifications,
            openCarts,
            identityTable,
            passwords,
            records,
            replaced,
            reservations,
            undos,
            proofs,
            guesses,
            verifications
          ),
          REGISTRATION
        )
        await createOtherTables(sql)
        const all = [...REGISTRATION, SEARCH]
        await expectIndexes(sql, all, fillCustomers, fillOtherTables)
      })
    }
  )

  moduleSuite(
    { folder: "account-deletion-request", key: "accountDeletionRequest" },
    (_service, sql) => {
      it("all use an index in the module of deletion requests", async () => {
        expectAll(statementsOf(deletion), DELETION)
        await expectIndexes(sql, DELETION, fillRequests)
      })
    }
  )
})

import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Contact } from "../options"
import { executeOne, statement } from "../sql"
import { CONTACT_COLUMNS, type CustomerContacts } from "./customer-table"
import { contactOfProvider, PROVIDERS, type OwnLogin } from "./logins"

/** A login of a customer, with what Medusa's token of it says. */
export type KnownLogin = Pick<
  OwnLogin,
  "id" | "auth_identity_id" | "provider" | "entity_id" | "contact"
> & {
  app_metadata: Record<string, unknown> | null
  user_metadata: Record<string, unknown> | null
  /** Whether the identity has a second factor, of whatever state; null if that is not known. */
  has_factor: boolean | null
}

/** A customer, how they log in, and from when on their tokens count. */
export type CustomerAccess = CustomerContacts & {
  /** By e-mail and phone. */
  logins: KnownLogin[]
  valid_from: number | null
  /** Whether somebody else's login is by exactly the value that was asked about. */
  others_login: boolean
}

/** What a statement about a customer's access is bound to: who it is, and the value that others may log in with. */
export type AccessOf = { customer_id: string; value: string | null }

/** A customer's access as it is read. */
export type AccessRow = Omit<CustomerAccess, "logins"> & {
  logins: Omit<KnownLogin, "contact">[] | null
}

// Medusa has second factors since 2.15.3. Where their table is another, Medusa's handler makes the tokens.
const HAS_FACTOR = `EXISTS (
    SELECT 1 FROM "auth_mfa_factor" AS factor WHERE factor."auth_identity_id" = identity."id" AND factor."deleted_at" IS NULL
  )`

/** A customer and how they log in, by what is known of second factors. */
export const ACCESS_OF = {
  email: byFactors("email", statement<AccessOf, AccessRow>),
  phone: byFactors("phone", statement<AccessOf, AccessRow>),
} satisfies Record<Contact, unknown>

/**
 * A statement for each way in which second factors may be known.
 *
 * @param make makes one of the text that selects an `AccessRow`
 * @example byFactors("phone", statement<AccessOf, AccessRow>)
 */
export function byFactors<Made>(
  contact: Contact,
  make: (access: string) => Made
) {
  return {
    withFactors: make(access(contact, HAS_FACTOR)),
    withoutFactors: make(access(contact, "false")),
    unknownFactors: make(access(contact, "NULL::boolean")),
  }
}

function access(contact: Contact, hasFactor: string): string {
  return `SELECT ${CONTACT_COLUMNS}, session."valid_from"::float8 AS "valid_from", own."logins",
      EXISTS (
        SELECT 1 FROM "provider_identity" AS login
        JOIN "auth_identity" AS identity ON identity."id" = login."auth_identity_id"
        WHERE login."provider" = '${PROVIDERS[contact]}' AND login."entity_id" = coalesce(:value::text, "customer"."${contact}")
          AND login."deleted_at" IS NULL
          AND identity."app_metadata"->>'customer_id' IS DISTINCT FROM "customer"."id"
      ) AS "others_login"
    FROM "customer"
    LEFT JOIN "customer_session" AS session ON session."customer_id" = "customer"."id"
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object(
        'id', login."id", 'auth_identity_id', identity."id", 'provider', login."provider",
        'entity_id', login."entity_id", 'user_metadata', login."user_metadata",
        'app_metadata', identity."app_metadata", 'has_factor', ${hasFactor}
      )) AS "logins"
      FROM "auth_identity" AS identity
      JOIN "provider_identity" AS login ON login."auth_identity_id" = identity."id" AND login."deleted_at" IS NULL
      WHERE identity."app_metadata"->>'customer_id' = "customer"."id" AND identity."deleted_at" IS NULL
    ) AS own ON true
    WHERE "customer"."id" = :customer_id AND "customer"."deleted_at" IS NULL`
}

const FACTOR_COLUMNS = statement<{ columns: string[] }, { count: number }>(
  `SELECT count(*)::integer AS "count" FROM "information_schema"."columns"
  WHERE "table_name" = 'auth_mfa_factor' AND "table_schema" = current_schema() AND "column_name" = ANY(:columns::text[])`
)

type Factors = keyof ReturnType<typeof byFactors>

const known = new WeakMap<object, Promise<Factors>>()

/**
 * A customer with how they log in, in one statement: what Medusa's Auth module would be asked for in three.
 *
 * @param contact that is about to be proven
 * @param value of it; left out, the one that the customer has on the record
 * @returns `undefined` if there is no such customer
 * @example const access = await findAccess(container, "cus_1", "phone")
 */
export async function findAccess(
  container: MedusaContainer,
  customerId: string,
  contact: Contact,
  value: string | null = null
): Promise<CustomerAccess | undefined> {
  const find = ACCESS_OF[contact][await factorsOf(container)]
  const row = await executeOne(container, find, {
    customer_id: customerId,
    value,
  })
  return row && accessFrom(row)
}

/** A customer's access of a row that a statement of `byFactors` reads. */
export function accessFrom({ logins, ...row }: AccessRow): CustomerAccess {
  return { ...row, logins: withContacts(logins ?? []) }
}

function withContacts(logins: Omit<KnownLogin, "contact">[]): KnownLogin[] {
  return logins.flatMap((login) => {
    const contact = contactOfProvider(login.provider)
    return contact ? [{ ...login, contact }] : []
  })
}

/**
 * What is known of second factors: the key of the statement of `byFactors` to run. Read once: neither Medusa's version nor
 * its tables change while the server runs.
 *
 * @example const find = ACCESS_OF.phone[await factorsOf(container)]
 */
export async function factorsOf(container: MedusaContainer): Promise<Factors> {
  const auth: object = container.resolve(Modules.AUTH)
  const found = known.get(auth) ?? readFactors(container, auth)
  known.set(auth, found)
  try {
    return await found
  } catch (error) {
    known.delete(auth)
    throw error
  }
}

async function readFactors(
  container: MedusaContainer,
  auth: object
): Promise<Factors> {
  if (!("listAuthMfa" in auth)) {
    return "withoutFactors"
  }
  const columns = ["auth_identity_id", "deleted_at"]
  const found = await executeOne(container, FACTOR_COLUMNS, { columns })
  return found?.count === columns.length ? "withFactors" : "unknownFactors"
}

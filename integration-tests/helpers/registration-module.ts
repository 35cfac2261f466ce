import type { CustomerRegistrationModuleService } from "../../src/modules/customer-registration"
import { moduleSuite, Sql, SuiteTests } from "./module-suite"

export type Registration = CustomerRegistrationModuleService

/** The module of flags and reservations, by itself: its migration makes Medusa's customer table. */
export function registrationModule(tests: SuiteTests<Registration>): void {
  moduleSuite<Registration>(
    { folder: "customer-registration", key: "customerRegistration" },
    (service, sql, manager) => {
      beforeEach(() => createLoginTables(sql))
      tests(service, sql, manager)
    }
  )
}

/** Medusa's tables of logins, as far as they matter here. The plugin's migration makes the first as Medusa's first one did. */
export async function createLoginTables(sql: Sql): Promise<void> {
  await sql(
    `alter table auth_identity add column updated_at timestamptz, add column deleted_at timestamptz,
       drop column entity_id, drop column provider`
  )
  await sql(
    `create table provider_identity (id text primary key, auth_identity_id text not null, provider text not null,
       entity_id text not null, user_metadata jsonb, provider_metadata jsonb, updated_at timestamptz, deleted_at timestamptz)`
  )
  await sql(
    `create unique index "IDX_provider_identity_provider_entity_id" on provider_identity (entity_id, provider)`
  )
  await sql(
    `create index "IDX_provider_identity_auth_identity_id" on provider_identity (auth_identity_id)`
  )
}

/** A login of a customer, straight into the tables. */
export async function insertLogin(
  sql: Sql,
  customerId: string,
  provider: string,
  entityId: string
): Promise<void> {
  const id = `authid_${++customers}`
  await sql(
    `insert into auth_identity (id, app_metadata) values (?, jsonb_build_object('customer_id', ?::text))`,
    [id, customerId]
  )
  await sql(
    `insert into provider_identity (id, auth_identity_id, provider, entity_id) values (?, ?, ?, ?)`,
    [id, id, provider, entityId]
  )
}

export type Row = Record<string, unknown> & { id: string }

let customers = 0

/** A customer with an account, straight into the table. */
export async function insertAccount(
  sql: Sql,
  values: Record<string, unknown> = {}
): Promise<Row> {
  const row = { id: `cus_${++customers}`, has_account: true, ...values }
  const columns = Object.keys(row).map((column) => `"${column}"`)
  const [inserted] = await sql<Row>(
    `insert into customer (${columns.join(", ")})
     values (${columns.map(() => "?").join(", ")}) returning *`,
    Object.values(row)
  )
  return inserted
}

/** Every customer row as it is, and when it was last written. */
export function customersOf(sql: Sql): Promise<Row[]> {
  return sql<Row>("select *, xmin::text from customer order by id")
}

import type { CustomerRegistrationModuleService } from "../../src/modules/customer-registration"
import { moduleSuite, Sql } from "./module-suite"

export type Registration = CustomerRegistrationModuleService

/** The module of flags and reservations, by itself: its migration makes Medusa's customer table. */
export function registrationModule(
  tests: (service: Registration, sql: Sql) => void
): void {
  moduleSuite<Registration>(
    { folder: "customer-registration", key: "customerRegistration" },
    tests
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

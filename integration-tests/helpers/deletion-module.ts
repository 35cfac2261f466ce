import type { AccountDeletionRequestModuleService } from "../../src/modules/account-deletion-request"
import { moduleSuite, Sql } from "./module-suite"

export type Deletions = AccountDeletionRequestModuleService

/** The module of deletion requests, by itself. */
export function deletionModule(
  tests: Parameters<typeof moduleSuite<Deletions>>[1]
): void {
  moduleSuite<Deletions>(
    { folder: "account-deletion-request", key: "accountDeletionRequest" },
    tests
  )
}

let customers = 0

export function newCustomer(): string {
  return `cus_${++customers}`
}

/** A confirmed request that is due. */
export async function dueRequest(service: Deletions): Promise<string> {
  const customer = newCustomer()
  await service.open(customer)
  const request = await service.confirm(customer, 0)
  return request!.id
}

/** The row of a request, as it is. */
export async function rowOf(sql: Sql, id: string) {
  const [row] = await sql<Record<string, unknown>>(
    "select * from account_deletion_request where id = ?",
    [id]
  )
  return row
}

/** How many minutes from now a moment of a request is. */
export async function minutesUntil(sql: Sql, id: string, column: string) {
  const [row] = await sql<{ minutes: number }>(
    `select round(extract(epoch from ${column} - now()) / 60)::int as minutes
     from account_deletion_request where id = ?`,
    [id]
  )
  return row.minutes
}

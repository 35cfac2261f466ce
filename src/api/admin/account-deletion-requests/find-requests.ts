import { prepareRetrieveQuery } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DELETION_FIELDS } from "../../utils/answers"

const ENTITY = "account_deletion_request"

const FIELDS = [
  ...DELETION_FIELDS,
  "started_at",
  "attempts",
  "last_error",
  "next_attempt_at",
  "updated_at",
]

const CUSTOMER_FIELDS = [
  "customer.id",
  "customer.email",
  "customer.phone",
  "customer.first_name",
  "customer.last_name",
]

const DEFAULTS = [...FIELDS, ...CUSTOMER_FIELDS]

const WHOLE_CUSTOMER = [
  ...CUSTOMER_FIELDS,
  "customer.has_account",
  "customer.created_at",
]

const ALLOWED = new Set([...FIELDS, ...WHOLE_CUSTOMER])

type Found = Record<string, unknown> & { id: string }

/**
 * Requests as the admin routes answer them, with their customer, in the order of the ids.
 *
 * @param fields of the query; a field that is not of a request or its customer is left out
 * @example const [request] = await findRequests(req.scope, ["accdel_1"], undefined)
 */
export async function findRequests(
  container: MedusaContainer,
  ids: string[],
  fields: string | undefined
): Promise<Found[]> {
  const { remoteQueryConfig } = await prepareRetrieveQuery(
    { fields },
    { defaults: DEFAULTS, allowed: ["customer", ...ALLOWED] }
  )
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: ENTITY,
      fields: ["id", ...allowedOf(remoteQueryConfig.fields)],
      filters: { id: ids },
    })
  const found = new Map((data as Found[]).map((one) => [one.id, one]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Medusa's own filter lets all of an allowed relation pass, metadata included. */
function allowedOf(fields: string[]): string[] {
  return fields
    .flatMap((field) =>
      /^customer(\.\*)?$/.test(field) ? WHOLE_CUSTOMER : field
    )
    .filter((field) => ALLOWED.has(field))
}

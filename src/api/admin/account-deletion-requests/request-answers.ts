import { prepareRetrieveQuery } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { z } from "zod"
import { PluginError } from "../../../errors"
import { ACCOUNT_DELETION_REQUEST_MODULE } from "../../../modules/account-deletion-request"
import { DELETION_FIELDS } from "../../utils/answers"
import type { AdminListRequests } from "./validators"

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
 * One page of requests as the admin routes answer it.
 *
 * @example res.json(await listAnswer(req.scope, query))
 */
export async function listAnswer(
  container: MedusaContainer,
  query: z.output<typeof AdminListRequests>
) {
  const { fields, order, limit, offset, ...filters } = query
  const requests = container.resolve(ACCOUNT_DELETION_REQUEST_MODULE)
  const page = { ...order, limit, offset }
  // The count takes as long as all else: the two run side by side.
  const [account_deletion_requests, { count, has_more }] = await Promise.all([
    requests
      .find(filters, page)
      .then((ids) => withCustomers(container, ids, fields)),
    requests.count(filters, page),
  ])
  return {
    account_deletion_requests,
    count,
    // As in Medusa's lists: it is there where `count` is no exact one.
    ...(has_more && { estimate_count: count }),
    offset,
    limit,
  }
}

/**
 * One request as the admin routes answer it.
 *
 * @throws PluginError `account_deletion_not_found`
 * @example res.json(await requestAnswer(req.scope, req.params.id))
 */
export async function requestAnswer(
  container: MedusaContainer,
  id: string,
  fields?: string
) {
  const [account_deletion_request] = await withCustomers(
    container,
    [id],
    fields
  )
  if (!account_deletion_request) {
    throw new PluginError("account_deletion_not_found")
  }
  return { account_deletion_request }
}

/** Requests with their customers, in the order of the ids, without fields that are not of either. */
async function withCustomers(
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

// Medusa's own filter lets every field of an allowed relation pass, metadata included.
function allowedOf(fields: string[]): string[] {
  return fields
    .flatMap((field) =>
      /^customer(\.\*)?$/.test(field) ? WHOLE_CUSTOMER : field
    )
    .filter((field) => ALLOWED.has(field))
}

import { z } from "zod"
import { answers, type Entry } from "../../openapi/entry"
import { contacts, deletionFields, moment, when } from "../../utils/openapi"
import { AdminGetRequest, AdminListRequests } from "./validators"

const name = z.string().nullable()

/** The query parameter `fields` chooses, so that none has to be there but the id. */
const AdminDeletionRequest = z
  .strictObject({
    ...z
      .object({
        ...deletionFields,
        started_at: when,
        attempts: z.int(),
        last_error: z.string().nullable(),
        next_attempt_at: when,
        updated_at: moment,
        customer: z
          .strictObject({
            id: z.string(),
            ...contacts,
            first_name: name,
            last_name: name,
            has_account: z.boolean(),
            created_at: moment,
          })
          .partial()
          .nullable(),
      })
      .partial().shape,
    id: deletionFields.id,
  })
  .meta({
    description:
      "A deletion request with how its execution goes, and its customer until that is erased.",
  })
  .register(answers, { id: "AdminDeletionRequest" })

const OneRequest = z
  .strictObject({ account_deletion_request: AdminDeletionRequest })
  .register(answers, { id: "AdminDeletionAnswer" })

const of = (
  route: Entry["route"],
  summary: string,
  codes: Entry["codes"] = []
): Entry => ({
  route,
  tag: "Admin",
  summary,
  access: "admin",
  query: AdminGetRequest,
  answers: { 200: OneRequest },
  codes: ["invalid_query", "account_deletion_not_found", ...codes],
})

export const adminDeletionRoutes: Entry[] = [
  {
    route: "GET /admin/account-deletion-requests",
    tag: "Admin",
    summary: "List, search and sort the deletion requests",
    access: "admin",
    query: AdminListRequests,
    answers: {
      200: z
        .strictObject({
          account_deletion_requests: z.array(AdminDeletionRequest),
          count: z.int(),
          estimate_count: z.int().optional().meta({
            description:
              "There where `count` is not exact: there are at least so many.",
          }),
          offset: z.int(),
          limit: z.int(),
        })
        .register(answers, { id: "AdminDeletionList" }),
    },
    codes: ["invalid_query"],
  },
  of("GET /admin/account-deletion-requests/{id}", "One deletion request"),
  of("POST /admin/account-deletion-requests/{id}/cancel", "Cancel it", [
    "account_deletion_not_allowed",
  ]),
  of(
    "POST /admin/account-deletion-requests/{id}/execute",
    "Erase the account of a confirmed request now",
    ["account_deletion_not_allowed", "account_deletion_failed"]
  ),
]
